package import Facts
package import SourceText

/// What a query over the facts returned.
package struct QueryAnswer: Answer {
  private let result: QueryRows
  private let most: Int

  /// The answer with so many rows of a result at most.
  package init(_ result: QueryRows, rows most: Int) { (self.result, self.most) = (result, most) }

  private var told: QueryRows { result.first(most) }

  static let shape = JSONShape<Self>(
    "tenfold-query", "The rows of a query.",
    [
      .texts("columns", "Names of the columns") { $0.result.names },
      JSONField("rows", "The rows; null is unknown", .list(.list(cell))) { answer in
        .array(answer.told.rows.map { .array($0.map(\.json)) })
      },
      .integer("rows_in_all", "Rows, those that are left out included") { $0.result.rows.count },
    ])
  private static let cell = JSONForm.orNull(.either([.number, .text]))

  /// The JSON Schema of the answer.
  package static var schema: JSONValue { shape.schema }
  /// The answer for programs.
  package var json: JSONValue { Self.shape.value(of: self) }

  /// The answer for people.
  package var text: String {
    let left = result.rows.count - most
    return TableText(told).table + (left > 0 ? "and \(left) more rows\n" : "")
  }
}
