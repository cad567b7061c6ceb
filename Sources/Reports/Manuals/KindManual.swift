import Architecture
import SourceText

/// What a kind of component is, and which keys may stand on it.
struct KindManual {
  let kind: ComponentKind

  /// The manual as lines.
  var text: String {
    let keys = Property.declared(on: .component).filter { $0.isAbout(kind) }
    let names = keys.map(\.name).joined(separator: ", ")
    return """
      \(kind.rawValue)  (kind)

        \(kind.documentation)

        example   \(kind.rawValue)-1: { kind: \(kind.rawValue) }
        keys      \(names.wrapped(width: 84).joined(separator: "\n            "))

      """
  }
}
