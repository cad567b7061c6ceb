/// What a system carries after a loss.
package struct LossForecast: Sendable {
  /// What is lost: a zone.
  package let lost: String
  /// Times today's peak that are left.
  package let headroom: Double
  /// The component that breaks first then.
  package let element: String
}
