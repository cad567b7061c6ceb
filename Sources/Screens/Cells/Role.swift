/// What a cell means; whoever shows the grid decides how that looks.
package enum Role: UInt8, CaseIterable, Sendable {
  /// Running text.
  case text
  /// Text that leads: a message, a heading.
  case strong
  /// Text that may be overlooked: rules' ids, origins, lines between regions.
  case dim
  /// The name of what is shown.
  case title
  /// The row or tab the keys act on.
  case selected
  /// Severities, as words beside findings.
  case critical, high, medium, low
  /// Carets under an excerpt.
  case caret
  /// The part of a message that the filter matches.
  case match
  /// A warning that stays until its cause is gone.
  case banner
  /// A key in the footer.
  case key
}
