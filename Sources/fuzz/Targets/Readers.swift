import Architecture
import Description
import Findings
import Review
import Rules
import SourceText
import YAML

/// The readers of all other sorts of file.
enum Readers {
  /// A project's own decisions: read, made again, and another one added.
  static func decisions(_ input: [UInt8]) -> [Output] {
    let (text, flaws) = SourceText.clean(path: "decisions", bytes: input)
    let (risks, mistakes) = AcceptedReader.risks(in: text)
    let layout = AcceptedText(text)
    let risk = risks.first ?? AcceptedRisk(place: text.place)
    let written = layout.adding(risk).map { $0.split(separator: "\n").map { String($0).printable } }
    return [
      problems(mistakes + YAMLReader.problems(of: flaws, in: text)),
      Output(
        name: "decisions",
        text: risks.map { $0.sentence.printable + "\n" }.joined()
          + (written ?? []).joined(separator: "\n")),
    ]
  }

  /// A baseline, which is written again.
  static func baseline(_ input: [UInt8]) -> [Output] {
    let (text, _) = SourceText.clean(path: "baseline", bytes: input)
    let (baseline, problems) = Baseline.read(text)
    return [self.problems(problems), Output(name: "baseline", text: baseline.text, form: .json)]
  }

  /// A rule page, added to the rule book.
  static func page(_ input: [UInt8]) -> [Output] {
    let rules = RuleSet.builtIn.adding([pageOf(input)])
    let manuals = rules.rules.filter { $0.id == "own/page" }.map { rule in
      rule.manual.split(separator: "\n").map { String($0).printable + "\n" }.joined()
    }
    return [problems(rules.problems), Output(name: "manual", text: manuals.joined())]
  }

  /// The examples of a rule page, as written and mutated.
  static func examples(_ input: [UInt8]) -> [Output] {
    let rules = RuleSet.builtIn.adding([pageOf(input)], replacing: true)
    let failures = ExampleTest.all(in: rules, matching: "own/page").prefix(12)
      .flatMap { $0.failures() }
    return [
      problems(rules.problems),
      Output(name: "failures", text: failures.map { $0.printable + "\n" }.joined()),
    ]
  }

  private static func pageOf(_ input: [UInt8]) -> (path: String, text: String) {
    let (text, _) = SourceText.clean(path: "own/page.md", bytes: input)
    return ("own/page.md", text.string(0..<text.bytes.count))
  }

  /// A page of the catalogue, and a component that is the product.
  static func products(_ input: [UInt8]) -> [Output] {
    let (text, _) = SourceText.clean(path: "technologies/own.yaml", bytes: input)
    let page = (path: text.path, text: text.string(0..<text.bytes.count))
    let catalogue = RuleSet.catalogue([page]).before(RuleSet.builtInCatalogue)
    let system =
      "components:\n  a: { kind: service, technology: own }\n  b: { kind: queue, technology: [own, sqs] }\n"
    let reading = DescriptionReader.read(
      path: "p", files: .memory(["p": Array(system.utf8)]), catalogue: catalogue)
    return [problems(CatalogueReader.problems([page]) + reading.problems)]
  }

  /// Simulated runs, merged into the forecast of the small description.
  static func runs(_ input: [UInt8]) -> [Output] {
    var settings = GrowthReview.Settings()
    settings.simulation.merged = [("runs", String(decoding: input, as: UTF8.self))]
    settings.multiples = SmallSimulation.multiples
    return Target.outputs(
      of: GrowthReview.make(
        path: SampleTexts.path, files: SampleTexts.files, catalogue: RuleSet.builtInCatalogue,
        settings: settings))
  }

  /// What follows `--set`, laid over a description together with its scenarios.
  static func change(_ input: [UInt8]) -> [Output] {
    let parts = Parts.split(input, into: 2)
    let lines = String(decoding: parts[0], as: UTF8.self).split(separator: "\n").map(String.init)
    var settings = GrowthReview.Settings()
    settings.simulation.when = .never
    settings.whatIf.changes = lines.compactMap(Change.init)
    settings.whatIf.scenarios = ["s0", "s1"]
    settings.whatIf.losses = lines.filter { !$0.contains("=") }
    settings.whatIf.isCacheCold = lines.count > 2
    return Target.outputs(
      of: GrowthReview.make(
        path: Target.path, files: .memory([Target.path: parts[1]]),
        catalogue: RuleSet.builtInCatalogue, settings: settings))
  }

  private static func problems(_ problems: [Problem]) -> Output {
    Output(name: "problems", text: Target.lines(problems))
  }
}

extension SourceText {
  /// The place of its beginning.
  fileprivate var place: SourcePlace { place(of: 0..<0) }
}
