import SourceText

/// One file of settings on the way from the root of a project down to a description.
struct SettingsLayer {
  /// What it says; nil where there is no such file.
  let text: SourceText?
  /// The description's path from the folder that it speaks for.
  let description: String
  /// Reads a file that it extends, by its path from the same folder; nil where there is none that
  /// may be read.
  let open: (_ path: String) -> SourceText?
}
