/// One quantity of several designs, side by side.
package struct ComparedRow: Sendable {
  /// What is compared.
  package enum Quantity: String, CaseIterable, Sendable {
    case headroom
    case first = "saturates_first"
    case months, p99
    case survives
    case cost
    case findings
    case expectations
    case products
  }

  /// What is compared.
  package let quantity: Quantity
  /// The journey, the kind of loss or the severity that it is about; nil for the whole system.
  package let subject: String?
  /// What the row is called.
  package let title: String
  /// A cell per design, in their order.
  package let cells: [Cell]

  /// What there is to say of one design.
  package struct Cell: Sendable {
    /// For people; `-` where it is unknown.
    package let text: String
    /// The number behind it: multiples, months, seconds or a count; nil where there is none.
    package let value: Double?
    /// Whether the true number is, or may be, worse.
    package let isBound: Bool
    /// Whether it is the best of its row, or as good as that.
    package fileprivate(set) var isBest = false

    /// Whether there is anything to say.
    var isKnown: Bool { text != Self.unknown }
    private static let unknown = "-"

    init(_ text: String? = nil, _ value: Double? = nil, isBound: Bool = false) {
      (self.text, self.value, self.isBound) = (text ?? Self.unknown, value, isBound)
    }
  }

  init(
    _ quantity: Quantity, about subject: String? = nil, _ title: String, _ cells: [Cell]
  ) {
    (self.quantity, self.subject, self.title) = (quantity, subject, title)
    var cells = cells
    for index in Self.best(of: cells, quantity) { cells[index].isBest = true }
    self.cells = cells
  }

  /// The cells that are best; none where all are alike, or where the best number may be worse than
  /// one that is known for certain.
  private static func best(of cells: [Cell], _ quantity: Quantity) -> [Int] {
    guard let isMoreBetter = quantity.isMoreBetter else { return [] }
    let values = cells.compactMap(\.value)
    guard let best = isMoreBetter ? values.max() : values.min(),
      values.contains(where: { $0 != best })
    else { return [] }
    let found = cells.indices.filter { cells[$0].value == best }
    let known = cells.filter { $0.value != nil }
    let isCertain = known.allSatisfy(\.isBound) || !found.contains { cells[$0].isBound }
    return isCertain ? found : []
  }
}

extension ComparedRow.Quantity {
  /// Whether more of it is better; nil for what has no order.
  package var isMoreBetter: Bool? {
    switch self {
    case .headroom, .months, .survives, .expectations: true
    case .p99, .cost, .findings, .products: false
    case .first: nil
    }
  }
}
