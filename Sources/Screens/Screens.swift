// The screen as values: a state, its changes, and its drawing on a grid of cells.
//
// Pure: no terminal, no clock, no file. `Terminal` shows a grid and turns keys into events.
//
// The folders, each using only those above it:
//
//   Cells      the grid, what a cell means, and texts made of lines for a width
//   Keys       keys, the modes in which they work, and the rows of their tables
//   Contents   what the screen shows of a review
//   List       entries, the filter over them, and a list with its selection
//   Protocols  what a view and a page have to say for themselves
//   Views      a folder for each view and each page, and the list of the views
//   Screen     the state, its changes, and the table of the keys that work in every view
//   Drawing    the frame
//
// The way of a key: `ReviewScreen.update` looks it up in `KeyTable` and then among the keys of the
// view that is shown; what it does changes the state, of which `ReviewScreen.draw` makes a frame.
// A new key is a row of `KeyTable`, which says all there is to say about it, and the method that
// the row calls. A new view is a folder in `Views` and a line in `Views.all`; its keys stand in a
// table of its own.
