import Glibc

/// This program's own file.
enum Executable {
  /// Its path.
  static let path: String = {
    var bytes = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &bytes, bytes.count - 1)
    return String(decoding: bytes.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }()

  /// The folder that it was built into, where the program stands as well.
  static let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
}
