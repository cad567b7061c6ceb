import Architecture
import Description
import SourceText

/// A component as the files of other tools show it, one after the other.
struct ForeignComponent {
  /// Its name, in the letters, digits, - and _ of descriptions.
  let name: String
  /// Where it is first named.
  let span: SourceSpan
  /// What it is; nil where nothing tells that.
  var kind: ComponentKind?
  /// What is said of it.
  var facts = FactList()
  /// Other names by which it alone knows others, such as those of links.
  var aliases: [String: String] = [:]
  /// What is said of every call that reaches it, such as by a policy of a mesh.
  var arrivals = FactList()
  /// Whether something says that it consumes.
  var isConsumer = false
  /// Whether no more is known of it than what was measured.
  var isOnlyMeasured = false
  /// Whether something opens it to callers from outside the system.
  var isPublished = false

  /// What it is for; work, where nothing tells what it is.
  var role: ComponentKind.Role { kind?.role ?? .work }
}

/// A text that names other components, and may be an arrow to them.
struct Mention {
  /// How a component is recognised.
  enum Form {
    /// The text is its name.
    case name
    /// The text is an address, or several: a URL, hosts with ports, a connection string.
    case addresses
    /// The text may have addresses in it; a bare word is none.
    case anything
  }

  /// The number of the component whose text it is.
  let source: Int
  let text: String
  let form: Form
  /// The kind of arrow; nil where the target decides.
  var kind: RelationKind?
  /// The text that the arrow rests on, such as `env DATABASE_URL`; never a value.
  let evidence: String
  let span: SourceSpan
  /// What is said of the arrow.
  var facts = FactList()
  /// The schema of a database that is named apart, such as by `DB_NAME`.
  var schema: String?
  /// The addresses in the text, which the system looks for when the mention is added; none
  /// where the text is a name.
  var addresses: [Addresses.Address] = []
}

/// Something that may be an arrow, and is a question.
struct Hint {
  let source: Int
  /// The name of the other one.
  let target: String
  /// What it rests on, a sentence without a full stop: `It starts after it`.
  let reason: String
}
