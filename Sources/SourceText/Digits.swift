/// The digits of a number that is not negative, with zeros before them up to a width.
package func digits(_ value: some BinaryInteger, radix: Int = 10, width: Int) -> String {
  let digits = String(value, radix: radix)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
