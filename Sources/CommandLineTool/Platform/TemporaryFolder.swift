import Glibc

/// A folder for some files that is gone with them after use, or when somebody ends the program from
/// outside.
enum TemporaryFolder {
  /// Does something with the paths of files of some names; nil when no folder can be made.
  static func hold<Result>(for names: [String], _ body: (_ paths: [String]) -> Result) -> Result? {
    let parent = Environment.variable("TMPDIR") ?? "/tmp"
    var template = Array((parent + "/tenfold-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let files = names.map { path + "/" + $0 }
    Interrupt.remove(files + [path])
    defer {
      for file in files { unlink(file) }
      rmdir(path)
    }
    return body(files)
  }
}
