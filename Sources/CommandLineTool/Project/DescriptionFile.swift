import Description
import Findings
import Review
import SourceText

/// A description to review.
struct DescriptionFile {
  let path: String
  /// Whether the user named it; else it was found in a folder, where anybody may have put it.
  var isNamed = true
  /// The folder that the user named, in which files of other tools were found.
  private var folder: String?
  /// Whether it is the first one that its project's settings are read for.
  private(set) var isFirstOfProject = false
  /// That it crashed the program, when it did.
  private var crash: Problem?

  /// How it is read, with what it includes.
  private var files: FileAccess {
    GuardedFiles.access(around: path, isNamed: isNamed, within: folder)
  }

  private init(_ path: String, isNamed: Bool, in folder: String? = nil) {
    (self.path, self.isNamed, self.folder) = (path, isNamed, folder)
  }

  /// Its review by some rules.
  func review(by rules: RuleSet, _ settings: ReviewSettings) -> Review {
    Restart.guardStack()
    if let crash { return Review(path: path, crash) }
    return Review.make(path: path, files: files, rules: rules, settings: settings)
  }

  /// The descriptions that some operands name: files as they are, folders by what they hold.
  ///
  /// What a folder holds and is left out is listed, a line for each reason.
  static func named(
    by operands: [String], telling tell: (String) -> Void = { _ in }
  ) -> [DescriptionFile] {
    var all: [DescriptionFile] = []
    var leftOut: [(path: String, why: String)] = []
    for operand in operands {
      guard operand != "-", Files.isDirectory(operand) else {
        all.append(DescriptionFile(operand, isNamed: true))
        continue
      }
      // A folder that holds none is reported in their place.
      let search = DescriptionSearch(under: operand)
      all += search.paths.map { DescriptionFile($0, isNamed: false) }
      leftOut += search.leftOut
      guard search.paths.isEmpty else { continue }
      let foreign = ForeignFolders.systems(under: operand)
      all += foreign.map { DescriptionFile($0, isNamed: $0 == operand, in: operand) }
      if foreign.isEmpty { all.append(DescriptionFile(operand, isNamed: true)) }
    }
    var seen: Set<String> = []
    if Restart.trialNumber == nil {
      Self.lines(of: leftOut.filter { seen.insert($0.path).inserted }).forEach(tell)
    }
    return tried(all.filter { seen.insert(Paths.real($0.path) ?? $0.path).inserted })
  }

  /// What is left out of a run, a line for each reason.
  private static func lines(of leftOut: [(path: String, why: String)]) -> [String] {
    let groups = Dictionary(grouping: leftOut, by: \.why).sorted { $0.key < $1.key }
    return groups.map { why, files in
      let more = files.count > 1 ? ", and so are \(files.count - 1) more" : ""
      return "tenfold: left out: \(files[0].path.printable) \(why.printable)\(more)\n"
    }
  }

  /// The descriptions with what became of them when the program crashed; in a trial, the one to
  /// try.
  private static func tried(_ all: [DescriptionFile]) -> [DescriptionFile] {
    if let number = Restart.trialNumber { return Array(all.dropFirst(number).prefix(1)) }
    var all = all
    var homes: Set<String> = []
    for number in all.indices {
      all[number].isFirstOfProject = homes.insert(Project.home(of: all[number].path)).inserted
    }
    for number in Restart.crashes(of: all.count) {
      let path = all[number].path
      all[number].crash = Problem(.error, "crashed", Restart.fault(of: "`\(path)`"), path: path)
    }
    return all
  }
}
