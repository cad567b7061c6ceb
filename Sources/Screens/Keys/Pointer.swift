/// What a mouse does on a cell of the screen.
package struct Pointer: Hashable, Sendable {
  /// What is done.
  package enum Act: Sendable { case press, wheelUp, wheelDown }

  /// What is done.
  package let act: Act
  /// The cell's column, from 0.
  package let column: Int
  /// The cell's row, from 0.
  package let row: Int

  /// Something done on a cell.
  package init(_ act: Act, column: Int, row: Int) {
    self.act = act
    self.column = column
    self.row = row
  }
}
