/// A block of the document: what stands in a section.
///
/// Blocks say what they are and not how they look; each writer knows that for its format, and
/// passes over what its readers cannot use.
indirect enum Block {
  /// A title within a section.
  case heading([Inline])
  case paragraph([Inline], Role = .plain)
  case list([[Inline]], ListStyle = .bullets)
  case table(Table)
  /// Blocks behind a title that opens them; whether a picture says the same on paper.
  case folded(title: String, [Block], isDrawn: Bool = false)
  /// A part with a title of its own, which opens it.
  case part(title: String, [Block])
  /// The system itself, which its reader can enlarge by the box with an anchor.
  case diagram(picture: XMLElement, zoom: String)
  /// Lines of a description, with marks below.
  case excerpt(String)
  case aside(Aside)
  /// Moves the bars of its section, where there is a script; its anchor.
  case slider(id: String)

  /// What a paragraph is for.
  enum Role: String {
    case plain, verdict, place, lead, legend, names, good
    /// The one number that counts, and what it is.
    case number
    /// What may be passed over.
    case dim
  }

  /// How the items of a list stand.
  enum ListStyle {
    case bullets, numbers
    /// Where something was read.
    case sources
  }

  /// Something in a frame, of some severity.
  struct Aside {
    /// The worst of it: the class by which it is marked.
    let severity: String
    /// Its anchor; nil where nothing leads to it.
    var anchor: String?
    /// What stays together at its top.
    var head: [Block] = []
    let content: [Block]
  }

  /// A paragraph of one text.
  static func paragraph(_ text: String, _ role: Role = .plain) -> Block {
    .paragraph([.text(text)], role)
  }

  /// A title of one text.
  static func heading(_ text: String) -> Block { .heading([.text(text)]) }

  /// A list with a text per item.
  static func list(_ items: [String], _ style: ListStyle = .bullets) -> Block {
    .list(items.map { [.text($0)] }, style)
  }
}
