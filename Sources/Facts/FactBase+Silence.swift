package import Architecture

extension FactBase {
  /// Works with the facts as if nobody had said a property of an element.
  package func withoutValue(
    of property: Property, _ element: ElementID, _ work: () throws(QueryFailure) -> Void
  ) throws(QueryFailure) {
    let kind = element.position.kind
    guard let table = FactSchema.tables.first(where: { $0.element == kind }) else { return }
    let columns = table.columns.filter { $0.property == property }.map { "\"\($0.name)\"" }
    guard !columns.isEmpty else { return }
    let place = "WHERE id = \(architecture.number(of: element))"
    var values: [SQLValue] = []
    try query("SELECT \(columns.joined(separator: ", ")) FROM \(table.name) \(place)") { row in
      values = row.values
    }
    try set(columns, to: columns.map { _ in .null }, in: table, place)
    let outcome = Result { () throws(QueryFailure) in try work() }
    try set(columns, to: values, in: table, place)
    try outcome.get()
  }

  private func set(
    _ columns: [String], to values: [SQLValue], in table: FactTable, _ place: String
  ) throws(QueryFailure) {
    let settings = columns.map { "\($0) = ?" }.joined(separator: ", ")
    try database.sandbox.whileOpen { () throws(QueryFailure) in
      let statement = try database.connection.prepare(
        "UPDATE \(table.name) SET \(settings) \(place)")
      for (index, value) in values.enumerated() { statement.bind(index + 1, value) }
      _ = try statement.step()
    }
  }
}
