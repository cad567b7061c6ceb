import SourceText

/// A resource as a file states it, before anybody knows what it is.
struct Resource {
  /// Its type, such as `aws_sqs_queue`.
  let type: String
  /// Its name in the file.
  let name: String
  /// What others call it, without the numbers and keys of copies: `module.shop.aws_sqs_queue.jobs`.
  let address: String
  /// The number or key of a copy; nil for what is one.
  var index: String?
  /// The module in which it stands; empty for the one at the top.
  var module = ""
  /// Where it is stated.
  let span: SourceSpan
  /// The path of the file.
  let path: String
  /// What it is set to.
  var values: ResourceValue
  /// Whether it is there already and only looked up.
  var isLookedUp = false
  /// Whether the format makes it, where the file only needs it.
  var isMade = false
  /// Whether it stands for a number of copies that the file does not tell.
  var isUncounted = false

  /// Whether it is a numbered copy.
  var isNumbered: Bool { index.map { Int($0) != nil } ?? false }

  /// The resource with one more attribute.
  func setting(_ name: String, _ value: ResourceValue) -> Resource {
    var own = self
    own.values.content = .fields(values.fields.filter { $0.name != name } + [(name, value)])
    return own
  }
}
