import Architecture
import YAML

/// Values of a property by its type: usual ones, and with some chance those at the edge and beyond.
struct ValueMaker {
  /// How often a value is an extreme one.
  let extremes: Double
  /// Names of the components that references can point at.
  let names: [String]

  /// A value of a property.
  func value(_ definition: PropertyDefinition, _ dice: inout Dice) -> YAMLNode {
    if dice.happens(extremes * 0.1) { return .scalar(dice.pick(Self.misfits)) }
    if dice.happens(extremes * 0.05) {
      return .list([usual(definition.type, &dice), usual(definition.type, &dice)])
    }
    if dice.happens(extremes), let extreme = extreme(definition.type, &dice) {
      return .scalar(extreme)
    }
    return usual(definition.type, &dice)
  }

  /// A value as people write it.
  func usual(_ type: ValueType, _ dice: inout Dice) -> YAMLNode {
    switch type {
    case .word(let words): .scalar(dice.pick(words))
    case .words(let words): .list([.scalar(dice.pick(words)), .scalar(dice.pick(words))])
    case .text: .scalar(dice.pick(["none", "natural", "order-id", "some text", "email", "tenant"]))
    case .fields: .list([.scalar("tenant-id"), .scalar(dice.pick(["day", "created_at"]))])
    case .list: .list([.scalar("email"), .scalar(dice.pick(["zone-a", "zone-b", "phone"]))])
    case .flag: .scalar(dice.pick(["true", "false", "yes", "no"]))
    case .room: .scalar(dice.pick(["none", "unlimited", "\(dice.number(0...500))"]))
    case .whole: .scalar("\(dice.number(1...200))")
    case .count: .scalar(dice.happens(0.1) ? "unlimited" : "\(dice.number(1...200))")
    case .countRange: .scalar(range(&dice))
    case .number: .scalar(dice.pick(["1", "0.2", "2", "3.5", "10", "100"]))
    case .ratio: .scalar("\(dice.number(0...100))%")
    case .duration: .scalar("\(dice.number(1...900))" + dice.pick(["ms", "ms", "ms", "s", "min"]))
    case .rate:
      .scalar("\(dice.number(1...5000))" + dice.pick(["/s", "/s", "/min", "/day", "k/h"]))
    case .peak:
      .scalar("\(dice.number(1...5000))" + dice.pick(["/s", "/s", "/min", "x"]))
    case .size: .scalar("\(dice.number(1...900))" + dice.pick(["KB", "MB", "GB", "KiB"]))
    case .bandwidth:
      .scalar("\(dice.number(1...900))" + dice.pick(["Mbps", "Gbps", "MB/s", "kbit/s"]))
    case .growth: .scalar("\(dice.number(1...100))x in \(dice.number(1...36)) months")
    case .multiple: .scalar("\(dice.number(1...20))x")
    case .day: .scalar("20\(dice.number(20...40))-0\(dice.number(1...9))-\(dice.number(10...31))")
    case .money: .scalar("\(dice.number(0...900))" + dice.pick([" EUR", "USD", " EU", ".5 CHF"]))
    case .moneyRate:
      .scalar("0.\(dice.number(0...900))" + dice.pick([" EUR/h", "USD/month", " EUR", " EUR / y"]))
    case .reference: .scalar(dice.pick(names))
    case .references(.product): .scalar(dice.pick(Self.technologies))
    case .references: .list([.scalar(dice.pick(names)), .scalar(dice.pick(names))])
    }
  }

  private func range(_ dice: inout Dice) -> String {
    let low = dice.number(1...20)
    return dice.happens(0.5) ? "\(low)" : "\(low)..\(low + dice.number(0...60))"
  }

  /// A number that is hardly one, with the unit of its type; nil for types that are none.
  private func extreme(_ type: ValueType, _ dice: inout Dice) -> String? {
    let units: [String]
    switch type {
    case .room, .count, .whole, .number: units = ["", "", "k", "bn"]
    case .countRange:
      return dice.happens(0.5)
        ? dice.pick(Self.magnitudes) + ".." + dice.pick(Self.magnitudes)
        : dice.pick(Self.magnitudes)
    case .ratio: units = ["%"]
    case .duration: units = ["us", "ms", "s", "min", "h", "days", "weeks", "months", "years"]
    case .rate, .peak: units = ["/s", "/us", "/year", "k/ms", "bn/day", "/month"]
    case .size: units = ["B", "KB", "TB", "PB", "TiB"]
    case .bandwidth: units = ["bps", "MB/s", "Tbps"]
    case .multiple: units = ["x"]
    case .growth:
      return dice.pick(Self.magnitudes) + "x in " + dice.pick(Self.magnitudes)
        + dice.pick([" us", " s", " months", " years"])
    default: return nil
    }
    // Where a unit follows, only plain digits can be read.
    return dice.pick(dice.happens(0.85) ? Self.plainMagnitudes : Self.magnitudes)
      + dice.pick(units)
  }

  /// Spellings of numbers from nothing to beyond what can be counted.
  static let magnitudes: [String] =
    [
      "0", "0.0", "1", "2", "0.5", "1.5", "99.999999", "100", "1000", "1000000", "1000000000000000",
      "2147483648", "9007199254740993", "9223372036854775807", "9223372036854775808",
      "18446744073709551616", "1e3", "1e20", "1e19", "1e300", "1e308", "1e-300", "4.9e-324", "-1",
      "1e999999999", "unlimited", "none", "0x7fffffffffffffff", "0.0000000000001", "+5", ".5",
      "1_0",
    ]
    + [16, 20, 25, 40, 100, 300, 308].flatMap { count in
      [
        String(repeating: "9", count: count), "0." + String(repeating: "0", count: count) + "1",
        "1" + String(repeating: "0", count: count),
      ]
    }

  /// Those that are digits and a point.
  static let plainMagnitudes = magnitudes.filter { $0.utf8.allSatisfy { (46...57).contains($0) } }

  /// What is of no type.
  static let misfits = [
    "", "~", "NaN", ".nan", ".inf", "-.inf", "Infinity", "-5", "1e20..1e19", "5 parsecs", "٣", "５",
    "{}", "[]", "[[1]]", "5ms5ms", "1/0", "'", "\"\\u0000\"", "\"\\e[31m\"", "100.0001%", "null",
    "0x", "2027-02-30", "..", "1..", "..1", "1..2..3", "c0.o0", "::error::x",
  ]

  static let technologies = [
    "postgresql", "mysql", "redis", "sqs", "kafka", "rabbitmq", "nodejs", "kubernetes", "jvm",
    "dynamodb", "aws-lambda", "nginx", "mongodb",
  ]
}
