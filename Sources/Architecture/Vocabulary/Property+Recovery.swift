import Findings
import YAML

extension Property {
  /// Properties of how lost data comes back, and of what a store runs out of.
  static let recoveryProperties: [PropertyDefinition] = [
    PropertyDefinition(
      "backup.every", .duration, on: .component, within: .pauses, about: .recovery,
      "How often a copy of its data is put aside; a log that is shipped all the time counts as its "
        + "delay.",
      asks: "How often is {element} backed up?", such: "1h"),
    PropertyDefinition(
      "backup.kept", .duration, on: .component, endless: true, about: .recovery,
      "How far back its backups go.", such: "30 days"),
    PropertyDefinition(
      "backup.apart", .flag, on: .component, about: .recovery,
      "Whether its backups survive whoever or whatever deletes the original: another account or "
        + "vendor, or copies that cannot be changed.",
      asks: "Are backups of {element} isolated from whoever can delete the original?"),
    PropertyDefinition(
      "restore", .duration, on: .component, about: .recovery,
      "How long it takes until it serves again from a backup, at its size of today.",
      asks: "How long does a restore of {element} from backup take?", such: "3h"),
    PropertyDefinition(
      "restore-tested", .flag, on: .component, about: .recovery,
      "Whether a restore of all of its data was carried out in the last year.",
      asks: "Was a full restore of {element} tested within the last year?"),
    PropertyDefinition(
      "rto", .duration, on: [.component, .journey], about: .recovery,
      "How long it may be down after a disaster (recovery time objective).", such: "4h"),
    PropertyDefinition(
      "rpo", .duration, on: [.component, .journey], about: .recovery,
      "How much of the latest data may be lost in a disaster (recovery point objective).",
      such: "5min"),
    PropertyDefinition(
      "delete", .word(["soft", "hard"]), on: .component, about: .recovery,
      "Whether deleted records can be brought back for some days, or are gone at once.",
      asks: "Are deletes in {element} soft or hard?"),
    PropertyDefinition(
      "rows", .count, on: .component, within: .records, about: .hygiene,
      "Keys given out so far in its largest table.",
      asks: "How many ids has the largest table of {element} issued so far?", such: "900M"),
    PropertyDefinition(
      "id-width", .count, on: .component, about: .hygiene,
      "Bits of the numeric key of its largest table: 32 for `int`, 64 for `bigint`.",
      asks: "How wide is the id of the largest table of {element}, in bits: 32 or 64?", such: "64"),
  ]
}
