/// The typed, immutable model of a system, its vocabulary and the questions about its graph.
///
/// This module knows no YAML, no SQL and no rules. `Vocabulary` holds the words of the description
/// language, each defined once; `Elements` the things a description consists of; `Graph` what
/// follows from the arrows alone.

/// What sort of box a component is.
package enum ComponentKind: String, CaseIterable, Sendable {
  case client, cdn
  case loadBalancer = "load-balancer"
  case gateway, service, worker, function, scheduler
  case database, cache, queue, topic, stream, search
  case objectStore = "object-store"
  case warehouse, model, tool, external

  /// What the kind does in a system; rules select by it.
  package enum Role: String, CaseIterable, Sendable {
    /// Where demand comes from: people, devices, other companies.
    case client
    /// Passes requests on: cdn, load balancer, gateway.
    case proxy
    /// Runs the system's own code or model.
    case work
    /// Keeps data.
    case store
    /// Carries messages.
    case channel
    /// Changes other components, and has no part in what they serve.
    case tool
    /// Somebody else's system.
    case external
  }

  /// The role of the kind.
  package var role: Role {
    switch self {
    case .client: .client
    case .cdn, .loadBalancer, .gateway: .proxy
    case .service, .worker, .function, .scheduler, .model: .work
    case .database, .cache, .search, .objectStore, .warehouse: .store
    case .queue, .topic, .stream: .channel
    case .tool: .tool
    case .external: .external
    }
  }

  /// One line of manual.
  package var documentation: String {
    switch self {
    case .client: "Where demand comes from: people, devices, other companies."
    case .cdn: "A content delivery network in front of the system."
    case .loadBalancer: "Distributes requests over the replicas behind it."
    case .gateway: "An API gateway or edge proxy: routes, limits, authenticates."
    case .service: "Answers requests with code of your own."
    case .worker: "Processes messages or jobs in the background."
    case .function: "Code that a platform starts per request or event."
    case .scheduler: "Starts jobs at set times."
    case .database: "A system of record or another database."
    case .cache: "Keeps copies of data that can be rebuilt."
    case .queue: "Delivers each message to one of its consumers."
    case .topic: "Delivers each message to every subscriber."
    case .stream: "An ordered, partitioned log that consumers read at their own position."
    case .search: "A search engine or index."
    case .objectStore: "Keeps files or blobs under a key."
    case .warehouse: "A store for analysis: columns, large scans, few users."
    case .model: "Serves a machine-learning model."
    case .tool:
      "What deploys, configures, patches, migrates or deletes others: a pipeline, a script, an "
        + "updater, an operator's console."
    case .external: "Somebody else's system, such as a payment provider."
    }
  }
}
