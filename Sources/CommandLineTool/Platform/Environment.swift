import Glibc

/// The variables that the program was started with.
enum Environment {
  /// The value of a variable; nil when it is not set.
  static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// All variables, each as `NAME=value`, with some that are set or left out.
  static func variables(_ changes: [String: String?]) -> [String] {
    var own: [String] = []
    var next = environ
    while let entry = next.pointee {
      own.append(String(cString: entry))
      next += 1
    }
    let kept = own.filter { entry in changes[String(entry.prefix { $0 != "=" })] == nil }
    let set = changes.sorted { $0.key < $1.key }.compactMap { name, value in
      value.map { "\(name)=\($0)" }
    }
    return kept + set
  }
}
