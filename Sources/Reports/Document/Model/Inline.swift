/// A piece of a line of the document.
indirect enum Inline {
  case text(String)
  case strong(String, Tone = .plain)
  /// Words of a machine, such as the id of a rule.
  case code(String)
  /// The hash of a file.
  case hash(String)
  /// A word with a border, such as a severity.
  case badge(String)
  /// A text that says by its look how things stand.
  case toned(String, Tone)
  /// A text that leads to a page of the web, or with `#` before it to an anchor of the document.
  case link(String, to: String)
  /// How much of an element is in use, drawn.
  case bar(LoadBar)
  /// How far something reaches, drawn.
  case scale(Scale)
  /// Pieces beside each other; whether their words may come apart to fit a column.
  case group([Inline], isBreakable: Bool = false)

  /// How something stands, good or bad, or what it is.
  enum Tone: String {
    case plain, good, low, medium, high, critical, dim
    /// What is in use, which follows the slider where there is a script.
    case load
  }

  /// A bar as long as what is in use, which follows the slider where there is a script.
  struct LoadBar {
    /// What is in use of the element.
    let name: String
    /// The share in use today.
    let share: Double
    /// What is in use at multiples of today's peak, in rising order.
    let points: [(multiple: Double, load: Double)]
    /// The multiple at which its limit is reached.
    let limit: Double
  }
}
