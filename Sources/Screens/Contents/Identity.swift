import Findings
import SourceText

extension Question {
  /// Identity over reloads.
  var id: String { fingerprint([element, property]) }
}

extension Problem {
  /// Identity over reloads.
  var id: String { fingerprint([code, message, path]) }
}
