import Findings

extension HTMLWriter {
  /// An element around a line, which stands between its tags where it is nothing but a text.
  static func line(
    _ name: String, _ content: [Inline], _ attributes: KeyValuePairs<String, String?> = [:]
  ) -> XMLElement {
    if content.count == 1, case .text(let text)? = content.first {
      return XMLElement(name, attributes, text: text)
    }
    return XMLElement(name, attributes, content.map(element))
  }

  /// A piece of a line.
  static func element(_ inline: Inline) -> XMLElement {
    switch inline {
    case .text(let text): .text(text)
    case .strong(let text, let tone): XMLElement("strong", ["class": style(tone)], text: text)
    case .code(let text): XMLElement("code", text: text)
    case .hash(let text): XMLElement("code", ["class": "hash"], text: text)
    case .badge(let word): XMLElement("span", ["class": "badge \(word)"], text: word)
    case .toned(let text, let tone): XMLElement("span", ["class": style(tone)], text: text)
    case .link(let text, let target):
      XMLElement(
        "a", ["href": target, "rel": target.hasPrefix("#") ? nil : "noreferrer"], text: text)
    case .bar(let bar): element(bar)
    case .scale(let scale): element(scale)
    case .group(let content, let isBreakable):
      XMLElement("span", ["class": isBreakable ? "long" : nil], content.map(element))
    }
  }

  private static func style(_ tone: Inline.Tone) -> String? {
    tone == .plain ? nil : tone.rawValue
  }

  private static func element(_ bar: Inline.LoadBar) -> XMLElement {
    let width = min(1, max(0, bar.share)) * 100
    let drawn = XMLElement(
      "span",
      [
        "class": bar.limit < 1 ? "bar over" : "bar",
        "style": "width: \(Unit.digits(width, significant: 3))%",
        "data-load": bar.points.map { Unit.digits($0.load) }.joined(separator: " "),
        "data-at": bar.points.map { exact($0.multiple) }.joined(separator: " "),
        "data-limit": exact(bar.limit), "data-name": bar.name,
      ])
    return XMLElement("span", ["class": "track"], [drawn])
  }

  private static func element(_ scale: Inline.Scale) -> XMLElement {
    func percent(_ share: Double) -> String { Unit.digits(share * 100, significant: 3) + "%" }
    let bar = XMLElement(
      "span", ["class": "reach \(scale.tone.rawValue)", "style": "width: \(percent(scale.share))"])
    let line = scale.target.map { target in
      XMLElement("span", ["class": "goal", "style": "left: \(percent(target))"])
    }
    return XMLElement("span", ["class": "scale"], [bar] + (line.map { [$0] } ?? []))
  }

  /// A multiple that is compared and not only shown.
  private static func exact(_ multiple: Double) -> String {
    Unit.digits(multiple, significant: 9)
  }
}
