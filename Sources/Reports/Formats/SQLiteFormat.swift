import Architecture
import Facts

/// The database as a format; with the facts of a single review where there is a catalogue.
struct SQLiteFormat: FileFormat {
  let catalogue: Catalogue?

  func open(at path: String) throws(QueryFailure) -> any FileReport {
    try SQLiteReport(at: path, catalogue: catalogue)
  }
}
