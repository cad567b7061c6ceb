/// Notes as people read them.
extension ImportNote {
  /// Questions that are shown before the rest is counted.
  private static let shownQuestions = 3
  /// Names that are shown of what was not read for one reason.
  private static let shownNames = 4

  /// What was read; what was not, a line for each reason; and what the format cannot say.
  package var account: [String] {
    let all = read.map(\.words) + remarks
    let number = files == 1 ? "" : " \(files) files\(all.isEmpty ? "" : ":")"
    let found = all.joined(separator: ", ")
    let isEmpty = all.isEmpty && files == 1
    let words = isEmpty ? "nothing read" : "read\(number)\(found.isEmpty ? "" : " ")\(found)"
    var lines = ["\(format): \(words)"]
    lines += reasons.map { "not read: \(Self.listed($0.names)) (\($0.why))" }
    if !silence.isEmpty { lines.append(silence) }
    return lines
  }

  /// The account, and what is left to ask: all of it, or the first ones.
  package func lines(isComplete: Bool = false) -> [String] {
    let shown = isComplete ? questions.count : Self.shownQuestions
    var lines = account
    lines += questions.prefix(shown).map { "ask: \($0)" }
    let rest = questions.count - shown
    if rest > 0 { lines.append("and \(rest) more question\(rest == 1 ? "" : "s") (--all)") }
    return lines
  }

  /// All of it as one text.
  package var sentence: String { lines(isComplete: true).joined(separator: "; ") }

  private var reasons: [(why: String, names: [String])] {
    var order: [(why: String, names: [String])] = []
    var numbers: [String: Int] = [:]
    for ignored in ignored {
      if let number = numbers[ignored.why] {
        order[number].names.append(ignored.what)
      } else {
        numbers[ignored.why] = order.count
        order.append((ignored.why, [ignored.what]))
      }
    }
    return order
  }

  private static func listed(_ names: [String]) -> String {
    let shown = names.count > shownNames ? shownNames - 1 : names.count
    let rest = names.count - shown
    return names.prefix(shown).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }
}

extension [ImportNote] {
  /// One note for each format, about all files in it: a folder of manifests is one input.
  package var folded: [ImportNote] {
    var folded: [ImportNote] = []
    var numbers: [String: Int] = [:]
    for note in self {
      if let number = numbers[note.format] {
        folded[number].add(note)
      } else {
        numbers[note.format] = folded.count
        folded.append(note)
      }
    }
    return folded
  }
}

extension ImportNote {
  /// Adds what is said of another file in the same format.
  fileprivate mutating func add(_ other: ImportNote) {
    path = Self.folder(path, other.path, isFolder: files > 1)
    files += other.files
    for count in other.read {
      if let index = read.firstIndex(where: { $0.noun == count.noun }) {
        read[index].number += count.number
      } else {
        read.append(count)
      }
    }
    for item in other.ignored { add(item) }
    remarks += other.remarks
    questions += other.questions
  }

  private mutating func add(_ item: Ignored) {
    let known = ignored.firstIndex { $0.name == item.name && $0.why == item.why }
    guard let known else { return ignored.append(item) }
    if let count = item.count { ignored[known].count?.number += count.number }
  }

  /// The folder that both paths lie in.
  private static func folder(_ path: String, _ other: String, isFolder: Bool) -> String {
    let parts = { (path: String) in path.split(separator: "/", omittingEmptySubsequences: false) }
    let first = isFolder ? parts(path)[...] : parts(path).dropLast()
    let second = parts(other).dropLast()
    let common = zip(first, second).prefix { $0 == $1 }.map { String($0.0) }
    return common.isEmpty ? "." : common.joined(separator: "/")
  }
}
