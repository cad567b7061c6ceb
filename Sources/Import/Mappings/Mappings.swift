import Architecture

/// What names of other tools mean, looked up in the catalogue and in the pages of formats.
///
/// A class: what one reader has looked up, the others need not.
final class Mappings {
  let catalogue: Catalogue
  private let pages: FormatPages
  private var readPages: [String: FormatPage] = [:]
  private lazy var images = catalogue.products(by: .images)
  private lazy var schemes = catalogue.products(by: .schemes)
  private lazy var hosts = catalogue.products(by: .hosts)
  private lazy var settings = catalogue.products(by: .settings)
  private lazy var resources = catalogue.products(by: .resources)

  init(_ catalogue: Catalogue, _ pages: FormatPages) {
    self.catalogue = catalogue
    self.pages = pages
  }

  /// The page of a format.
  func page(_ id: String) -> FormatPage {
    if let page = readPages[id] { return page }
    let page = pages.page(id)
    readPages[id] = page
    return page
  }

  /// What a container image is: by its name, or by what the name ends in, such as
  /// `acme/orders-mongodb`, where that keeps data or carries messages.
  func product(ofImage image: String) -> FoundProduct? {
    let name = ImageName(image)
    for key in [name.path, name.last] {
      guard let found = images[key] else { continue }
      let isOwn = catalogue.product(named: name.last)?.id == found.product.id
      return FoundProduct(found.product, found.kind, version: isOwn ? name.version : nil)
    }
    if let product = catalogue.product(named: name.path) {
      return FoundProduct(product, version: name.version)
    }
    return name.last.split(separator: "-").last.flatMap { keeper(named: String($0)) }
  }

  /// The store or channel of a name, such as `postgres`.
  func keeper(named name: String) -> FoundProduct? {
    guard let product = catalogue.product(named: name), let kind = product.kinds.first,
      kind.role == .store || kind.role == .channel
    else { return nil }
    return FoundProduct(product)
  }

  /// What is reached by addresses of a scheme.
  func product(ofScheme scheme: String) -> FoundProduct? {
    schemes[scheme].map { FoundProduct($0.product, $0.kind) }
  }

  /// What a vendor runs at a host: by its name, or by a domain above it.
  func product(ofHost host: String) -> FoundProduct? {
    var rest = host[...]
    while let dot = rest.firstIndex(of: ".") {
      if let (product, kind) = hosts[String(rest)] {
        return FoundProduct(product, kind ?? product.kinds.first)
      }
      rest = rest[rest.index(after: dot)...]
    }
    return nil
  }

  /// The product whose own image alone reads a variable.
  func product(ofSetting name: String) -> FoundProduct? {
    settings[name].map { FoundProduct($0.product, $0.kind) }
  }

  /// What a type of resource is: `aws_sqs_queue`, `AWS::SQS::Queue`.
  func product(ofResource type: String) -> FoundProduct? {
    resources[type].map { FoundProduct($0.product, $0.kind) }
  }

  /// Whether the page of a format, or that of a product, says what a type of resource is.
  func knows(_ type: String, by page: FormatPage) -> Bool {
    page.resources[type] != nil || product(ofResource: type) != nil
  }
}

/// A product that a name stands for, with the kind of component that it is there.
struct FoundProduct {
  let product: Technology
  /// Nil for a runtime, which any component may use.
  let kind: ComponentKind?
  /// Its version, such as `9.6`; nil where none is said.
  let version: String?

  /// A product as some kind, or as the first that its page names and that can be run by oneself.
  init(_ product: Technology, _ kind: ComponentKind? = nil, version: String? = nil) {
    self.product = product
    self.version = version
    self.kind = kind ?? product.kinds.first { $0 != .external } ?? product.kinds.first
  }

  /// The product as descriptions name it: `postgresql-9.6`.
  var name: String { version.map { "\(product.id)-\($0)" } ?? product.id }
}

/// The name of a container image in its parts.
struct ImageName {
  /// Without registry, tag and digest: `bitnami/kafka`.
  let path: String
  /// The last part of it: `kafka`.
  let last: String
  /// The version that its tag begins with: `9.6` of `postgres:9.6-alpine`.
  let version: String?

  init(_ image: String) {
    var parts = image.lowercased().split(separator: "@", omittingEmptySubsequences: false)[0]
      .split(separator: "/").map(String.init)
    if parts.count > 1, let first = parts.first,
      first.contains(".") || first.contains(":") || first == "localhost"
    {
      parts.removeFirst()
    }
    if parts.count > 1, parts.first == "library" { parts.removeFirst() }
    let named = parts.popLast()?.split(separator: ":", omittingEmptySubsequences: false) ?? []
    if let name = named.first { parts.append(String(name)) }
    version = named.count > 1 ? Self.version(ofTag: named[1]) : nil
    path = parts.joined(separator: "/")
    last = parts.last ?? ""
  }

  /// Numbers with dots between; no longer than versions are, so that a date or a hash is none.
  private static func version(ofTag tag: Substring) -> String? {
    let version = tag.prefix { $0 != "-" && $0 != "_" && $0 != "+" }
    let numbers = version.split(separator: ".", omittingEmptySubsequences: false)
    let areNumbers = numbers.allSatisfy { number in
      (1...4).contains(number.utf8.count) && number.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }
    return areNumbers && numbers.count <= 4 ? String(version) : nil
  }
}
