import Findings
import Glibc
import Review
import SourceText

/// What the flags of one call say.
struct Options: Sendable {
  /// As written; which formats there are depends on the command.
  var formats: [String] = []
  var failOn: FailOn?
  var minHeadroom: Double?
  var ruleFolders: [String] = []
  var isComplete = false
  var colour = Colour.auto
  var growth = GrowthReview.Settings()
  var isHelp = false

  enum Colour: String, CaseIterable { case auto, always, never }
  enum TableFormat: String, CaseIterable { case table, csv, json }
  enum FailOn: Equatable { case never, at(Severity) }

  /// The reports that were asked for: formats, each with the file it goes into.
  func reports<Format: CaseIterable & RawRepresentable<String>>(
    _: Format.Type, usual: Format
  ) throws(UsageError) -> [(format: Format, file: String?)] {
    guard !formats.isEmpty else { return [(usual, nil)] }
    return try formats.map { (text) throws(UsageError) in
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard let name = parts.first, let format = Format(rawValue: name) else {
        throw Flag.unknown(text, "format", Format.allCases.map(\.rawValue))
      }
      return (format, parts.dropFirst().first)
    }
  }

  /// Colours on a terminal, unless NO_COLOR (https://no-color.org) or the flag says otherwise.
  var isColoured: Bool {
    switch colour {
    case .always: return true
    case .never: return false
    case .auto:
      let isRefused = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
      let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? true
      return isatty(STDOUT_FILENO) == 1 && !isRefused && !isDumb
    }
  }
}

/// A multiple as people write it: `10x` or `2.5`.
func multiple(_ text: some StringProtocol) -> Double? {
  let digits = text.hasSuffix("x") ? text.dropLast() : text[...]
  guard digits.first?.isNumber == true, let number = Double(digits), number.isFinite, number > 0
  else { return nil }
  return number
}
