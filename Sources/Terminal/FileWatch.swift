import Glibc

/// Tells when one of some files is saved or goes, also by editors that write a new file and rename
/// it.
///
/// The folders are watched, not the files, because a renamed file is another one. Where inotify
/// cannot be had, the files are looked at every second.
struct FileWatch {
  /// Readable when something happened; -1 without inotify.
  let descriptor: Int32
  private var folders: [Int32: String] = [:]
  private var paths: [String] = []
  private var stamps: [String] = []
  private var isWatched = false

  init() { descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC)) }

  /// Milliseconds after which to ask again without an event; nil when events can be waited for.
  var interval: Int32? { isWatched ? nil : 1000 }

  /// Watches these files from now on.
  mutating func follow(_ files: [String]) {
    // A link is saved where it points to.
    let real = files.compactMap { path in
      realpath(path, nil).map { resolved in
        defer { free(resolved) }
        return String(cString: resolved)
      }
    }
    let all = files + real.filter { !files.contains($0) }
    guard all != paths else { return }
    paths = all
    stamps = paths.map(Self.stamp)
    for folder in folders.keys { inotify_rm_watch(descriptor, folder) }
    folders = [:]
    isWatched = descriptor >= 0
    for folder in Set(paths.map { Self.split($0).folder }).sorted() {
      let events = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE)
      let number = inotify_add_watch(descriptor, folder, events)
      if number >= 0 { folders[number] = folder } else { isWatched = false }
    }
  }

  /// Whether a file was saved since the last question.
  mutating func hasChanged() -> Bool {
    guard !isWatched else { return saved() }
    _ = saved()
    let before = stamps
    stamps = paths.map(Self.stamp)
    return stamps != before
  }

  /// Reads all events; whether one is about a watched file.
  private func saved() -> Bool {
    var isSaved = false
    let known = paths.map(Self.split)
    withUnsafeTemporaryAllocation(byteCount: 65536, alignment: 8) { buffer in
      while true {
        let count = read(descriptor, buffer.baseAddress, buffer.count)
        guard count > 0 else { return }
        Self.forEachEvent(UnsafeRawBufferPointer(rebasing: buffer[..<count])) { number, name in
          isSaved = isSaved || known.contains { $0.folder == folders[number] && $0.name == name }
        }
      }
    }
    return isSaved
  }

  private static func forEachEvent(
    _ bytes: UnsafeRawBufferPointer, _ body: (Int32, String) -> Void
  ) {
    let head = MemoryLayout<inotify_event>.size
    var offset = 0
    while offset + head <= bytes.count {
      let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
      let end = min(bytes.count, offset + head + Int(event.len))
      let name = bytes[offset + head..<end].prefix { $0 != 0 }
      body(event.wd, String(decoding: name, as: UTF8.self))
      offset = end
    }
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return (folder, String(path[path.index(after: slash)...]))
  }

  private static func stamp(_ path: String) -> String {
    var status = stat()
    guard stat(path, &status) == 0 else { return "" }
    let time = status.st_mtim
    return "\(status.st_ino) \(status.st_size) \(time.tv_sec).\(time.tv_nsec)"
  }
}
