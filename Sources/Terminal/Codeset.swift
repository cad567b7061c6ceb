import Glibc

/// What the locale says about characters.
package enum Codeset {
  /// Whether the terminal can be sent UTF-8.
  ///
  /// A locale that nobody has set, or that is not installed, is taken for UTF-8; one that was set
  /// to something else is believed.
  package static func isUnicode() -> Bool {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"]
    let values = names.compactMap { (name: String) in getenv(name).map { String(cString: $0) } }
    let name = values.first { !$0.isEmpty }?.lowercased() ?? "utf-8"
    guard name.contains("utf-8") || name.contains("utf8") else {
      setlocale(LC_ALL, "C")
      return false
    }
    return ["", "C.UTF-8"].contains { (locale: String) in
      setlocale(LC_ALL, locale) != nil && isCodesetUnicode
    }
  }

  private static var isCodesetUnicode: Bool {
    nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } == "UTF-8"
  }
}
