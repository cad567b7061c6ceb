import Description
import SourceText
import YAML

/// The configuration language of Terraform and OpenTofu.
///
/// - `HCLParser`, `HCLBody`: the bytes of a file to blocks and expressions.
/// - `HCLEvaluator`, `HCLFunctions`: what expressions are, as far as files tell.
/// - `HCLModule`, `HCLModuleInstance`: the files of a folder, and a call of them.
/// - `HCLResources`, `HCLCopies`, `HCLValues`: the resources of all modules.
/// - `HCLSecrets`, `HCLBroken`: the values that nobody may quote.
enum HCLFormat: ForeignFormat {
  static let id = "terraform"
  static let isYAML = false

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
    guard HCLHeaders.labels[name] != nil else { return false }
    for _ in 0..<2 where parser.byte() == UInt8(ascii: "\"") {
      guard parser.string() != nil else { return false }
      parser.skipBlanks(lines: false)
    }
    return parser.take("{")
  }

  static func secrets(in text: ParsedText) -> [Range<Int>] {
    let (body, problems) = HCLParser.parse(text.text.bytes)
    let isValues = text.text.path.hasSuffix(".tfvars")
    return HCLSecrets(body, isValues: isValues).ranges + HCLBroken(problems, in: text.text).ranges
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
