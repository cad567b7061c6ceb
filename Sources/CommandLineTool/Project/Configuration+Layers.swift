import Findings
import Review
import Rules
import SourceText

extension Configuration {
  /// Files that extend each other at most.
  private static let mostExtended = 16

  /// Completes what files above say by what a file says, as far as they let it.
  mutating func take(_ layer: SettingsLayer, _ rules: RuleSet) {
    guard let text = layer.text else { return }
    var seen: Set<String> = []
    take(text, layer, rules, &seen)
  }

  private mutating func take(
    _ text: SourceText, _ layer: SettingsLayer, _ rules: RuleSet, _ seen: inout Set<String>
  ) {
    guard seen.insert(text.path).inserted else { return }
    var own = Configuration()
    own.read(text, for: layer.description, rules)
    for (file, place) in own.extended {
      guard seen.count <= Self.mostExtended, let base = layer.open(file) else {
        settings.problems.append(
          Problem(
            .error, "unknown-settings", "there is no `\(file)` to extend",
            remedy: "write its path from the folder of this file, inside the project",
            place: place, path: text.path))
        continue
      }
      take(base, layer, rules, &seen)
    }
    complete(by: own, rules)
  }

  /// Takes what a file further down says, which counts where it loosens nothing that is final.
  private mutating func complete(by own: Configuration, _ rules: RuleSet) {
    let upper = self
    gates = own.gates.over(upper.gates)
    settings.rules.merge(own.settings.rules) { $1.completed(by: $0) }
    settings.overrides += own.settings.overrides
    settings.problems += own.settings.problems
    settings.configurationFiles += own.settings.configurationFiles
    finals.formUnion(own.finals)
    places.merge(own.places) { $1 }
    bind(to: upper, own, rules)
  }
}
