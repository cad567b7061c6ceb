import Findings
import YAML

/// What is fitted to the measurements of one element.
package struct MeasuredElement: Sendable {
  /// The element.
  package let element: ElementID
  /// Its name.
  package let name: String
  /// What is fitted.
  package let calibration: Calibration
  /// Whether its service time is taken for the one that nobody declared.
  package let isTaken: Bool
}

extension Architecture {
  /// The elements whose measurements a law fits, in the order of the description.
  package var calibrations: [MeasuredElement] {
    measured.compactMap { element, measurements in
      guard case .success(let calibration) = measurements.fit else { return nil }
      let takes = facts(of: element)[.takes]
      return MeasuredElement(
        element: element, name: name(of: element), calibration: calibration,
        isTaken: takes?.origin == .derived && takes?.span == measurements.span)
    }
  }

  /// The elements that were measured, in the order of the description.
  package var measured: [(element: ElementID, measurements: Measurements)] {
    components.indices.flatMap { index -> [(element: ElementID, measurements: Measurements)] in
      let own = components[index].measured.map { (ElementID.component(index), $0) }
      return [own].compactMap(\.self)
        + components[index].operations.compactMap { operation in
          operations[operation].measured.map { (ElementID.operation(operation), $0) }
        }
    }
  }

  /// Takes the fitted service time for that of the work where nobody declared one, of elements that
  /// wait for nobody: of others it holds the time of what they call.
  mutating func addMeasuredTimes() {
    let found = measured
    guard !found.isEmpty else { return }
    let calling = Set(
      relations.compactMap { $0.isSynchronous && $0.journey == nil ? $0.source?.component : nil })
    for (element, measurements) in found
    where components(of: element).allSatisfy({ !calling.contains($0) }) {
      guard facts(of: element)[.takes] == nil,
        case .success(let calibration) = measurements.fit
      else { continue }
      set(
        .takes,
        Fact(
          .number(calibration.service), .derived, basis: .declared, span: measurements.span,
          source: "fitted to \(calibration.points.count) measurements"), of: element)
    }
  }
}
