/// A table of the forecast, as the text, the page and Markdown lay it out each in their way.
struct GrowthTable {
  /// What it shows and how that was found, such as `Utilisation (law)`.
  let title: String
  /// What its rows are about.
  let subject: String
  let columns: [Column]
  /// The lines of each row: one, or several about the same element.
  let rows: [[Line]]
  /// What stands below it.
  var notes: [String] = []
  /// What the short titles of its columns mean, where there is no room for their words.
  var legend: String?

  /// A column behind the names.
  struct Column {
    /// Short enough for a terminal.
    let title: String
    /// The title where there is room.
    var words: String?
    let width: Int
    let side: Side

    /// Where its cells stand, or that they are drawn of characters.
    enum Side { case left, right, drawn }

    static func number(_ title: String, _ width: Int, _ words: String? = nil) -> Column {
      Column(title: title, words: words, width: width, side: .right)
    }

    static func words(_ title: String, _ width: Int, _ words: String? = nil) -> Column {
      Column(title: title, words: words, width: width, side: .left)
    }
  }

  /// A name and its cells.
  struct Line {
    let name: String
    /// Whether it says more about the line above it.
    var isMore = false
    let cells: [Cell]
  }

  /// A cell, and how it stands.
  struct Cell {
    let text: String
    var tone = Tone.plain

    enum Tone { case plain, good, warn, bad }

    init(_ text: String, _ tone: Tone = .plain) {
      self.text = text
      self.tone = tone
    }
  }
}
