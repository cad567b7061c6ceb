package import SourceText

/// The measurements of an element, and where they are written.
package struct Measurements: Hashable, Sendable {
  /// One per load, in the order in which they are written.
  package let all: [Measurement]
  /// Where the key stands.
  package let span: SourceSpan
  /// The law that fits them, or why none does.
  package let fit: Result<Calibration, Calibration.Failure>

  /// Measurements that stand somewhere.
  package init(_ all: [Measurement], span: SourceSpan) {
    self.all = all
    self.span = span
    fit = Calibration.fit(all)
  }
}
