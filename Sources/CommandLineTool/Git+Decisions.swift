import Description
import Findings
import Review
import Rules
import SourceText
import Synchronization

extension Git {
  /// What the project of a description, by its path now, said of rules and gates at the revision.
  func configuration(of description: String, _ rules: RuleSet) -> Configuration {
    var configuration = Configuration()
    let home = home(of: description)
    let name = Files.configurationName
    configuration.take(
      text(name, in: home), below: home.isEmpty ? nil : text(name, in: ""), rules)
    return configuration
  }

  /// The settings of a description with what its project had decided at the revision, on its day.
  func settings(_ settings: ReviewSettings, of description: String) -> ReviewSettings {
    var settings = settings
    settings.acceptedFile = text(AcceptedFile.name, in: home(of: description))
    settings.today = day
    return settings
  }

  /// The nearest folder above a description that had settings, from the top one; else that.
  private func home(of description: String) -> String {
    guard var folder = path(of: description) else { return "" }
    while let slash = folder.lastIndex(of: "/") {
      folder = String(folder[..<slash])
      if text(Files.configurationName, in: folder) != nil { return folder }
    }
    return ""
  }

  /// A project's file in a folder as it was; nil when it was not there.
  private func text(_ name: String, in folder: String) -> SourceText? {
    let path = folder.isEmpty ? name : Files.joined(folder, name)
    guard case .success(let contents) = read(path) else { return nil }
    return SourceText(
      path: "\(revision):\(path)", text: String(decoding: contents.bytes, as: UTF8.self))
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
