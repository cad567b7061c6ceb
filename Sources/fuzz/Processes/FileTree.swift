import Glibc

/// Files and folders, as far as the fuzzer needs them.
enum FileTree {
  /// The bytes of a file; nil when it cannot be read.
  static func bytes(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&part, 1, part.count, file), count > 0 { bytes += part[..<count] }
    return ferror(file) == 0 ? bytes : nil
  }

  /// Writes a file, with the folders above it.
  static func write(_ bytes: [UInt8], to path: String) {
    var folder = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      folder += part + "/"
      mkdir(folder, 0o777)
    }
    guard let file = fopen(path, "w") else { return }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  /// All files below a folder that are not hidden, in the order of their names.
  static func files(under folder: String) -> [String] {
    entries(of: folder).filter { !$0.name.hasPrefix(".") }.flatMap { name, isFolder in
      isFolder ? files(under: folder + "/" + name) : [folder + "/" + name]
    }.sorted()
  }

  /// A new folder for temporary files.
  static func temporaryFolder() -> String {
    var name = Array("/tmp/fuzz-XXXXXX".utf8CString)
    return mkdtemp(&name).map { String(cString: $0) } ?? "."
  }

  /// Removes a folder with all in it, hidden files included.
  static func remove(_ folder: String) {
    for (name, isFolder) in entries(of: folder) {
      if isFolder { remove(folder + "/" + name) } else { unlink(folder + "/" + name) }
    }
    rmdir(folder)
  }

  private static func entries(of folder: String) -> [(name: String, isFolder: Bool)] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var found: [(name: String, isFolder: Bool)] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." {
        found.append((name, entry.pointee.d_type == UInt8(DT_DIR)))
      }
    }
    return found
  }
}
