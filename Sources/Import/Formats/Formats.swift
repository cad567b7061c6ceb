package import YAML

/// The formats that are read.
enum Formats {
  /// In the order in which they are tried and read: what owns components before what adds to them.
  static let all: [any ForeignFormat.Type] = [
    ComposeFormat.self, KubernetesFormat.self, TerraformPlanFormat.self, CloudFormationFormat.self,
    ServerlessFormat.self, HCLFormat.self, OTLPFormat.self, JaegerFormat.self,
    PrometheusFormat.self,
  ]

  /// The format that a text is in; nil for another one.
  static func format(of text: ParsedText) -> (any ForeignFormat.Type)? {
    all.first { $0.recognises(text) }
  }

  /// The format of an id; nil when there is none such.
  static func named(_ id: String) -> (any ForeignFormat.Type)? { all.first { $0.id == id } }
}

/// The formats that files can be in, for the command line and for whoever names one.
package enum FormatNames {
  /// The ids, as `--as` takes them.
  package static var all: [String] { Formats.all.map { $0.id } }

  /// The id of the format that a text is in; nil for another one.
  package static func format(of text: ParsedText) -> String? { Formats.format(of: text)?.id }

  /// The files and folders that a text of another tool makes part of its system, relative to it.
  package static func parts(in text: ParsedText) -> [String] {
    Formats.format(of: text)?.parts(in: text) ?? []
  }
}
