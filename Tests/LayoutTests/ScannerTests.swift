import Testing

/// What the tests of the structure see in a file.
@Suite struct ScannerTests {
  func source(_ name: String, _ text: String) -> SwiftSource {
    SwiftSource(path: "Sources/M/\(name).swift", text: text)
  }

  @Test func `texts and comments are no code, what is filled in is`() {
    let text = ##"""
      let a = "B \(C.d(e: "F")) G" // H
      /// I
      let j = #"K " \(L) \#(M)"# + N
      """##
    let source = source("A", text + "\nlet o = \"\"\"\n  P \"Q\"\n  \"\"\" + R.S")
    #expect(source.words == ["C", "M", "N", "R"])
  }

  @Test func `types that use each other through a third are a ring`() {
    let files = [
      source("x/A", "struct A { let b: B }"),
      source("y/B", "extension C { struct D {} }\nenum B {}"),
      source("y/C", "struct C {\n  struct E {}\n  func f(a: A, e: E) {}\n}"),
      source("x/E", "struct E { let a: A }"),
      source("F", "private struct A {}\nstruct F { let a: A }"),
    ]
    let uses = Uses(between: files)
    #expect(uses.rings.map(uses.names) == ["A B C"])
    #expect(Uses(betweenFoldersIn: "Sources/M", of: files).rings == [["x", "y"]])
    #expect(files.map(\.bearsNameOfItsOwn) == [true, true, true, true, true])
    #expect(!source("G", "extension A {}").bearsNameOfItsOwn)
    #expect(source("A+G", "extension A {}").bearsNameOfItsOwn)
  }

  @Test func `a function ends with the brace below its first letter`() {
    let functions = source(
      "A",
      """
      struct A {
        func one() { two() }
        private static func two(
          _ a: Int
        ) -> Int {
          if a > 0 { return 1 }

          return 2
        }
        init?() {
        }
        func three()
      }
      """
    ).functions
    #expect(functions.map(\.length) == [7, 2])
  }
}
