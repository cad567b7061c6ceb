import Architecture
import Description
import Findings
import Review
import Rules
import SourceText
import YAML

/// What the `.tenfold.yaml` of a project change about rules and gates: those of all folders from
/// its root down, where the nearer one counts more.
struct Configuration {
  var settings = ReviewSettings()
  var gates = Gates()
  /// The keys whose values no file further down may loosen.
  var finals: Set<String> = []
  /// Where keys and rules stand, by name.
  var places: [String: SourcePlace] = [:]
  /// Files of settings that a file completes, with where it says so.
  var extended: [(file: String, place: SourcePlace)] = []

  enum Key: Sendable { case gate(Gate), rules, final, overrides, exclude, extends }

  enum RuleKey: String, MappingKey {
    case severity, off, parameters, fail

    var documentation: String {
      switch self {
      case .severity: "Severity instead of the page's."
      case .off: "Whether the rule does not run."
      case .parameters: "Values instead of the page's."
      case .fail: "Whether a finding fails the run: always, or never."
      }
    }

    /// What its value looks like; nil where the page of the rule says that.
    var type: ValueType? {
      switch self {
      case .severity: .word(Severity.allCases.map(\.word))
      case .off: .flag
      case .fail: .word(["always", "never"])
      case .parameters: nil
      }
    }
  }

  static let keys = MappingSchema(
    Gate.all.map { KeySpec($0.name, Key.gate($0), $0.key) } + [
      KeySpec("rules", .rules, "Changes to rules, by id."),
      KeySpec(
        "overrides", .overrides,
        "Changes to rules for some paths, elements or teams, each with its reason."),
      KeySpec(
        "exclude", .exclude,
        "Files and folders that are left out where a folder is reviewed, as patterns such as "
          + "legacy/ or *.draft.tenfold.yaml."),
      KeySpec(
        "extends", .extends,
        "Files of settings that this one completes, from its own folder; inside the project."),
      KeySpec(
        "final", .final, "The keys of this file that no file in a folder below may loosen."),
    ], takesNotes: false)
  static let ruleKeys = MappingSchema(RuleKey.self)

  enum OverrideKey: String, MappingKey {
    case paths, elements, teams, rules, reason

    var documentation: String {
      switch self {
      case .paths: "Descriptions it is about, as patterns from the folder of this file."
      case .elements: "Elements it is about, by their names; * stands for anything."
      case .teams: "Teams whose components it is about."
      case .rules: "Changes to rules there, by id or theme."
      case .reason: "Why they are others there."
      }
    }

    /// What its value looks like; nil for the changes.
    var type: ValueType? {
      switch self {
      case .paths, .elements, .teams: .list
      case .reason: .text
      case .rules: nil
      }
    }
  }

  static let overrideKeys = MappingSchema(OverrideKey.self)

  /// What a description's project says, its configuration and its accepted risks, and what the
  /// flags say about it.
  ///
  /// A mistake in it is a problem of every description it is about.
  static func read(for path: String, _ rules: RuleSet, _ options: Options) -> Configuration {
    var configuration = Configuration()
    configuration.settings.ignoresAccepted = options.ignoresAccepted
    configuration.settings.whatIf = options.growth.whatIf
    if !options.ruleFolders.isEmpty { configuration.settings.timeLimit = Clock.queryLimit }
    configuration.settings.today = Clock.today
    let accepted = Project.acceptedFile(of: path)
    configuration.settings.acceptedFile = configuration.text(of: accepted)
    configuration.take(of: path, rules, above: options.settingsFile)
    options.ruleSelection.apply(to: &configuration.settings, rules)
    return configuration
  }

  /// What the settings of a description's project say, without its accepted risks.
  static func read(
    for path: String, _ rules: RuleSet, above file: String? = nil
  ) -> Configuration {
    var configuration = Configuration()
    configuration.take(of: path, rules, above: file)
    return configuration
  }

  /// Takes what the files of settings say that a description's project has, below one that the user
  /// named.
  private mutating func take(of path: String, _ rules: RuleSet, above file: String?) {
    let root = Project.root(of: path)
    let own = Paths.located(path)
    if let file {
      take(
        SettingsLayer(
          text: text(of: file, isNamed: true), description: Paths.path(of: own, from: root) ?? path
        ) { Self.extended(Paths.joined(Paths.folder(of: file), $0)) }, rules)
    }
    for folder in Project.settingsFolders(of: path) {
      complainOfUnread(in: folder)
      take(
        SettingsLayer(
          text: text(of: Paths.joined(folder, Project.settingsName)),
          description: Paths.path(of: own, from: folder) ?? path
        ) { Self.extended(Paths.joined(folder, $0)) }, rules)
    }
  }

  /// A file that settings extend; nil where there is none in the project.
  private static func extended(_ path: String) -> SourceText? {
    guard case .success(let contents?) = GuardedFiles.ofProject(path) else { return nil }
    return SourceText(
      path: Paths.relative(path), text: String(decoding: contents.bytes, as: UTF8.self))
  }

  /// A file of settings or decisions that is named as nobody reads it would be ignored in silence.
  private mutating func complainOfUnread(in folder: String) {
    for name in [Project.settingsName, Project.acceptedName] {
      let unread = Paths.joined(folder, name.dropLast(4) + "yml")
      guard Files.isThere(unread) else { continue }
      let shown = Paths.relative(unread)
      settings.problems.append(
        Problem(
          .error, "unread-settings", "`\(shown)` is not read", remedy: "rename it to `\(name)`",
          path: shown))
    }
  }

  /// The text of a file of the project; that it cannot be read is a problem.
  private mutating func text(of path: String, isNamed: Bool = false) -> SourceText? {
    let name = Paths.relative(path)
    let contents =
      isNamed
      ? Files.read(path, mayBePipe: true).map(Optional.some) : GuardedFiles.ofProject(path)
    switch contents {
    case .success(let contents):
      return contents.map {
        SourceText(path: name, text: String(decoding: $0.bytes, as: UTF8.self))
      }
    case .failure(let failure):
      settings.problems.append(
        Problem(
          .error, "not-readable", "`\(name)` cannot be read", remedy: "it \(failure.message)",
          path: name))
    }
    return nil
  }
}
