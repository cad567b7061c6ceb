/// A file of the configuration language of HashiCorp, as it is written.
struct HCLBody: Sendable {
  var attributes: [HCLAttribute] = []
  var blocks: [HCLBlock] = []

  subscript(name: String) -> HCLExpression? { attributes.first { $0.name == name }?.value }
}

/// `name = value`.
struct HCLAttribute: Sendable {
  let name: String
  let value: HCLExpression
}

/// `type "label" { ... }`.
struct HCLBlock: Sendable {
  let type: String
  let labels: [String]
  let body: HCLBody
  /// The bytes of the type and the labels.
  let range: Range<Int>
}

/// An expression with the bytes on which it is written.
struct HCLExpression: Sendable {
  indirect enum Form: Sendable {
    /// A word, number or text without anything to be filled in; whether it is a text.
    case literal(String)
    case null
    /// A text with expressions in it; nil for a directive such as `%{ if }`.
    case template([HCLExpression?])
    case list([HCLExpression])
    case object([(key: HCLExpression, value: HCLExpression)])
    /// `aws_sqs_queue.jobs.arn`: a word, and what follows it.
    case variable(String)
    case member(HCLExpression, String)
    case index(HCLExpression, HCLExpression)
    case call(String, [HCLExpression])
    case conditional(HCLExpression, HCLExpression, HCLExpression)
    case binary(String, HCLExpression, HCLExpression)
    case unary(String, HCLExpression)
    /// What is not worked out, such as `for` and `[*]`: the expressions in it.
    case opaque([HCLExpression])
  }

  let form: Form
  let range: Range<Int>
}

/// Something in a file that cannot be read.
struct HCLProblem: Sendable {
  let message: String
  let remedy: String
  let offset: Int
  /// Where what could not be read begins.
  var start: Int
}
