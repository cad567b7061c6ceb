extension ReviewScreen {
  /// Draws the state; a grid of another size shows what fits.
  package func draw(on grid: inout CellGrid, ascii: Bool = false) {
    var screen = self
    screen.width = grid.width
    screen.height = grid.height
    screen.settle()
    var frame = Frame(
      screen, grid: CellGrid(width: grid.width, height: grid.height),
      marks: ascii ? .ascii : .unicode)
    frame.draw()
    if ascii { frame.grid.reduceToASCII() }
    grid = frame.grid
  }
}
