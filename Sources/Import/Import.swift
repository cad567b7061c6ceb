/// The files of other tools, read in place into a draft of a system.
///
/// - `Mappings`: what names and attributes of other tools mean, from the catalogue's pages and from
///   one page for each format; no name of a product or attribute stands in the code.
/// - `Files`: texts with their trees, the values of secrets hidden from whoever quotes them.
/// - `System`: what a format is, and the components, facts and arrows that the readers of formats
///   find, put together by name.
/// - `Environment`: what variables and commands of containers say, in all formats that have them.
/// - `Compose` and its likes: one folder for each format.
/// - `Formats`: the table of formats, and which of them an input is in.
/// - `Writing`: a first description from what was read.
///
/// It reads no files: a `FileAccess` hands it bytes. Nothing is run, fetched or expanded that would
/// need another tool. What a file does not say stays unknown.

package import Architecture
package import Description
import SourceText
package import YAML

/// Reads the formats of other tools with the mappings of some pages.
package struct Importer: ForeignReader {
  private let catalogue: Catalogue
  private let pages: FormatPages

  /// An importer that knows the products of a catalogue, and what the pages of formats say.
  package init(_ catalogue: Catalogue, _ pages: FormatPages) {
    self.catalogue = catalogue
    self.pages = pages
  }

  /// Whether a text is in a format of another tool, whether that is read or not.
  package func recognises(_ text: ParsedText) -> Bool {
    Formats.format(of: text) != nil || Stranger(text) != nil
  }

  /// What some inputs say about one system; what is wrong with them goes to the reader.
  package func read(
    _ inputs: [ForeignInput], _ files: FileAccess, into yaml: YAMLReader
  ) -> ForeignReading {
    let opened = ForeignFiles(yaml, files)
    var found = FileFinder(opened)
    found.read(inputs)
    let system = ForeignSystem(yaml, opened, Mappings(catalogue, pages))
    for format in Formats.all {
      let own = found.files.filter { $0.format == format.id }
      guard !own.isEmpty else { continue }
      system.begin(format.id)
      format.read(own, into: system)
    }
    var outsiders = Outsiders(system)
    outsiders.add()
    var linker = SystemLinker(system)
    var reading = linker.reading()
    reading.draft.name = reading.draft.name ?? found.folderName
    reading.notes = found.notes + reading.notes
    return reading
  }
}
