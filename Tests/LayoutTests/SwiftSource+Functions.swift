import Foundation

extension SwiftSource {
  /// Functions and initializers with the number of their lines, as swift-format lays them out: the
  /// brace that ends one stands below its first letter.
  var functions: [(name: String, length: Int)] {
    lines.indices.compactMap { start in
      guard Self.isFunction(lines[start]) else { return nil }
      let indent = Self.indent(lines[start])
      let end = lines[(start + 1)...].firstIndex { line in
        let first = line.dropFirst(indent).first ?? " "
        return !line.isEmpty && Self.indent(line) <= indent && !"){".contains(first)
      }
      guard let end, lines[end].dropFirst(indent).first == "}" else { return nil }
      return (lines[start].trimmingCharacters(in: .whitespaces), end - start + 1)
    }
  }

  private static func indent(_ line: Substring) -> Int { line.prefix { $0 == " " }.count }

  private static let modifiers: Set = [
    "package", "private", "fileprivate", "static", "mutating", "borrowing", "consuming",
    "convenience", "@Sendable",
  ]

  private static func isFunction(_ line: Substring) -> Bool {
    let words = line.drop { $0 == " " }.split(separator: " ")
    let first = words.first { !modifiers.contains(String($0)) }
    return first == "func" || first?.prefix { $0 != "(" && $0 != "?" && $0 != "<" } == "init"
  }
}
