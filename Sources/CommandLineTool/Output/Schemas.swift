import Description
import Reports
import SourceText

/// `tenfold schema`: the published schemas.
enum Schemas {
  /// The schema of what people write, or of what programs read.
  static func document(_ schema: PublishedSchema) -> JSONValue {
    switch schema {
    case .description: DescriptionSchema.document
    case .settings: SettingsSchema.document
    case .check: DocumentSchema.check.document
    case .grow: DocumentSchema.grow.document
    case .diff: DocumentSchema.diff.document
    case .compare: DocumentSchema.compare.document
    case .history: DocumentSchema.history.document
    case .plan: DocumentSchema.plan.document
    case .rules: DocumentSchema.rules.document
    }
  }
}
