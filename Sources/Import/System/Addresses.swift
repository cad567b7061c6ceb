/// The addresses in a text: URLs, hosts with ports, connection strings, lists of brokers.
struct Addresses {
  /// A host that a text names.
  struct Address: Hashable {
    /// In small letters.
    let host: String
    /// In small letters, without what stands before a colon in it: `postgresql` of `jdbc:...`.
    var scheme = ""
    /// The first part of the path, or what a connection string calls the database; empty without.
    var schema = ""
    /// Whether nothing but the host is there, so that it may as well be any word.
    var isBare = false
  }

  /// In the order of the text.
  private(set) var all: [Address] = []

  /// The longest text that is looked at, in bytes.
  private static let longest = 20_000

  init(_ text: String) {
    guard text.utf8.count <= Self.longest else { return }
    let pairs = Self.pairs(text)
    if let host = Self.hostKeys.compactMap({ pairs[$0] }).first {
      all = Self.hosts(host).map { address in
        var address = address
        address.isBare = false
        if address.schema.isEmpty {
          address.schema = Self.schemaKeys.compactMap { pairs[$0] }.first ?? ""
        }
        return address
      }
      return
    }
    all = Self.hosts(text)
  }

  /// What a connection string says: `Host=db;Database=orders`, `host=db dbname=orders`.
  private static func pairs(_ text: String) -> [String: String] {
    guard text.contains("="), !text.contains("://") else { return [:] }
    let isList = text.contains(";")
    var pairs: [String: String] = [:]
    for part in text.split(whereSeparator: { isList ? $0 == ";" : $0 == " " }) {
      let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
      guard sides.count == 2 else { continue }
      let key = sides[0].lowercased().filter { $0 != " " && $0 != "_" }
      pairs[key] = String(sides[1].drop { $0 == " " })
    }
    return pairs
  }

  private static let hostKeys = ["host", "server", "datasource", "endpoint", "address"]
  private static let schemaKeys = ["database", "dbname", "initialcatalog"]

  private static func hosts(_ text: String) -> [Address] {
    var found: [Address] = []
    var last = Address(host: "")
    for token in text.split(whereSeparator: isDivider) {
      // `-Dname=value`, `name=value`.
      var part = token
      if !part.contains("://"), let sign = part.lastIndex(of: "=") {
        part = part[part.index(after: sign)...]
      }
      guard let address = address(part, after: last) else { continue }
      last = address
      found.append(address)
    }
    // A list of hosts has its path at its end: `mongodb://a,b/orders`.
    guard let schema = found.last?.schema, !schema.isEmpty, found.count > 1 else { return found }
    return found.map { address in
      var address = address
      if address.schema.isEmpty, address.scheme == last.scheme { address.schema = schema }
      return address
    }
  }

  private static func isDivider(_ character: Character) -> Bool {
    character.isWhitespace || ",;|\"'()[]{}<>`".contains(character)
  }

  private static func address(_ token: Substring, after last: Address) -> Address? {
    var (rest, scheme) = (token, "")
    if let marks = token.firstRange(of: "://") {
      scheme = token[..<marks.lowerBound].split(separator: ":").last.map { $0.lowercased() } ?? ""
      rest = token[marks.upperBound...]
    }
    let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
    var path = rest[end...]
    var authority = rest[..<end]
    if let at = authority.lastIndex(of: "@") {
      authority = authority[authority.index(after: at)...]
      if scheme.isEmpty { scheme = last.scheme }
    }
    // `tcp(db:3306)/orders` of Go, `db:3306/orders`.
    let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
    guard let host = parts.first, isHost(host), parts.count <= 2 else { return nil }
    let port = parts.count == 2 ? parts[1] : ""
    guard parts.count == 1 || isPort(port) else { return nil }
    path = path.first == "/" ? path.dropFirst() : ""
    var address = Address(host: host.lowercased(), scheme: scheme)
    let first = path.prefix { !"/?#&".contains($0) }
    // What is no path may be the rest of a password.
    address.schema = path.contains("@") ? "" : String(first)
    address.isBare = scheme.isEmpty && port.isEmpty && path.isEmpty && end == rest.endIndex
    return address
  }

  private static func isHost(_ text: Substring) -> Bool {
    guard !text.isEmpty, text.utf8.count < 254 else { return false }
    return text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || "-_.".unicodeScalars
          .contains($0)
    }
  }

  /// A number as ports are; `order:5` is a topic with partitions.
  private static func isPort(_ text: Substring) -> Bool {
    guard text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let port = Int(text) else {
      return false
    }
    return port >= 22 && port < 65536
  }
}
