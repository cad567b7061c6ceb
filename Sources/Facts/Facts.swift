/// The model and what was computed from it as tables, and safe queries over them.
///
/// - `FactSchema`, `FactTable`: the tables, a public interface: every column is documented.
/// - `FactBase`: the facts of one description; `FactFiller` writes their rows when they are read.
/// - `FactDatabase`: empty tables, in which queries can be prepared.
/// - `FactExport`: all of them in a file.
/// - `SQLite`: the connection, and what bounds a query.
///
/// The only module that talks to SQLite.
