import SourceText

/// The functions and signs that are worked out; all others give what nobody knows.
enum HCLFunctions {
  /// Longest text that is worked out.
  static let limit = 20_000

  static func call(_ name: String, _ values: [ResourceValue], _ span: SourceSpan) -> ResourceValue {
    var result = known(name, values, span)
    if result == nil, ["coalesce", "try", "nonsensitive"].contains(name) {
      result = values.first(where: isKnown)
    }
    return result
      ?? ResourceValue(
        content: .unknown, span: span,
        references: ResourceValue.unique(values.flatMap(\.allReferences)))
  }

  private static func isKnown(_ value: ResourceValue) -> Bool {
    if case .unknown = value.content { return false }
    return true
  }

  private static func known(
    _ name: String, _ values: [ResourceValue], _ span: SourceSpan
  ) -> ResourceValue? {
    switch name {
    case "jsonencode", "jsondecode", "tostring", "tonumber", "tobool", "tolist", "toset", "tomap",
      "trimspace", "one", "yamlencode", "yamldecode":
      return values.first
    case "merge", "concat", "flatten": return joined(name, values, span)
    case "length":
      guard case .list(let items)? = values.first?.content else { return nil }
      return text(String(items.count), span)
    case "max", "min":
      let numbers = values.compactMap { $0.text.flatMap(Double.init) }
      guard numbers.count == values.count else { return nil }
      return (name == "max" ? numbers.max() : numbers.min()).map { number($0, span) }
    case "lower", "upper":
      return values.first?.text.flatMap {
        text(name == "lower" ? $0.lowercased() : $0.uppercased(), span)
      }
    case "format": return format(values, span)
    case "join":
      guard let sign = values.first?.text, values.count == 2,
        case .list(let items) = values[1].content
      else { return nil }
      let texts = items.compactMap(\.text)
      return texts.count == items.count ? text(texts.joined(separator: sign), span) : nil
    case "lookup":
      guard values.count > 1, let key = values[1].text, case .fields = values[0].content else {
        return nil
      }
      return values[0][key] ?? values.dropFirst(2).first
    default: return nil
    }
  }

  private static func text(_ text: String, _ span: SourceSpan) -> ResourceValue? {
    text.utf8.count > limit ? nil : ResourceValue(content: .text(text), span: span)
  }

  private static func number(_ number: Double, _ span: SourceSpan) -> ResourceValue {
    let isWhole = number.rounded() == number && abs(number) < 1e15
    return ResourceValue(
      content: .text(isWhole ? String(Int(number)) : String(number)), span: span)
  }

  /// Lists or objects as one; a list keeps what is not known as items.
  private static func joined(
    _ name: String, _ values: [ResourceValue], _ span: SourceSpan
  ) -> ResourceValue? {
    if name == "merge" {
      var fields: [(name: String, value: ResourceValue)] = []
      var references: [String] = []
      for value in values {
        references += value.references
        for field in value.fields {
          if let index = fields.firstIndex(where: { $0.name == field.name }) {
            fields[index].value = field.value
          } else {
            fields.append(field)
          }
        }
        if fields.count > 1000 { return nil }
      }
      return ResourceValue(content: .fields(fields), span: span, references: references)
    }
    var items: [ResourceValue] = []
    for value in values {
      items += name == "flatten" ? value.items.flatMap(\.items) : value.items
      if items.count > 1000 { return nil }
    }
    return ResourceValue(content: .list(items), span: span)
  }

  private static func format(_ values: [ResourceValue], _ span: SourceSpan) -> ResourceValue? {
    guard let pattern = values.first?.text else { return nil }
    var rest = values.dropFirst().makeIterator()
    var (result, isEscaped) = ("", false)
    for character in pattern {
      if isEscaped {
        isEscaped = false
        if character == "%" {
          result.append("%")
        } else if let text = rest.next()?.text {
          result += text
        } else {
          return nil
        }
      } else if character == "%" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    guard result.utf8.count < limit else { return nil }
    return ResourceValue(
      content: .text(result), span: span, references: values.flatMap(\.allReferences))
  }

  // MARK: - Signs

  static func unary(_ sign: String, _ value: ResourceValue, _ span: SourceSpan) -> ResourceValue {
    if sign == "!", let text = value.text, text == "true" || text == "false" {
      return ResourceValue(content: .text(text == "true" ? "false" : "true"), span: span)
    }
    if sign == "-", let number = value.text.flatMap(Double.init) {
      return self.number(-number, span)
    }
    return ResourceValue(content: .unknown, span: span, references: value.allReferences)
  }

  static func binary(
    _ sign: String, _ left: ResourceValue, _ right: ResourceValue, _ span: SourceSpan
  ) -> ResourceValue {
    let unknown = ResourceValue(
      content: .unknown, span: span,
      references: ResourceValue.unique(left.allReferences + right.allReferences))
    func flag(_ flag: Bool) -> ResourceValue {
      ResourceValue(content: .text(flag ? "true" : "false"), span: span)
    }
    if left.isNull || right.isNull, !left.isUnknown, !right.isUnknown, sign == "==" || sign == "!="
    {
      return flag((left.isNull == right.isNull) == (sign == "=="))
    }
    guard let first = left.text, let second = right.text else { return unknown }
    switch sign {
    case "==": return flag(first == second)
    case "!=": return flag(first != second)
    case "&&": return flag(first == "true" && second == "true")
    case "||": return flag(first == "true" || second == "true")
    default: break
    }
    guard let one = Double(first), let two = Double(second) else { return unknown }
    switch sign {
    case "<": return flag(one < two)
    case ">": return flag(one > two)
    case "<=": return flag(one <= two)
    case ">=": return flag(one >= two)
    case "+": return number(one + two, span)
    case "-": return number(one - two, span)
    case "*": return number(one * two, span)
    case "/": return two == 0 ? unknown : number(one / two, span)
    case "%": return two == 0 ? unknown : number(one.truncatingRemainder(dividingBy: two), span)
    default: return unknown
    }
  }
}
