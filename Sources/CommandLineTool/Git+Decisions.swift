import Description
import Findings
import Review
import SourceText
import Synchronization

extension Git {
  /// The settings of a description with what its project had decided at the revision, on its day.
  func settings(_ settings: ReviewSettings, of description: String) -> ReviewSettings {
    var settings = settings
    settings.acceptedFile = nil
    let file = AcceptedFile.path(in: Files.home(of: description))
    if let path = path(of: file), case .success(let contents) = read(path) {
      settings.acceptedFile = SourceText(
        path: "\(revision):\(path)", text: String(decoding: contents.bytes, as: UTF8.self))
    }
    settings.today = day
    return settings
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
