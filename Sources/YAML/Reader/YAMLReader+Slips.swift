import SourceText

/// Slips that YAML reads as keys without a value: the comma of `{ hit: 99,5% }` ends the value, and
/// `{ kind:client }` is one word. Each is reported once, and read as it was meant.
extension YAMLReader {
  /// The entries of a mapping with those that were meant in place of slips.
  func withoutSlips(_ entries: [Entry], of mapping: NodeReference) -> [Entry] {
    guard entries.contains(where: isBare) else { return entries }
    if let known = meant[mapping] { return known }
    let found = withoutSlips(entries)
    meant[mapping] = found
    return found
  }

  private func withoutSlips(_ entries: [Entry]) -> [Entry] {
    var meant: [Entry] = []
    for entry in entries {
      if isBare(entry), let last = meant.last, let whole = joined(last, entry) {
        meant[meant.count - 1] = whole
      } else {
        meant.append(isBare(entry) ? parted(entry) ?? entry : entry)
      }
    }
    return meant.map(withPlainNumber)
  }

  /// Whether nothing at all follows a key, not even a colon.
  private func isBare(_ entry: Entry) -> Bool {
    guard kind(entry.value) == .scalar, text(entry.value).isEmpty, !isQuoted(entry.value),
      kind(entry.key) == .scalar, !isQuoted(entry.key)
    else { return false }
    let end = range(of: entry.key).upperBound
    let next = bytes(of: entry.key)[end...].prefix(64).first { !" \n\r".utf8.contains($0) }
    return next.map { ",}".utf8.contains($0) } ?? false
  }

  /// Bytes of the longest number that anybody writes; a list of digits is none.
  private static let longestNumber = 40

  /// A value and the digits that follow it behind a comma, as one value.
  private func joined(_ entry: Entry, _ next: Entry) -> Entry? {
    let (value, key) = (range(of: entry.value), range(of: next.key))
    guard kind(entry.value) == .scalar, !isQuoted(entry.value),
      text(entry.value).utf8.count <= Self.longestNumber,
      isDigit(text(entry.value).utf8.last),
      isDigit(next.name.utf8.first), key.lowerBound == value.upperBound + 1,
      bytes(of: entry.value)[value.upperBound] == UInt8(ascii: ",")
    else { return nil }
    let whole = text(entry.value) + "," + next.name
    return entry.meaning(
      entry.name, add(whole, value.lowerBound..<key.upperBound, to: entry.value.tree))
  }

  /// A key that was run together with its value.
  private func parted(_ entry: Entry) -> Entry? {
    guard let colon = entry.name.utf8.firstIndex(of: UInt8(ascii: ":")),
      colon != entry.name.startIndex
    else { return nil }
    let (name, value) = (String(entry.name[..<colon]), entry.name[colon...].dropFirst())
    guard !value.isEmpty else { return nil }
    complain(
      "missing-blank", "`\(entry.name.prefix(60))` has no blank after its colon",
      didYouMean("\(name): \(value)"), at: entry.key)
    let end = range(of: entry.key).upperBound
    return entry.meaning(
      name, add(String(value), end - value.utf8.count..<end, to: entry.key.tree))
  }

  /// Reports a number with a comma, which is read as it would be written.
  private func withPlainNumber(_ entry: Entry) -> Entry {
    let written = text(entry.value)
    guard isAdded(entry.value), written.contains(",") else { return entry }
    let plain = PlainText.of(written)
    complain(
      "decimal-comma", "the comma in `\(written.prefix(60))` ends the value of `\(entry.name)`",
      didYouMean(plain), at: entry.value)
    return entry.meaning(entry.name, text(plain, at: entry.value))
  }

  /// A text that is meant by what is written at a node.
  package func text(_ text: String, at node: NodeReference) -> NodeReference {
    add(text, range(of: node), to: node.tree)
  }

  private func range(of node: NodeReference) -> Range<Int> {
    Int(span(node).start)..<Int(span(node).end)
  }

  private func bytes(of node: NodeReference) -> [UInt8] {
    sources.texts[Int(span(node).source)].bytes
  }

  private func isAdded(_ node: NodeReference) -> Bool { trees[node.tree].isAdded(node.node) }

  private func add(_ text: String, _ range: Range<Int>, to tree: Int) -> NodeReference {
    NodeReference(tree: tree, node: trees[tree].add(text, at: range))
  }

  private func isDigit(_ byte: UInt8?) -> Bool {
    byte.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
  }
}
