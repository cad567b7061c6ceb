// The screen as values: a state, its changes, and its drawing on a grid of cells.
//
// Pure: no terminal, no clock, no file. `Terminal` shows a grid and turns keys into events.
