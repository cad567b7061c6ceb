/// Emphasis by ANSI attributes (ECMA-48), or none.
struct TextStyle {
  let isColoured: Bool

  func bad(_ text: String) -> String { mark(text, "1;31") }
  func warn(_ text: String) -> String { mark(text, "33") }
  func good(_ text: String) -> String { mark(text, "32") }
  func accent(_ text: String) -> String { mark(text, "35") }
  func strong(_ text: String) -> String { mark(text, "1") }
  func dim(_ text: String) -> String { mark(text, "2") }

  private func mark(_ text: String, _ code: String) -> String {
    isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
