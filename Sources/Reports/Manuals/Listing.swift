import SourceText

/// Names with what they mean, in two columns.
struct Listing {
  let entries: [(name: String, meaning: String)]

  /// As lines; long meanings go on below themselves.
  var text: String {
    let width = entries.map(\.name.count).max() ?? 0
    return entries.map { name, meaning in
      let lines = meaning.wrapped(width: 98 - width)
      return lines.enumerated().map { number, line in
        (number == 0 ? name : "").padded(to: width + 2) + line + "\n"
      }.joined()
    }.joined()
  }
}
