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
      asks: "How does a change reach all copies of {element}: all-at-once, rolling, blue-green or "
        + "canary?", such: "canary"),
    PropertyDefinition(
      "rollback", .duration, on: .component, about: .change,
      "How long it takes from the decision until the previous version, or value, serves everybody "
        + "again.",
      asks: "How long does it take until {element} is back on its previous version?", such: "5min"),
    PropertyDefinition(
      "canary.share", .ratio, on: .component, about: .change,
      "Share of the requests that the new version gets first.",
      asks: "Which share of the requests does a canary of {element} get?", such: "5%"),
    PropertyDefinition(
      "canary.lasts", .duration, on: .component, within: .pauses, about: .change,
      "How long the new version is watched before it gets the rest.",
      asks: "How long is a canary of {element} watched?", such: "15min"),
    PropertyDefinition(
      "canary.judged-by", .word(["metrics", "people", "nobody"]), on: .component, about: .change,
      "What stops a canary that is worse: a comparison of metrics, people who look, or nobody.",
      asks: "What stops a bad canary of {element}: metrics, people or nobody?"),
    PropertyDefinition(
      "config-from", .references(.component), on: .component, about: .change,
      "Components that it takes its configuration from: flags, routes, rules, content, models.",
      such: "flags"),
    PropertyDefinition(
      "migration", .word(["in-place", "expand-contract", "offline", "none"]), on: .component,
      about: .change,
      "How its schema changes: renamed and dropped under running code, first widened and narrowed "
        + "once no version needs the old form, in a maintenance window, or never.",
      asks: "How does the schema of {element} change: in-place, expand-contract, offline or none?",
      such: "expand-contract"),
    PropertyDefinition(
      "patching", .word(["replace", "in-place"]), on: .component, about: .hygiene,
      "How its machines get updates: new ones from an image, or changes on those that run.",
      asks: "How do the machines of {element} get updates: replace or in-place?"),
    PropertyDefinition(
      "write-access", .word(["everybody", "team", "approved", "pipeline"]), on: .component,
      about: .hygiene,
      "Who can change its data or configuration in production by hand: every engineer, its team, "
        + "somebody with a second person's consent, or only a reviewed pipeline.",
      asks: "Who can change {element} in production: everybody, team, approved or pipeline?",
      such: "approved"),
    PropertyDefinition(
      "blast-radius", .ratio, on: .relation, relations: [.maintains], about: .change,
      "Largest share of the target's copies that one run can change, as the tool enforces it.",
      asks: "Which share of the copies can one run of {element} change, at most?", such: "5%"),
    PropertyDefinition(
      "guarded", .flag, on: .relation, relations: [.maintains], about: .change,
      "Whether the target, or a check of its state, refuses a change that would take copies in use "
        + "away."),
    PropertyDefinition(
      "tested", .rate, on: [.component, .journey], about: .demand,
      "The load at which it was last shown to hold, in a load test or at a real peak.",
      asks: "Up to which load has {element} been shown to hold?", such: "2k/s"),
  ]
}
