package import Findings
import SourceText
package import YAML

extension Referent {
  /// Components of the system.
  package static let component = Referent(
    form: "the name of a component", listForm: "names of components, such as [orders, billing]",
    example: "orders")
  /// Products of the technology catalogue.
  package static let product = Referent(
    form: "a product",
    listForm: "a product or a list of them, such as postgresql or [nodejs, "
      + "kubernetes]",
    example: "postgresql")
}

extension ValueType {
  /// The unit of the number, for types that are one.
  package var unit: Unit? {
    switch self {
    case .room, .count, .whole, .countRange, .number: .count
    case .ratio: .ratio
    case .duration: .seconds
    case .rate, .peak: .perSecond
    case .size: .bytes
    case .bandwidth: .bytesPerSecond
    case .multiple: .multiple
    default: nil
    }
  }
}

extension Value {
  /// A time of planning: months of a twelfth of a year, or what is shorter.
  private static func words(_ period: Double) -> String {
    let months = period / Seconds.month
    return months >= 1 ? Unit.months.format(months) : Unit.seconds.format(period)
  }

  /// The value as evidence shows it.
  package func measure(_ type: ValueType) -> Measure {
    switch self {
    case .number(let number): .number(number, type.unit ?? .count)
    case .range(let low, let high): .range(low, high, type.unit ?? .count)
    case .text(let text): .text(text)
    case .flag(let flag): .flag(flag)
    case .list(let items): .text(items.joined(separator: ", "))
    case .times(let factor): .number(factor, .multiple)
    case .growth(let factor, let period):
      .text("\(Unit.digits(factor))x in \(Self.words(period))")
    }
  }
}
