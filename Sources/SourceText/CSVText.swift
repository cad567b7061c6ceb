/// Rows of fields as comma-separated values (RFC 4180), the first row naming the columns.
package func csvText(_ rows: [[String]]) -> String {
  rows.map { row in row.map(csvField).joined(separator: ",") + "\r\n" }.joined()
}

/// A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV
/// Injection"), whether it drops blanks before one or takes signs of full width, as some do.
private func csvField(_ text: String) -> String {
  let printable = text.printable
  let start = printable.unicodeScalars.first { !$0.properties.isWhitespace }
  let isFormula = start.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
  let safe = isFormula && Double(printable) == nil ? "'" + printable : printable
  guard safe.utf8.contains(where: { ",\"".utf8.contains($0) }) else { return safe }
  return "\"" + safe.escaped { $0 == "\"" ? "\"\"" : nil } + "\""
}
