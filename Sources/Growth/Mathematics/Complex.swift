import Glibc

/// A complex number, as far as transforms of distributions need it.
package struct Complex: Hashable, Sendable {
  /// The real part.
  package var real: Double
  /// The imaginary part.
  package var imaginary: Double

  /// A number from its parts.
  package init(_ real: Double, _ imaginary: Double = 0) {
    self.real = real
    self.imaginary = imaginary
  }

  /// The sum.
  package static func + (left: Complex, right: Complex) -> Complex {
    Complex(left.real + right.real, left.imaginary + right.imaginary)
  }

  /// The difference.
  package static func - (left: Complex, right: Complex) -> Complex {
    Complex(left.real - right.real, left.imaginary - right.imaginary)
  }

  /// The product.
  package static func * (left: Complex, right: Complex) -> Complex {
    Complex(
      left.real * right.real - left.imaginary * right.imaginary,
      left.real * right.imaginary + left.imaginary * right.real)
  }

  /// The product with a real number.
  package static func * (left: Double, right: Complex) -> Complex {
    Complex(left * right.real, left * right.imaginary)
  }

  /// The quotient.
  package static func / (left: Complex, right: Complex) -> Complex {
    let size = right.real * right.real + right.imaginary * right.imaginary
    return Complex(
      (left.real * right.real + left.imaginary * right.imaginary) / size,
      (left.imaginary * right.real - left.real * right.imaginary) / size)
  }

  /// The principal value of the number raised to a real power.
  func raised(to power: Double) -> Complex {
    switch power {
    case 1: return self
    case -1: return Complex(1) / self
    case 0, 2, 3, 4, 5, 6, 7, 8:
      return (0..<Int(power)).reduce(Complex(1)) { power, _ in power * self }
    default: break
    }
    let size = 0.5 * power * log(real * real + imaginary * imaginary)
    return Complex.polar(exp(size), power * atan2(imaginary, real))
  }

  /// The principal value of the natural logarithm.
  var logarithm: Complex {
    Complex(0.5 * log(real * real + imaginary * imaginary), atan2(imaginary, real))
  }

  /// e raised to the number.
  var exponential: Complex { Complex.polar(exp(real), imaginary) }

  static func polar(_ size: Double, _ angle: Double) -> Complex {
    Complex(size * cos(angle), size * sin(angle))
  }
}
