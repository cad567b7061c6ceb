/// What an arrow between two components says.
package enum RelationKind: String, CaseIterable, Sendable {
  case calls, reads, writes, publishes, consumes, replicates, schedules, maintains

  /// Whether the source waits for the target within its own request, unless it is a webhook.
  package var isSynchronous: Bool {
    switch self {
    case .calls, .reads, .writes: true
    case .publishes, .consumes, .replicates, .schedules, .maintains: false
    }
  }

  /// Whether requests, messages or data pass along it; what changes a component sends it no load.
  package var carriesLoad: Bool { self != .maintains }

  /// The key of the long form that names the other component: `to`, or `from` where data comes in.
  package var targetKey: String {
    switch self {
    case .reads, .consumes: "from"
    default: "to"
    }
  }

  /// Roles of the components that the arrow can point at.
  package var targets: [ComponentKind.Role] {
    switch self {
    case .calls: [.proxy, .work, .external, .store]
    case .reads, .writes: [.store, .external, .proxy, .work]
    case .publishes, .consumes: [.channel, .store, .external]
    case .replicates: [.store, .channel, .external]
    case .schedules: [.work, .channel]
    case .maintains: [.proxy, .work, .store, .channel, .tool]
    }
  }

  /// An arrow of the kind as a noun, in the direction of what passes along it.
  func noun(from source: String, to target: String) -> String {
    switch self {
    case .calls, .publishes, .replicates, .schedules, .maintains: "\(source) → \(target)"
    case .reads: "\(source) → \(target) (read)"
    case .writes: "\(source) → \(target) (write)"
    case .consumes: "\(source) ← \(target)"
    }
  }

  /// One line of manual.
  package var documentation: String {
    switch self {
    case .calls:
      "Calls another component, or one operation of it, and waits for the answer. What an external "
        + "component calls is a webhook that keeps nobody waiting, unless a journey starts there."
    case .reads: "Reads from a store and waits for the answer."
    case .writes: "Writes to a store and waits for the answer."
    case .publishes: "Puts a message on a queue, topic or stream."
    case .consumes:
      "Receives messages from a queue, topic or stream. What a component with `operations` writes, "
        + "publishes and calls beside `consumes` it does for each message: an operation that "
        + "others call and that names relations of its own does none of it. What is read there, "
        + "both do."
    case .replicates: "Copies its data to another store in the background."
    case .schedules: "Starts a job of another component at set times."
    case .maintains:
      "Changes another component: deploys to it, pushes configuration or data, patches, migrates, "
        + "reinstalls or deletes it. It sends no load."
    }
  }
}
