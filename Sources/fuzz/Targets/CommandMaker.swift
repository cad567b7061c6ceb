/// Command lines, as people and their scripts might write them.
enum CommandMaker {
  /// Names that a command line has for the input's own files.
  static let description = "p.tenfold.yaml"

  /// The arguments of one call.
  static func arguments(_ dice: inout Dice) -> [String] {
    var words = dice.pick(calls)
    for _ in 0..<dice.pick([0, 0, 1, 1, 2, 3]) { words += dice.pick(flags) }
    if dice.happens(0.1), !words.isEmpty { words.remove(at: dice.number(0...words.count - 1)) }
    if dice.happens(0.1) { words.insert(dice.pick(strays), at: dice.place(in: words.count)) }
    return words
  }

  private static let calls: [[String]] = [
    [description], ["check", description], ["check", "."], ["check"],
    ["check", description, description],
    ["grow", description, "--no-simulate"], ["grow", description, "--no-simulate", "--all"],
    ["report", description, "-o", "r.html"], ["report", description, "-o", "r.md"],
    ["diff", description, description], ["compare", description, description],
    ["query", description, "SELECT * FROM components"],
    ["accept", description, "queues/no-dlq", "c1", "--reason", "known"],
    ["rules"], ["rules", "queues"], ["explain", "queues/no-dlq"], ["facts"],
    ["facts", "components"],
    ["schema"], ["completion", "bash"], ["completion", "fish"], ["man"], ["help"],
    ["help", "grow"],
    ["version"], [],
  ]

  private static let flags: [[String]] = [
    ["--format", "json"], ["--format", "sarif"], ["--format", "html"], ["--format", "sqlite=o.db"],
    ["--format", "text", "--format", "csv=o.csv"], ["--format", "nothing"], ["--fail-on", "low"],
    ["--min-headroom", "1e308"], ["--min-headroom", "-1x"],
    ["--baseline", "b.json", "--update-baseline"],
    ["--baseline", "none.json"], ["--against", "HEAD"], ["--at", "1,2,1e300"], ["--at", "0,nan"],
    ["--at", "0.0000000001x,9999999999999999999999999999x"], ["--seed", "-1"], ["--cold-cache"],
    ["--lose", "c1"], ["--lose", "zone-a"], ["--scenario", "s0"],
    ["--set", "components.c1.replicas=0"],
    ["--set", "growth=1x in 1us"], ["--all"], ["--color", "never"], ["--help"], ["--rules", "."],
    ["--max-new", "9223372036854775808"], ["--min-checked", "101%"], ["--merge"],
    ["--output", "o"],
  ]

  private static let strays = [
    "", "-", "--", "---", "\u{1B}[2J", "日本", "--=", "--format=", "-o", "/dev/null", "=",
    String(repeating: "x", count: 5_000), "HEAD:" + description, "%s%n", "\u{202E}",
  ]
}
