import Findings
import YAML

extension Property {
  /// Properties of how a component is changed: new versions, configuration, schema, maintenance.
  static let changeProperties: [PropertyDefinition] = [
    PropertyDefinition(
      "release", .word(["all-at-once", "rolling", "blue-green", "canary"]),
      on: [.component, .relation], relations: [.maintains],
      about: .change,
      "How a change reaches all copies: at once, a few copies after the others, a second set that "
        + "takes over, or a small share of the traffic first. Of a store that others take their "
        + "configuration from, how a changed value reaches them.",
      asks:
        "How is a change rolled out to the copies of {element}: all-at-once, rolling, "
        + "blue-green or canary?", such: "canary"),
    PropertyDefinition(
      "rollback", .duration, on: .component, about: .change,
      "How long it takes from the decision until the previous version, or value, serves everybody "
        + "again.",
      asks: "How long does a rollback of {element} take?", such: "5min"),
    PropertyDefinition(
      "canary.share", .ratio, on: .component, about: .change,
      "Share of the requests that the new version gets first.",
      asks: "What share of the traffic does a canary of {element} get?", such: "5%"),
    PropertyDefinition(
      "canary.lasts", .duration, on: .component, within: .pauses, about: .change,
      "How long the new version is watched before it gets the rest.",
      asks: "How long is a canary of {element} observed before the full rollout?", such: "15min"),
    PropertyDefinition(
      "canary.judged-by", .word(["metrics", "people", "nobody"]), on: .component, about: .change,
      "What stops a canary that is worse: a comparison of metrics, people who look, or nobody.",
      asks: "What aborts a bad canary of {element}: metrics, people or nobody?"),
    PropertyDefinition(
      "config-from", .references(.component), on: .component, about: .change,
      "Components that it takes its configuration from: flags, routes, rules, content, models.",
      such: "flags"),
    PropertyDefinition(
      "migration", .word(["in-place", "expand-contract", "offline", "none"]), on: .component,
      about: .change,
      "How its schema changes: renamed and dropped under running code, first widened and narrowed "
        + "once no version needs the old form, in a maintenance window, or never.",
      asks: "How are schema changes of {element} made: in-place, expand-contract, offline or none?",
      such: "expand-contract"),
    PropertyDefinition(
      "patching", .word(["replace", "in-place"]), on: .component, about: .hygiene,
      "How its machines get updates: new ones from an image, or changes on those that run.",
      asks: "How are the machines of {element} patched: replace or in-place?"),
    PropertyDefinition(
      "write-access", .word(["everybody", "team", "approved", "pipeline"]), on: .component,
      about: .hygiene,
      "Who can change its data or configuration in production by hand: every engineer, its team, "
        + "somebody with a second person's consent, or only a reviewed pipeline.",
      asks:
        "Who can change {element} in production by hand: everybody, team, approved or "
        + "pipeline?",
      such: "approved"),
    PropertyDefinition(
      "blast-radius", .ratio, on: .relation, relations: [.maintains], about: .change,
      "Largest share of the target's copies that one run can change, as the tool enforces it.",
      asks:
        "What share of the copies of {target} can one run of {source} change at most?", such: "5%"),
    PropertyDefinition(
      "guarded", .flag, on: .relation, relations: [.maintains], about: .change,
      "Whether the target, or a check of its state, refuses a change that would take copies in use "
        + "away."),
    PropertyDefinition(
      "tested", .rate, on: [.component, .journey], about: .hygiene,
      "The load at which it was last shown to hold, in a load test or at a real peak.",
      asks:
        "What is the highest load that {element} has sustained in a test or in production?",
      such: "2k/s"),
  ]
}
