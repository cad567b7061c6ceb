import Description
import Findings
import Review
import Rules
import SourceText
import Synchronization

extension Git {
  /// What the project of a description, by its path now, said of rules and gates at the revision.
  ///
  /// That a file is there and cannot be read is an error: its gates are not known to be passed.
  /// What is not understood in it is a warning: it judges as little as it did then, and a change
  /// that mends it must be able to pass.
  func configuration(of description: String, _ rules: RuleSet) -> Configuration {
    var configuration = Configuration()
    var failures: [Problem] = []
    for folder in folders(above: description) {
      let found = text(Project.settingsName, in: folder)
      if case .failure(let failure)? = found {
        failures.append(
          Problem(
            .error, "not-readable", "the settings at `\(revision)` cannot be read",
            remedy: "the file \(failure.message)", path: "\(revision):\(Project.settingsName)"))
      }
      let own = path(of: description) ?? ""
      configuration.take(
        SettingsLayer(
          text: try? found?.get(),
          description: folder.isEmpty ? own : String(own.dropFirst(folder.count + 1))
        ) { file in try? text(Repository.normalised(file), in: folder)?.get() }, rules)
    }
    configuration.settings.problems = configuration.settings.problems.map(\.asWarning) + failures
    return configuration
  }

  /// The folders above a description, by their paths from the top one.
  private func folders(above description: String) -> [String] {
    let parts = (path(of: description) ?? "").split(separator: "/").dropLast()
    return (0...parts.count).map { parts.prefix($0).joined(separator: "/") }
  }

  /// The settings of a description with what its project had decided at the revision, on its day.
  func settings(_ settings: ReviewSettings, of description: String) -> ReviewSettings {
    var settings = settings
    settings.acceptedFile = try? text(Project.acceptedName, in: home(of: description))?.get()
    settings.today = day
    return settings
  }

  /// The nearest folder above a description that had settings, from the top one; else that.
  private func home(of description: String) -> String {
    guard var folder = path(of: description) else { return "" }
    while let slash = folder.lastIndex(of: "/") {
      folder = String(folder[..<slash])
      if text(Project.settingsName, in: folder) != nil { return folder }
    }
    return ""
  }

  /// A project's file in a folder as it was; nil when it was not there.
  private func text(
    _ name: String, in folder: String
  ) -> Result<SourceText, FileAccess.Failure>? {
    let path = folder.isEmpty ? name : Paths.joined(folder, name)
    let contents = read(path)
    if case .failure(.notFound) = contents { return nil }
    return contents.map { contents in
      SourceText(
        path: "\(revision):\(path)", text: String(decoding: contents.bytes, as: UTF8.self))
    }
  }

  private static let days = Mutex<[String: Day]>([:])

  /// The day of the revision; asked once for all descriptions of a run.
  private var day: Day? {
    Self.days.withLock { days in
      if let day = days[commit] { return day }
      let answer = git.run("show", "-s", "--no-show-signature", "--format=%cs", commit)
      days[commit] = Day(String(decoding: (answer?.output ?? []).prefix(10), as: UTF8.self))
      return days[commit]
    }
  }
}
