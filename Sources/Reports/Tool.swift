/// The program's name and version, as reports state them.
package enum Tool {
  package static let name = "tenfold"
  package static let version = "0.1.0"
  /// The day of that version, which a manual page states.
  package static let date = "2026-11-25"
}
