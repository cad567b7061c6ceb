import Description
import SourceText
import YAML

/// The configuration language of Terraform and OpenTofu.
///
/// - `HCLParser`, `HCLBody`: the bytes of a file to blocks and expressions.
/// - `HCLEvaluator`, `HCLFunctions`: what expressions are, as far as files tell.
/// - `HCLModule`, `HCLModuleInstance`: the files of a folder, and a call of them.
/// - `HCLResources`, `HCLCopies`: the resources of all modules.
/// - `HCLSecrets`: the values that nobody may quote.
enum HCLFormat: ForeignFormat {
  static let id = "terraform"
  static let isYAML = false

  private static let blocks: Set = [
    "resource", "data", "module", "variable", "locals", "output", "terraform", "provider", "moved",
    "import", "check", "removed",
  ]

  /// A first block that only such files have; what is named `*.tf` or `*.tfvars` may be empty or
  /// hold values alone.
  static func recognises(_ text: ParsedText) -> Bool {
    let path = text.text.path
    var parser = HCLParser(text.text.bytes)
    parser.skipBlanks(lines: true)
    if parser.index >= parser.end { return path.hasSuffix(".tf") && parser.end > 0 }
    guard let name = parser.word() else { return false }
    parser.skipBlanks(lines: false)
    if path.hasSuffix(".tfvars") { return parser.take("=") }
    guard blocks.contains(name) else { return false }
    for _ in 0..<2 where parser.byte() == UInt8(ascii: "\"") {
      guard parser.string() != nil else { return false }
      parser.skipBlanks(lines: false)
    }
    return parser.take("{")
  }

  static func secrets(in text: ParsedText) -> [Range<Int>] {
    let (body, problems) = HCLParser.parse(text.text.bytes)
    let isValues = text.text.path.hasSuffix(".tfvars")
    var ranges = HCLSecrets(body, isValues: isValues).ranges
    // Of what could not be read nobody knows what it is, nor of what follows it.
    guard let first = problems.map(\.offset).min() else { return ranges }
    let start = max(1, text.text.position(at: first).line - 1)
    for number in start...max(start, text.text.lineCount) {
      let line = text.text.lineRange(number)
      let name = text.text.bytes[line].prefix { !"=:\"".utf8.contains($0) }
      ranges.append(line.lowerBound + (name.count < line.count ? name.count : 0)..<line.upperBound)
    }
    return ranges
  }

  static func parts(in text: ParsedText) -> [String] {
    HCLParser.parse(text.text.bytes).0.blocks.compactMap { block in
      guard block.type == "module" else { return nil }
      return HCLResources.source(of: block)
    }
  }

  static func read(_ files: [ForeignFile], into system: ForeignSystem) {
    var project = HCLProject(system)
    for file in files { project.add(file) }
    project.read()
  }
}
