import FoundationEssentials
import Glibc

/// A folder with a description and a rule of its own, removed in the end.
final class Workplace {
  let folder: String
  var description: String { folder + "/shop.tenfold.yaml" }
  var rules: String { folder + "/pages" }

  static let page = """
    ---
    severity: critical
    since: "0.1"
    inputs: [element.replicas]
    message: "{element} works alone"
    ---
    # A lonely worker

    One replica of a worker is none when it fails.

    ## Find
    ```sql
    SELECT c.id AS element, c.replicas_max < 2 AS holds FROM component c WHERE c.kind = 'worker'
    ```

    ## Why it hurts
    Nobody takes over.

    ## What to do
    Run two of them.

    ## When it is fine
    Never.

    ## Example: one
    ```yaml
    tenfold: 1
    system: One
    components:
      mailer: { kind: worker, replicas: 1 } # expect: critical "alone"
    ```

    ## Counter-example: two
    ```yaml
    tenfold: 1
    system: Two
    components:
      mailer: { kind: worker, replicas: 2 }
    ```
    """

  init() throws {
    var template = Array("/tmp/tenfold-XXXXXX".utf8CString)
    folder = mkdtemp(&template).map { String(cString: $0) } ?? ""
    try FileManager.default.createDirectory(
      atPath: rules + "/team", withIntermediateDirectories: true)
    try write(Self.page, to: rules + "/team/lonely-worker.md")
    try describe(mailers: 1)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Saves the description as editors do: a new file, renamed.
  func describe(mailers: Int) throws {
    try save(
      """
      tenfold: 1
      system: Shop
      components:
        printer: { kind: worker, replicas: 1 }
        mailer: { kind: worker, replicas: \(mailers) }

      """)
  }

  func save(_ text: String) throws {
    try write(text, to: description + ".new")
    rename(description + ".new", description)
  }

  func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path))
  }

  /// The program with the description and the rule.
  func open(
    _ environment: [String: String] = [:], width: Int32 = 80, height: Int32 = 24
  ) -> PseudoTerminal? {
    PseudoTerminal(
      [description, "--rules", rules], environment: environment, width: width, height: height)
  }
}
