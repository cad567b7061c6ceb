/// How many seconds the longer units of time have.
package enum Seconds {
  package static let day = 86_400.0
  package static let week = 604_800.0
  /// A twelfth of a year.
  package static let month = 2_629_800.0
  /// 365.25 days.
  package static let year = 31_557_600.0
}
