/// Addresses as plans write them: `module.shops["a.b"].aws_sqs_queue.jobs[0]`.
enum PlanAddress {
  /// The address without numbers and keys of copies.
  static func plain(_ address: String) -> String {
    guard address.contains("[") else { return address }
    var (plain, isQuoted, depth) = ("", false, 0)
    for character in address {
      if depth > 0, character == "\"" { isQuoted.toggle() }
      if !isQuoted, character == "[" { depth += 1 }
      if depth == 0 { plain.append(character) }
      if !isQuoted, character == "]" { depth = max(0, depth - 1) }
    }
    return plain
  }

  /// The address without numbers and keys of copies, and the first of these as `[0]` or `[key]`.
  static func parts(_ address: String) -> (plain: String, copy: String) {
    guard let start = address.firstIndex(of: "["),
      let end = address[start...].firstIndex(of: "]")
    else { return (address, "") }
    return (plain(address), address[start...end].filter { $0 != "\"" })
  }

  /// The number or key of the last copy in it.
  static func lastIndex(_ address: String) -> String? {
    guard address.last == "]", let start = address.lastIndex(of: "[") else { return nil }
    return address[address.index(after: start)...].dropLast().filter { $0 != "\"" }
  }
}
