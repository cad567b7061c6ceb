import Description

/// A file of a project that is changed in its place.
struct EditedFile {
  /// Where it is.
  let path: String
  /// What the user calls it.
  let name: String

  /// The file at a path, which the user may call otherwise.
  init(_ path: String, called name: String? = nil) {
    (self.path, self.name) = (path, name ?? path)
  }

  /// Writes a text in place of another, which the file still has to say; what went wrong, if that
  /// could not be done.
  ///
  /// `read` reads what is there, where not every file may be read.
  func write(
    from old: String, to new: String,
    read: (String) -> Result<FileAccess.Contents, FileAccess.Failure> = {
      Files.read($0, mayBePipe: false)
    }
  ) -> String? {
    do throws(UsageError) {
      try FileLock.hold(of: path, else: UsageError(busy: name)) { () throws(UsageError) in
        guard case .success(let contents) = read(path), contents.bytes == Array(old.utf8) else {
          throw UsageError(message: "`\(name)` is no longer what was read; nothing was written")
        }
        if let failure = Output.save(new, as: contents.identity, isEdited: true) {
          throw UsageError(message: failure)
        }
      }
      return nil
    } catch {
      return error.message
    }
  }
}
