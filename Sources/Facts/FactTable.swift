package import Architecture
package import Findings
import YAML

/// One column of a table of facts.
package struct FactColumn: Sendable {
  /// Its name; the unit of a number is part of it.
  package let name: String
  /// SQLite's type: INTEGER, REAL or TEXT.
  package let type: String
  /// The unit of a number; nil for texts, ids and flags.
  package let unit: Unit?
  /// What it means, and what NULL means where that is not "unknown".
  package let documentation: String
  /// The property it shows; nil for what is part of the table's own structure.
  package let property: Property?

  init(
    _ name: String, _ type: String, _ documentation: String, unit: Unit? = nil,
    property: Property? = nil
  ) {
    self.name = name
    self.type = type
    self.unit = unit
    self.documentation = documentation
    self.property = property
  }
}

/// One table of facts.
package struct FactTable: Sendable {
  /// Its name.
  package let name: String
  /// What a row is.
  package let documentation: String
  /// Its columns, in order.
  package let columns: [FactColumn]
  /// The sort of element a row is about; empty for tables of another kind.
  let element: ElementKinds
  /// Columns that tell the rows apart, in whose order they are kept; empty where an id does.
  let key: [String]
  /// Columns that get an index.
  let indexes: [String]
  /// Where its rows come from.
  let rows: Rows

  /// What rows are made of; each is filled in its own way.
  enum Rows {
    case system, components, operations, relations, journeys, elements, facts
    case componentTechnologies, technologyFacts, deploysWith
    case journeyRelations, journeyComponents, journeyPaths
    case componentLimits, contradictedLimits, componentRetries, componentRetryStates
    case fallbackLoads, channelBacklogs
    case journeyAvailability, journeyTimes, journeyLosses, journeyLimits
    case expectations, decisions
  }

  init(
    _ name: String, _ documentation: String, _ columns: [FactColumn],
    properties element: ElementKinds = [], key: [String] = [], indexes: [String] = [],
    rows: Rows
  ) {
    self.name = name
    self.documentation = documentation
    self.columns = columns + Property.columns(of: element).flatMap(FactColumn.columns)
    self.element = element
    self.key = key
    self.indexes = indexes
    self.rows = rows
  }

  var createStatements: String {
    var columns = columns.map { column in
      let key = column.name == "id" ? " PRIMARY KEY" : ""
      return "\"\(column.name)\" \(column.type)\(key)"
    }
    if !key.isEmpty { columns.append("PRIMARY KEY(\(key.joined(separator: ", ")))") }
    let table = "CREATE TABLE \(name)(\(columns.joined(separator: ", ")))"
    let indexes = indexes.map { "CREATE INDEX \(name)_\($0) ON \(name)(\"\($0)\");" }
    return table + (key.isEmpty ? ";" : " WITHOUT ROWID;") + indexes.joined()
  }

  var insertStatement: String {
    let marks = Array(repeating: "?", count: columns.count).joined(separator: ",")
    return "INSERT OR IGNORE INTO \(name) VALUES (\(marks))"
  }
}

extension FactColumn {
  /// The column or columns of a property: its key with underscores, and the unit of its numbers.
  static func columns(of property: Property) -> [FactColumn] {
    let definition = property.definition
    let name = String(definition.name.map { $0 == "-" || $0 == "." ? "_" : $0 })
    func column(_ name: String, _ type: String, _ unit: Unit? = nil, _ prefix: String = "")
      -> FactColumn
    {
      FactColumn(
        name + (unit?.columnSuffix ?? ""), type, prefix + definition.documentation, unit: unit,
        property: property)
    }
    switch definition.type {
    case .word, .text: return [column(name, "TEXT")]
    case .words, .list, .references:
      return [column(name, "TEXT", nil, "A list as `,a,b,`. ")]
    case .flag: return [column(name, "INTEGER", nil, "1 or 0. ")]
    case .reference: return [column(name, "INTEGER", nil, "Id of a component. ")]
    case .countRange:
      return [
        column(name + "_min", "REAL", .count, "Least: "),
        column(name + "_max", "REAL", .count, "Most: "),
      ]
    case .growth:
      return [
        column(name + "_factor", "REAL", .count, "The multiple. "),
        column(name + "_period", "REAL", .seconds, "The time. "),
      ]
    default:
      return [column(name, "REAL", definition.type.unit ?? .count)]
    }
  }
}

extension Unit {
  /// What a column's name ends with, so that a number never stands without its unit.
  package var columnSuffix: String {
    switch self {
    case .seconds: "_s"
    case .perSecond: "_per_s"
    case .bytes: "_bytes"
    case .bytesPerSecond: "_bytes_per_s"
    case .ratio: "_ratio"
    case .months: "_months"
    case .count, .multiple: ""
    }
  }

  /// The unit that a column's name ends with; nil for a plain number or text.
  package init?(columnName name: String) {
    let units: [Unit] = [.bytesPerSecond, .perSecond, .seconds, .bytes, .ratio, .months]
    guard let unit = units.first(where: { name.hasSuffix($0.columnSuffix) }) else { return nil }
    self = unit
  }
}
