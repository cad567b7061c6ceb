import Foundation

/// Files in `Tests/Golden`; UPDATE_GOLDEN=1 writes them anew.
package enum Golden {
  /// Where a text first differs from the one that was recorded under a name, as a line of each;
  /// nil where it does not.
  package static func difference(_ text: String, from name: String) throws -> String? {
    let file = Repository.root.appending(path: "Tests/Golden/\(name)")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
      try Data(text.utf8).write(to: file)
    }
    let recorded = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    guard text != recorded else { return nil }
    let (new, old) = (text.split(separator: "\n"), recorded.split(separator: "\n"))
    let line = zip(new, old).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    let number = line ?? min(new.count, old.count)
    let words = { (lines: [Substring]) in number < lines.count ? lines[number] : "the end" }
    return "\(name), line \(number + 1): \(words(new)), and was \(words(old))"
  }
}
