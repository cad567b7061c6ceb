package import SourceText

extension YAMLReader {
  /// Everything wrong with the text, in the order of the text.
  ///
  /// What a template or an anchor says wrong is said once, however many components use it, and of
  /// one kind of mistake no more is listed than anybody reads.
  package var problems: [Problem] {
    var order: [String: Int] = [:]
    for (index, text) in sources.texts.enumerated() where order[text.path] == nil {
      order[text.path] = index
    }
    func key(_ problem: Problem) -> (Int, Int, Int) {
      (order[problem.path] ?? -1, problem.place?.start.line ?? 0, problem.place?.start.column ?? 0)
    }
    return (found.problems + found.surplus.map(problem)).enumerated().sorted {
      let (left, right) = (key($0.element), key($1.element))
      return left == right ? $0.offset < $1.offset : left < right
    }.map(\.element)
  }

  private func problem(_ surplus: ProblemList.Surplus) -> Problem {
    let place = sources.place(of: surplus.span)
    return Problem(
      surplus.weight, "more-mistakes",
      "\(surplus.count) more of the kind `\(surplus.code)` are not listed, the first of them here",
      remedy: "fix those first; the rest may follow from them", place: place, path: place.path)
  }

  /// Adds a problem at a node.
  package func complain(
    _ code: String, _ message: String, _ remedy: String? = nil, at node: NodeReference,
    weight: Problem.Weight = .error
  ) {
    complain(code, message, remedy, at: span(node), weight: weight)
  }

  /// Adds a problem at a span.
  package func complain(
    _ code: String, _ message: String, _ remedy: String? = nil, at span: SourceSpan,
    weight: Problem.Weight = .error
  ) {
    complain(code, message, unknown: "", among: [], otherwise: remedy, at: span, weight: weight)
  }

  /// Adds a problem about a name that nobody knows, with the one that was probably meant.
  package func complain(
    _ code: String, _ message: String, unknown name: String,
    among candidates: @autoclosure () -> [String], otherwise remedy: @autoclosure () -> String?,
    at span: SourceSpan, weight: Problem.Weight = .error
  ) {
    complain(
      code, message, unknown: name, otherwise: remedy(), at: span, weight: weight
    ) { budget in
      name.isEmpty ? nil : suggestion(for: name, among: candidates(), within: &budget)
    }
  }

  /// The same, where the one that was meant is found in another way, within a budget of letters.
  package func complain(
    _ code: String, _ message: String, unknown name: String,
    otherwise remedy: @autoclosure () -> String?, at span: SourceSpan,
    weight: Problem.Weight = .error, meant: (inout Int) -> String?
  ) {
    guard found.isNews(code, name, at: span, weight) else { return }
    let remedy = meant(&suggestionBudget).map(didYouMean) ?? remedy()
    let place = sources.place(of: span)
    found.add(
      Problem(
        weight, code, Self.shortened(message), remedy: remedy.map(Self.shortened), place: place,
        path: place.path))
  }

  /// Adds a problem that has its place already.
  package func add(_ problem: Problem) { found.add(problem) }

  /// Whether nothing is wrong so far.
  package var isFlawless: Bool { found.problems.isEmpty }

  /// A sentence that quotes a whole line of the input is cut.
  private static func shortened(_ sentence: String) -> String {
    let limit = 500
    return sentence.utf8.count <= limit ? sentence : sentence.prefix(limit) + "..."
  }
}
