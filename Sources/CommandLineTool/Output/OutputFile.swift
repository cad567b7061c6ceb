import Description

/// A file that the user named to be written, or standard output, which takes the place of nothing
/// that the run or the project needs.
struct OutputFile {
  /// What the user called it.
  private let path: String
  /// Where it is; nil where that does not matter, as of standard output.
  private let target: String?
  /// Whether the run has read the file in order to change it.
  private let isEdited: Bool
  private var file: AtomicFile

  /// The file at a path, or standard output; one that the run has read is left alone, unless it is
  /// edited.
  init(_ path: String?, isEdited: Bool = false) {
    self.path = path ?? "standard output"
    self.isEdited = isEdited
    // A trial shows nothing but whether it ends well.
    let path = Restart.trialNumber == nil ? path : "/dev/null"
    guard let path else {
      (target, file) = (nil, .standardOutput)
      return
    }
    if let refusal = Links.refusal(of: path) {
      let destination =
        refusal == .hidden ? "to what is hidden in the project" : "out of the project"
      (target, file) = (nil, AtomicFile(refused: "a link on the way leads \(destination)"))
      return
    }
    // Links are followed.
    let target = Paths.real(path) ?? path
    self.target = target
    file = AtomicFile(at: target)
    refuseInput()
  }

  /// Why no file could be written at a path; none is.
  static func refusal(of path: String) -> String? {
    var output = OutputFile(path)
    let isFine = output.file.failure == nil
    let failure = output.abandon("")
    return isFine ? nil : failure
  }

  /// Writes some more.
  mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { file.write(UnsafeRawBufferPointer($0)) }
  }

  /// Writes some more.
  mutating func write(_ bytes: UnsafeRawBufferPointer) { file.write(bytes) }

  /// Gives the file its name; nil, or what went wrong, and then the old file is as it was.
  mutating func finish() -> String? {
    if file.isReplacement { refuseInput() }
    file.finish()
    return file.failure.map { "cannot write \(path): \($0)" }
  }

  /// Throws away what was written, and says why.
  mutating func abandon(_ why: String) -> String? {
    file.refuse(why)
    return finish()
  }

  /// Leaves alone what other files of the project are for, and what was read.
  private mutating func refuseInput() {
    guard let target, !isEdited, file.failure == nil, Files.isThere(target) else { return }
    if FileIdentity.wasRead(target) {
      file.refuse("it is read by this run")
    } else if DescriptionName.fits(target) || Project.isOwnFile(target) {
      file.refuse("it is a file that Tenfold reads")
    }
  }
}
