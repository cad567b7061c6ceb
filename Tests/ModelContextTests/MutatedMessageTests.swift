import SourceText
import TestSupport
import Testing

/// Messages that nobody would send.
@Suite struct MutatedMessageTests {
  static let messages = [
    #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25"}}"#,
    #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}"#,
    #"{"jsonrpc":"2.0","id":"é\u00e9\ud83d\ude00","method":"tools/list"}"#,
    #"{"jsonrpc":"2.0","id":2,"method":"resources/read","params":{"uri":"tenfold://rules/a/b"}}"#,
    #"{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"explain","arguments":"#
      + #"{"name":"takes"}}}"#,
    #"{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"schema","arguments":"#
      + #"{"of":"facts","place":"journey"}}}"#,
    #"{"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":"query","arguments":"#
      + #"{"description":"components: {a: {kind: service}}","sql":"select 1","rows":3}}}"#,
    #"{"jsonrpc":"2.0","id":6,"method":"tools/call","params":{"name":"what_if","arguments":"#
      + #"{"description":"components: {a: {kind: service}}","set":["components.a.takes=1s"],"#
      + #""at":[1,1e1]}}}"#,
    #"{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"set","arguments":"#
      + #"{"path":"a","change":"components.a.takes=1s"}}}"#,
  ]

  /// A byte changed, lost, doubled or moved, the end lost, or a piece of another message put in.
  private func mutated(_ message: [UInt8], _ dice: inout Dice) -> [UInt8] {
    var bytes = message
    for _ in 0...dice.below(3) where !bytes.isEmpty {
      let at = dice.below(bytes.count)
      switch dice.below(6) {
      case 0: bytes[at] = UInt8(dice.below(256))
      case 1: bytes.remove(at: at)
      case 2: bytes.insert(bytes[at], at: at)
      case 3: bytes.swapAt(at, dice.below(bytes.count))
      case 4: bytes.removeSubrange(at...)
      default:
        let other = Array(Self.messages[dice.below(Self.messages.count)].utf8)
        bytes.insert(contentsOf: other[dice.below(other.count)...].prefix(20), at: at)
      }
    }
    return bytes
  }

  @Test func `two thousand of them are answered or passed over, and the next is heard`() throws {
    let client = Client(["a": "components: {a: {kind: service}}"], writes: true)
    var dice = Dice(state: 20)
    var answers = 0
    for number in 0..<2000 {
      let message = Array(Self.messages[number % Self.messages.count].utf8)
      if let answer = try client.say(mutated(message, &dice)) {
        answers += 1
        #expect((answer["result"] == nil) != (answer["error"] == nil))
      }
    }
    #expect(answers > 1000)
    #expect(try client.ask("ping")["result"] != nil)
  }
}
