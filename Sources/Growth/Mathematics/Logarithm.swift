import Glibc

/// Logarithms near 1, where their first term hides the others.
enum Logarithm {
  /// y - log(1 + y) without cancellation.
  ///
  /// Where y is small it is y^2/2 - y^3/3 + y^4/4 - and so on.
  static func rest(_ y: Double) -> Double {
    guard abs(y) < 0.25 else { return y - log1p(y) }
    var (sum, degree) = (0.0, 30.0)
    while degree >= 2 {
      sum = 1 / degree - y * sum
      degree -= 1
    }
    return y * y * sum
  }
}
