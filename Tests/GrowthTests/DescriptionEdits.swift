import Foundation

/// A description as text, changed in ways whose outcome is known beforehand.
///
/// Made for descriptions of random systems, whose elements stand in one line each.
struct DescriptionEdits {
  let text: String

  init(_ system: RandomSystem) { text = system.description }

  var isClosed: Bool { text.contains("users:") }

  /// The lines before the components, and the components.
  private var parts: (head: [String], components: [String]) {
    let lines = text.split(separator: "\n").map(String.init)
    let start = lines.firstIndex(of: "components:") ?? lines.count - 1
    return (Array(lines[...start]), Array(lines[(start + 1)...]))
  }

  private static func joined(_ lines: [String]) -> String { lines.joined(separator: "\n") + "\n" }

  // MARK: - Numbers

  /// Each number behind a key, written anew.
  private func rewriting(_ key: String, _ unit: String, _ write: (Double) -> String) -> String {
    var (written, rest) = ("", text[...])
    while let found = rest.range(of: "\(key): ") {
      written += rest[..<found.upperBound]
      rest = rest[found.upperBound...]
      let digits = rest.prefix { $0.isNumber || $0 == "." }
      guard let number = Double(digits), rest.dropFirst(digits.count).hasPrefix(unit) else {
        continue
      }
      written += write(number)
      rest = rest.dropFirst(digits.count + unit.count)
    }
    return written + rest
  }

  private func with(_ text: String) -> DescriptionEdits { DescriptionEdits(text: text) }

  private init(text: String) { self.text = text }

  /// So many times the demand; what is measured to be in use is as many times as much.
  func asking(_ factor: Double) -> String {
    with(rewriting("rate", "/s") { "\($0 * factor)/s" })
      .rewriting("used", "%") { "\($0 * factor)%" }
  }

  /// The same in other units.
  var inOtherUnits: String {
    with(
      with(rewriting("rate", "/s") { "\($0 * 60)/min" })
        .rewriting("takes", "ms") { "\($0 / 1000)s" }
    ).rewriting("timeout", "ms") { "\($0 / 1000)s" }
  }

  // MARK: - Elements

  /// The same with all components, and all journeys, the other way round.
  var reversed: String {
    let (head, components) = parts
    let journeys = head.filter { $0.hasPrefix("  ") }
    let start = head.filter { !$0.hasPrefix("  ") }
    return Self.joined(
      start.dropLast() + journeys.reversed() + ["components:"] + components.reversed())
  }

  /// Beside something that has nothing to do with it.
  var besideOthers: String {
    let (head, components) = parts
    return Self.joined(
      head.dropLast() + ["  other: { from: user, calls: aside, rate: 1/s }", "components:"]
        + components + ["  aside: { kind: service, replicas: 90, concurrency: 90, takes: 1ms }"])
  }

  /// Where one number of a component or a call stands.
  struct Place: CustomStringConvertible {
    let key: String
    let value: Int
    /// The component whose line it stands in.
    let component: String
    let range: Range<String.Index>

    var description: String { "\(key): \(value) of \(component)" }
  }

  /// All whole numbers behind a key.
  func places(_ key: String) -> [Place] {
    var places: [Place] = []
    var start = text.startIndex
    while let found = text.range(of: "\(key): ", range: start..<text.endIndex) {
      let digits = text[found.upperBound...].prefix(while: \.isNumber)
      let line = text[..<found.lowerBound].lastIndex(of: "\n").map(text.index(after:))
      let name = text[(line ?? text.startIndex)...].prefix { $0 != ":" }
      places.append(
        Place(
          key: key, value: Int(digits) ?? 0,
          component: name.trimmingCharacters(in: .whitespaces),
          range: found.upperBound..<digits.endIndex))
      start = digits.endIndex
    }
    return places
  }

  /// The line of the component that something stands in.
  func line(of place: Place) -> Substring {
    text.split(separator: "\n").first { $0.hasPrefix("  \(place.component):") } ?? ""
  }

  func setting(_ place: Place, to value: Int) -> String {
    text.replacingCharacters(in: place.range, with: "\(value)")
  }

  // MARK: - Silence

  /// The description without each of its facts that stand behind others, and what is left out.
  var silences: [(fact: String, text: String)] {
    text.ranges(of: /, [a-z]+: ([^,{}\[\]]+|\{ contention[^}]*\})(?=[,}\]]| [}\]])/).map { range in
      var shorter = text
      shorter.removeSubrange(range)
      return (String(text[range].dropFirst(2)), shorter)
    }
  }
}
