import Findings
import SourceText

extension Evidence {
  /// Where the value comes from: file and line, or what it follows from.
  var whereFrom: String { place.map { "\($0.path):\($0.start.line)" } ?? provenance }
}
