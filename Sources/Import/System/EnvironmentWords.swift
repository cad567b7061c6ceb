/// The names of variables, and those of components as these would write them.
enum EnvironmentWords {
  /// The words of a name in capitals, whether they are divided by `_`, `.`, `-` or by their case.
  static func words(_ name: String) -> [String] {
    var words: [String] = []
    var word = ""
    var wasSmall = false
    for character in name.prefix(200) {
      let divides = "_.-:".contains(character)
      if divides || character.isUppercase && wasSmall {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
      if !divides { word += character.uppercased() }
      wasSmall = character.isLowercase
    }
    return word.isEmpty ? words : words + [word]
  }
}
