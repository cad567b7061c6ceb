import Rules

/// What a review could not assess.
extension Review {
  /// The themes in which some check waits for an answer, in the order of the alphabet.
  package var openThemes: [String] {
    Set(waiting.filter { !$0.value.isEmpty }.keys.map { String($0.prefix { $0 != "/" }) }).sorted()
  }

  /// What is said where nothing was found: that some of it could not be assessed, and of what.
  ///
  /// Where everything could be, the words stand alone.
  package var nothingFound: String {
    let themes = openThemes
    return themes.isEmpty
      ? "nothing found"
      : "nothing found; could not assess in full: \(themes.joined(separator: ", "))"
  }
}
