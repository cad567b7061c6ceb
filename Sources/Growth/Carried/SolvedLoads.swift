/// What is solved at multiples of today's demand, each once however many ask.
///
/// A class, because those who ask share it.
final class SolvedLoads<Solution> {
  private let solve: (Double) -> Solution
  private var known: [Double: Solution] = [:]

  init(_ solve: @escaping (Double) -> Solution) { self.solve = solve }

  /// The solution at a multiple.
  subscript(multiple: Double) -> Solution {
    if let solution = known[multiple] { return solution }
    let solution = solve(multiple)
    known[multiple] = solution
    return solution
  }
}
