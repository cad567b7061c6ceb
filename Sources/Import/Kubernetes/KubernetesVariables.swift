import SourceText

/// The variables of containers, those from ConfigMaps and Secrets of the inputs among them.
///
/// A class: what an object holds is read once, when somebody first asks for it.
final class KubernetesVariables {
  private let texts: [String: KubernetesObject]
  private var known: [String: [(name: String, text: String, span: SourceSpan)]] = [:]

  init(_ cluster: KubernetesCluster) {
    let all = cluster.objects(of: "ConfigMap") + cluster.objects(of: "Secret")
    texts = Dictionary(all.map { ("\($0.kind)/\($0.namespace)/\($0.name)", $0) }) { first, _ in
      first
    }
  }

  /// All variables of a container; what stands later replaces what stands earlier.
  func all(of container: KubernetesNode, in space: String) -> [EnvironmentReader.Variable] {
    var order: [String] = []
    var found: [String: EnvironmentReader.Variable] = [:]
    func add(_ name: String, _ value: String, _ span: SourceSpan) {
      if found[name] == nil { order.append(name) }
      found[name] = EnvironmentReader.Variable(
        name: name, value: Self.replaced(value) { found[$0]?.value }, span: span)
    }
    for source in container["envFrom"]?.items ?? [] {
      let prefix = source["prefix"]?.text ?? ""
      for (key, kind) in [("configMapRef", "ConfigMap"), ("secretRef", "Secret")] {
        guard let name = source[key, "name"], let text = name.text else { continue }
        for pair in pairs(kind, text, in: space) { add(prefix + pair.name, pair.text, pair.span) }
      }
    }
    for item in container["env"]?.items ?? [] {
      guard let name = item["name"]?.text else { continue }
      if let value = item["value"], let text = value.text {
        add(name, text, value.span)
      } else if let source = item["valueFrom"], let value = value(source, in: space) {
        add(name, value, item.span)
      }
    }
    return order.compactMap { found[$0] }
  }

  private func value(_ source: KubernetesNode, in space: String) -> String? {
    for (key, kind) in [("configMapKeyRef", "ConfigMap"), ("secretKeyRef", "Secret")] {
      guard let reference = source[key], let name = reference["name"]?.text,
        let own = reference["key"]?.text
      else { continue }
      return pairs(kind, name, in: space).first { $0.name == own }?.text
    }
    return nil
  }

  /// What a ConfigMap or a Secret holds.
  func pairs(
    _ kind: String, _ name: String, in space: String
  ) -> [(name: String, text: String, span: SourceSpan)] {
    let address = "\(kind)/\(space)/\(name)"
    if let pairs = known[address] { return pairs }
    guard let root = texts[address]?.root else { return [] }
    let pairs = Self.pairs(kind, root)
    known[address] = pairs
    return pairs
  }

  private static func pairs(
    _ kind: String, _ root: KubernetesNode
  ) -> [(name: String, text: String, span: SourceSpan)] {
    let plain = ["stringData"] + (kind == "Secret" ? [] : ["data"])
    var all = plain.flatMap { root[$0]?.pairs ?? [] }.compactMap { pair in
      pair.value.text.map { (pair.name, $0, pair.value.span) }
    }
    if kind == "Secret" {
      all += (root["data"]?.pairs ?? []).compactMap { pair in
        guard let text = pair.value.text, text.utf8.count < 20_000 else { return nil }
        return (pair.name, decoded(text), pair.value.span)
      }
    }
    return all
  }

  /// The text that is written in base 64; as far as it is that.
  private static func decoded(_ text: String) -> String {
    var (bytes, bits, count) = ([UInt8](), 0, 0)
    for letter in text.utf8 {
      guard let value = values[letter] else { continue }
      bits = (bits << 6 | value) & 0xFFFF
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(bits >> count & 0xFF))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What each letter of base 64 stands for.
  private static let values: [UInt8: Int] = Dictionary(
    uniqueKeysWithValues: zip(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8, 0...))

  /// A text with `$(NAME)` replaced; a Service's own variables are names of it.
  private static func replaced(_ text: String, _ value: (String) -> String?) -> String {
    guard text.contains("$("), text.utf8.count < 20_000 else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "$("),
      let end = rest[start.upperBound...].firstIndex(of: ")")
    {
      let name = String(rest[start.upperBound..<end])
      result += rest[..<start.lowerBound]
      result += value(name) ?? service(name) ?? ""
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  /// `ORDERS_DB_SERVICE_HOST` is the address of `orders-db`.
  private static func service(_ name: String) -> String? {
    guard name.hasSuffix("_SERVICE_HOST") else { return nil }
    return name.dropLast(13).lowercased().replacing("_", with: "-")
  }
}
