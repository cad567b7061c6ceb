/// The values of a file that nobody may quote: texts below names that secrets have, and all values
/// of variables that are handed over in files.
struct HCLSecrets {
  private(set) var ranges: [Range<Int>] = []

  init(_ body: HCLBody, isValues: Bool) {
    if isValues {
      ranges = body.attributes.map(\.value.range)
    } else {
      look(at: body, isHidden: false)
    }
  }

  private mutating func look(at body: HCLBody, isHidden: Bool) {
    for attribute in body.attributes {
      if isHidden || SecretNames.contains(attribute.name) {
        hide(attribute.value)
      } else {
        look(at: attribute.value)
      }
    }
    for block in body.blocks {
      let isSecret =
        block.type == "variable" || block.type == "output"
        ? block.body["sensitive"] != nil || block.labels.contains(where: SecretNames.contains)
        : SecretNames.contains(block.type)
          || block.type == "dynamic" && block.labels.contains(where: SecretNames.contains)
      look(at: block.body, isHidden: isHidden || isSecret)
    }
  }

  /// Looks for objects with secrets in them.
  private mutating func look(at expression: HCLExpression) {
    switch expression.form {
    case .object(let pairs):
      for pair in pairs {
        if let name = Self.name(pair.key), SecretNames.contains(name) {
          hide(pair.value)
        } else {
          look(at: pair.value)
        }
      }
    case .literal, .null, .variable: break
    case .template(let parts): for part in parts { if let part { look(at: part) } }
    case .list(let parts), .call(_, let parts), .opaque(let parts):
      for part in parts { look(at: part) }
    case .member(let part, _), .unary(_, let part): look(at: part)
    case .index(let first, let second), .binary(_, let first, let second):
      look(at: first)
      look(at: second)
    case .conditional(let condition, let first, let second):
      for part in [condition, first, second] { look(at: part) }
    }
  }

  private static func name(_ key: HCLExpression) -> String? {
    switch key.form {
    case .variable(let name), .literal(let name): name
    default: nil
    }
  }

  /// Hides an expression; of an object the names stay.
  private mutating func hide(_ expression: HCLExpression) {
    guard case .object(let pairs) = expression.form else { return ranges.append(expression.range) }
    for pair in pairs { hide(pair.value) }
  }
}
