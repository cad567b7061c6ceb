package import Architecture
import SourceText
import YAML

/// Reads a description and the files it includes into a model, silence completed from the
/// catalogue.
package enum DescriptionReader {
  /// Never fails: what cannot be read is a problem, and the rest is read.
  package static func read(
    path: String, files: FileAccess, catalogue: Catalogue, foreign: (any ForeignReader)? = nil,
    whatIf: WhatIf = WhatIf()
  ) -> ReadResult {
    let yaml = YAMLReader()
    var result = ReadResult()
    var documents = FileReader(yaml, files, foreign)
    if documents.read(path) {
      let imports = documents.imports
      let imported = imports.isEmpty ? nil : foreign?.read(imports, files, into: yaml)
      result.imports = imported?.notes ?? []
      let properties = PropertyReader(yaml, catalogue)
      var system = SystemReader(properties, files, imported?.draft)
      system.read(documents.roots)
      var described = link(system.draft, yaml)
      PriceReader(yaml: yaml, catalogue: catalogue).add(system.prices, to: &described)
      let reader = WhatIfReader(properties, system.draft, described, catalogue)
      reader.checkExpectations()
      result.decisions = TripwireReader(yaml, described).decisions(system.decisions)
      result.scenarios = system.scenarios.map(reader.scenario)
      reader.apply(whatIf, to: &result)
    }
    result.problems = yaml.problems
    result.sources = yaml.sources
    return result
  }

  /// The model of a draft; names that point nowhere are reported and left out.
  private static func link(_ draft: Draft, _ yaml: YAMLReader) -> Architecture {
    var linker = Linker(draft, isComplete: !yaml.isPartial)
    let architecture = linker.architecture(of: draft)
    linker.report(to: yaml)
    return architecture
  }
}

extension Linker {
  /// Adds what could not be resolved to the problems of a reader.
  func report(to yaml: YAMLReader) {
    for reference in unresolved {
      yaml.complain(
        reference.code, reference.message, unknown: reference.name,
        among: candidates(for: reference), otherwise: remedy(for: reference), at: reference.span,
        weight: reference.weight)
    }
  }
}
