/// A stretch of one text of a `SourceSet`, in byte offsets.
package struct SourceSpan: Hashable, Sendable {
  /// Which text of the set.
  package let source: Int32
  /// First byte.
  package let start: UInt32
  /// One past the last byte.
  package let end: UInt32

  /// A span of text number `source`.
  package init(source: Int, _ range: Range<Int>) {
    self.source = Int32(source)
    start = UInt32(range.lowerBound)
    end = UInt32(range.upperBound)
  }
}

/// All texts of one run, numbered in the order they were read.
package struct SourceSet: Sendable {
  /// The texts; a span's `source` is an index into them.
  package private(set) var texts: [SourceText] = []

  /// A set without texts.
  package init() {}

  /// Adds a text and returns its number.
  package mutating func add(_ text: SourceText) -> Int {
    texts.append(text)
    return texts.count - 1
  }

  /// The path and the place where a span starts.
  package func start(of span: SourceSpan) -> (path: String, position: SourcePosition) {
    let text = texts[Int(span.source)]
    return (text.path, text.position(at: Int(span.start)))
  }

  /// The path, lines, columns and excerpt of a span.
  package func place(of span: SourceSpan) -> SourcePlace {
    texts[Int(span.source)].place(of: Int(span.start)..<Int(max(span.start, span.end)))
  }
}

extension SourceText {
  /// The path, lines, columns and excerpt of some bytes.
  package func place(of range: Range<Int>) -> SourcePlace {
    let (start, end) = (position(at: range.lowerBound), position(at: range.upperBound))
    let window = window(of: lineRange(start.line), around: range.lowerBound)
    let column = { (offset: Int, position: SourcePosition) in
      offset - lineRange(position.line).lowerBound + 1
    }
    return SourcePlace(
      path: path, start: start, end: end, excerpt: string(window),
      excerptColumn: position(at: window.lowerBound).column,
      bytes: (column(range.lowerBound, start), column(range.upperBound, end)))
  }
}

/// A span resolved for a reader: path, one-based positions and the line it starts on.
package struct SourcePlace: Hashable, Sendable {
  /// Path of the file as the user named it.
  package let path: String
  /// Where it starts.
  package let start: SourcePosition
  /// One past where it ends.
  package let end: SourcePosition
  /// The line it starts on, as written, or the part of a long line round the start; not yet safe
  /// for a terminal.
  package let excerpt: String
  /// Column of the excerpt's first scalar; 1 unless the line is long.
  let excerptColumn: Int
  /// The column of the start in bytes of UTF-8, one-based.
  package let startByte: Int
  /// The column of the end in bytes of UTF-8, one-based.
  package let endByte: Int

  /// By what places are put in order: file, line and column.
  package var order: (path: String, line: Int, column: Int) { (path, start.line, start.column) }

  /// A place from its parts; columns count bytes as they count scalars where nothing else is said.
  package init(
    path: String, start: SourcePosition, end: SourcePosition, excerpt: String,
    excerptColumn: Int = 1, bytes: (start: Int, end: Int)? = nil
  ) {
    startByte = bytes?.start ?? start.column
    endByte = bytes?.end ?? end.column
    self.path = path
    self.start = start
    self.end = end
    self.excerpt = excerpt
    self.excerptColumn = excerptColumn
  }

  /// The excerpt with a line of carets under the span, both safe for a terminal.
  ///
  /// A long line is cut to a window round the span, so that a 10 MB line prints as one row; `cut`
  /// stands where something is left out.
  package func caretLines(
    width: Int = 90, cut: String = "…"
  ) -> (text: String, carets: String) {
    let width = max(1, width - 2 * cut.columns)
    let before = min(20, width / 2)
    let scalars = Array(excerpt.unicodeScalars)
    let first = max(0, min(start.column - excerptColumn, scalars.count))
    let windowStart = first > width - before ? max(0, first - before) : 0
    let window = scalars.dropFirst(windowStart).prefix(width)
    let indent = printable(window.prefix(first - windowStart)).columns
    let spanEnd = end.line == start.line ? end.column - excerptColumn : scalars.count
    let spanned = window.dropFirst(first - windowStart).prefix(max(0, spanEnd - first))
    let carets = max(1, printable(spanned).columns)
    let head = windowStart > 0 || excerptColumn > 1 ? cut : ""
    let tail = windowStart + window.count < scalars.count ? cut : ""
    return (
      head + printable(window) + tail,
      String(repeating: " ", count: head.columns + indent)
        + String(repeating: "^", count: carets)
    )
  }
}

private func printable(_ scalars: some Sequence<Unicode.Scalar>) -> String {
  var text = String.UnicodeScalarView()
  text.append(contentsOf: scalars)
  return String(text).printable
}
