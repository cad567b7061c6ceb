import Rules

/// What a review could not assess.
extension Review {
  /// The themes in which some check waits for an answer, in the order of the alphabet.
  package var openThemes: [String] {
    Set(waiting.filter { !$0.value.isEmpty }.keys.map { String($0.prefix { $0 != "/" }) }).sorted()
  }

  /// What is said where there is no finding: that nothing was found only where all checks could
  /// be made; otherwise the themes that are undecided.
  package var verdictWithoutFinding: String {
    let themes = openThemes
    // What other tools say of a system is never all that matters.
    let nothing = imports.isEmpty ? "nothing found" : "nothing found in what the files declare"
    return themes.isEmpty
      ? nothing : "no finding so far, checks of \(themes.joined(separator: ", ")) undecided"
  }
}
