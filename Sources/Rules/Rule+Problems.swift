package import Facts
import Findings
package import SourceText

extension Rule {
  /// What went wrong with the query, at its place on the page.
  package func problem(_ failure: QueryFailure) -> Problem {
    let start = findStart + min(failure.offset ?? 0, find.utf8.count)
    let rest = page.bytes[start..<findStart + find.utf8.count]
    let word = failure.offset == nil ? rest.prefix { $0 != UInt8(ascii: "\n") } : rest.word
    return Problem(
      .error, Problem.ruleFailed, "the rule `\(id)` cannot run: \(failure.message)",
      remedy: failure.remedy, place: page.place(of: start..<max(word.endIndex, start + 1)),
      path: page.path)
  }

  /// What is wrong with the page beside its query: parameters that nothing uses, and rules that it
  /// explains although there are none.
  package func problems(_ prepared: PreparedRule?, among ids: [String]) -> [Problem] {
    (prepared?.idleParameters ?? []).map { parameter in
      problem(
        at: parameter.name, "page-parameter", "nothing uses the parameter `\(parameter.name)`",
        "write `:\(parameter.name)` in `Find`, or leave the parameter out")
    }
      + explains.filter { !ids.contains($0) }.map { name in
        problem(
          at: name, "page-explains", "there is no rule `\(name)` that the page could explain",
          suggestion(for: name, among: ids).map(didYouMean)
            ?? "`tenfold rules` lists them")
      }
  }

  /// A problem of the page where its front matter first has a word.
  package func problem(
    at word: String, _ code: String, _ message: String, _ remedy: String
  ) -> Problem {
    let end = page.lineRange(frontMatterEnd).lowerBound
    let found = page.bytes[..<end].firstRange(of: word.utf8)
    let place = page.place(of: found ?? page.lineRange(1))
    return Problem(.error, code, message, remedy: remedy, place: place, path: page.path)
  }
}

extension ArraySlice<UInt8> {
  /// The name or number that it starts with.
  fileprivate var word: ArraySlice<UInt8> {
    prefix { byte in
      byte >= 0x80 || "_.:".utf8.contains(byte) || Character(Unicode.Scalar(byte)).isLetter
        || Character(Unicode.Scalar(byte)).isNumber
    }
  }
}
