import SourceText

/// What is wrong with the description.
struct ProblemsView: View {
  let title = "Problems"
  let noun = "Problem"
  let emptyWords = "no problems"

  /// A description that could not be read has nothing else to show.
  func isUrgent(in contents: Contents) -> Bool {
    contents.findings.isEmpty && contents.error != nil
  }

  func entries(of contents: Contents) -> [Entry] {
    contents.problems.enumerated().map { number, problem in
      Entry(
        id: problem.id, number: number, label: problem.weight.rawValue,
        role: problem.weight == .error ? .critical : .medium, message: problem.message,
        place: problem.place, searching: [problem.code, problem.message])
    }
  }

  func detail(of entry: Entry, in contents: Contents, width: Int) -> Lines {
    let problem = contents.problems[entry.number]
    var lines = Lines(
      of: entry, about: problem.place?.words(in: "") ?? problem.path, width: width)
    if let remedy = problem.remedy { lines.addSection("What to do", remedy) }
    return lines
  }
}
