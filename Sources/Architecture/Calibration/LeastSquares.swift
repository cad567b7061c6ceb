/// Linear least squares with few unknowns.
enum LeastSquares {
  /// The x for which the sum of squares of A x - b is least; nil where the columns do not tell the
  /// unknowns apart.
  ///
  /// By the normal equations A'A x = A'b, columns scaled to length 1 first (Björck, Numerical
  /// Methods for Least Squares Problems, 1996, sections 2.2 and 2.7.2).
  static func solution(_ rows: [[Double]], _ values: [Double]) -> [Double]? {
    let count = rows.first?.count ?? 0
    let lengths = (0..<count).map { column in
      rows.reduce(0) { $0 + $1[column] * $1[column] }.squareRoot()
    }
    guard rows.count >= count, lengths.allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
    let scaled = rows.map { row in zip(row, lengths).map { $0 / $1 } }
    var equations = (0..<count).map { i in
      (0..<count).map { j in scaled.reduce(0) { $0 + $1[i] * $1[j] } }
        + [zip(scaled, values).reduce(0) { $0 + $1.0[i] * $1.1 }]
    }
    guard let solved = eliminated(&equations) else { return nil }
    return zip(solved, lengths).map { $0 / $1 }
  }

  /// The smallest pivot of columns of length 1 that are told apart.
  private static let least = 1e-12

  /// Gaussian elimination with pivots from the diagonal's column below.
  private static func eliminated(_ rows: inout [[Double]]) -> [Double]? {
    let count = rows.count
    for column in 0..<count {
      guard
        let pivot = (column..<count).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
        abs(rows[pivot][column]) > least
      else { return nil }
      rows.swapAt(column, pivot)
      for row in 0..<count where row != column {
        let factor = rows[row][column] / rows[column][column]
        for place in column...count { rows[row][place] -= factor * rows[column][place] }
      }
    }
    return rows.indices.map { rows[$0][count] / rows[$0][$0] }
  }
}
