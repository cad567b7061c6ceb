package import Architecture

/// What the page of a format says: mappings, and what the format leaves open.
package struct FormatPage: Sendable {
  /// The name of the format, for people.
  package var name: String
  /// What the format cannot say, one sentence without a full stop.
  package var silence = ""
  /// What its attributes are.
  package var attributes = AttributeTable()
  /// Attributes that say nothing here, with the reason.
  package var ignored: [(name: String, why: String)] = []
  /// Kinds of component by the last word of a name: `db`, `worker`.
  package var names: [String: ComponentKind] = [:]
  /// Kinds of component by a word of a command: `celery`, `beat`.
  package var commands: [String: ComponentKind] = [:]
  /// Words in the names of variables that hold addresses.
  package var addresses: Set<String> = []
  /// Words in the names of variables that hold addresses of whoever calls, or of whom nobody does.
  package var callers: Set<String> = []
  /// Words in names and commands of what consumes.
  package var consumers: Set<String> = []
  /// What types of resources say, by their names.
  package var resources: [String: ResourceMapping] = [:]
  /// Kinds of arrow by an action of a right: `sqs:SendMessage*`; the first one counts.
  package var actions: [(name: String, kinds: [RelationKind])] = []
  /// Inputs, each with what is read of it.
  package var examples: [FormatExample] = []

  /// The kinds of arrow that an action of a right is; none for one that no page knows.
  func kinds(ofAction action: String) -> [RelationKind] {
    actions.first {
      $0.name == action || $0.name.hasSuffix("*") && action.hasPrefix($0.name.dropLast())
    }?.kinds ?? []
  }

  /// Why an attribute says nothing; nil where no page knows.
  package func reason(forIgnoring name: String) -> String? {
    ignored.first {
      $0.name == name || $0.name.hasSuffix("*") && name.hasPrefix($0.name.dropLast())
    }?.why
  }
}

/// An input on the page of a format, with what is read of it.
package struct FormatExample: Sendable {
  /// The text of the input.
  package var input = ""
  /// What is read, a line each: `web: service`, `web calls db`, `web.concurrency = 4`.
  package var expected: [String] = []
  /// The line of the page on which it stands.
  package var line = 0
}
