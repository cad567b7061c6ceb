import Screens
import Terminal
import Testing

/// Reports as xterm's documentation has them (Mouse Tracking, SGR).
struct MouseReportTests {
  @Test(arguments: [
    ("0;1;1", Pointer(.press, column: 0, row: 0)),
    ("0;310;40", Pointer(.press, column: 309, row: 39)),
    ("64;5;6", Pointer(.wheelUp, column: 4, row: 5)),
    ("65;5;6", Pointer(.wheelDown, column: 4, row: 5)),
  ])
  func `clicks and wheel are read`(report: String, pointer: Pointer) {
    #expect(MouseReport.pointer(report, isPress: true) == pointer)
    #expect(MouseReport.pointer(report, isPress: false) == nil)
  }

  @Test(arguments: [
    "", "0", "0;1", "0;1;1;1", "0;0;1", "0;1;0", "0;-1;1", "1;1;1", "32;1;1", "0;x;1",
    "0;99999999999999999999;1", ";;",
  ])
  func `what means nothing is nothing`(report: String) {
    #expect(MouseReport.pointer(report, isPress: true) == nil)
  }
}
