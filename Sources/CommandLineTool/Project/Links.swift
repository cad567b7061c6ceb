import Description

/// Where the links on a path lead that is about to be written, or read for a run.
///
/// A repository can hold links to anywhere, and CI writes reports under names that everybody knows.
enum Links {
  /// Why a path is not to be followed: a link on it leads out of the project that the link lies in,
  /// or into what is hidden there; nil when it may be.
  static func refusal(of path: String) -> FileAccess.Failure? {
    var folder = path.hasPrefix("/") ? "/" : Paths.real(".") ?? "."
    for part in path.split(separator: "/") where part != "." {
      guard part != ".." else {
        folder = Paths.folder(of: folder)
        continue
      }
      let next = Paths.joined(folder, String(part))
      guard Files.isLink(next) else {
        folder = next
        continue
      }
      // One that leads nowhere is replaced, not followed.
      guard let real = Paths.real(next) else { return nil }
      if let refusal = refusal(of: real, from: folder) { return refusal }
      folder = real
    }
    return nil
  }

  private static func refusal(of real: String, from folder: String) -> FileAccess.Failure? {
    guard let root = root(around: folder) else { return nil }
    guard let target = Paths.path(of: real, from: root) else { return .outsideRoot }
    return target.split(separator: "/").contains { $0.hasPrefix(".") } ? .hidden : nil
  }

  /// The project that a link in a folder belongs to: a marked one, or the working folder; nil where
  /// the link is part of the machine.
  private static func root(around folder: String) -> String? {
    if let root = Project.markedRoot(of: folder) { return root }
    guard let here = Paths.real("."), here != "/" else { return nil }
    return Paths.path(of: folder, from: here) == nil ? nil : here
  }
}
