import Findings
import YAML

/// What a description expects of the system, which `check` holds against the model.
let expectationProperties: [PropertyDefinition] = [
  PropertyDefinition(
    "expect.carries", .multiple, on: [.system, .journey],
    "The headroom that is required, in times today's peak; in a scenario, in times its own.",
    such: "3x"),
  PropertyDefinition(
    "expect.p99", .duration, on: [.system, .journey],
    "The time within which 99 of 100 have to be done at the peak.", such: "800ms"),
  PropertyDefinition(
    "expect.availability", .ratio, on: [.system, .journey],
    "The availability that the hard dependencies of a journey have to allow.", such: "99.9%"),
  PropertyDefinition(
    "expect.survives", .list, on: [.system, .journey],
    "The losses after which the peak has to be served in full: replica, zone, cold-cache, "
      + "dependency, or the name of a zone or component.", such: "[replica, zone]"),
]

extension Property {
  package static let expectCarries = defined("expect.carries")
  package static let expectP99 = defined("expect.p99")
  package static let expectAvailability = defined("expect.availability")
  package static let expectSurvives = defined("expect.survives")
}
