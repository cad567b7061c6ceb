import SourceText

/// A mistake in how the program was called.
struct UsageError: Error {
  let message: String

  init(message: String) { self.message = message }

  /// A word that is none of those there are, with the one that was probably meant.
  init(unknown text: String, _ what: String, _ choices: [String]) {
    let hint =
      suggestion(for: text, among: choices).map(didYouMean)
      ?? "choose one of \(choices.joined(separator: ", "))"
    message = "there is no \(what) `\(text.printable)`; \(hint)"
  }

  /// A file that another run does not let go.
  init(busy path: String) {
    message = "another run is writing \(path.printable); nothing was changed, try again"
  }
}
