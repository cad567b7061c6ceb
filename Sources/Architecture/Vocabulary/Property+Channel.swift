import Findings
import YAML

/// Properties of what carries messages.
let channelProperties: [PropertyDefinition] = [
  PropertyDefinition(
    "delivery", .word(["at-most-once", "at-least-once", "exactly-once"]), on: .component,
    "How often a message can arrive: once or never, once or more, or once by the vendor's claim.",
    asks:
      "How often can a message of {element} arrive: at-most-once, at-least-once or exactly-once?"),
  PropertyDefinition(
    "ordering", .word(["none", "partition", "group", "queue"]), on: .component,
    "Within what messages keep their order: nothing, a partition, a message group, or the queue.",
    asks: "Within what does {element} keep the order of messages: none, partition, group or "
      + "queue?"),
  PropertyDefinition(
    "visibility", .duration, on: .component,
    "How long a received message is hidden, locked or leased before it is handed out again.",
    asks: "For how long is a received message of {element} hidden from other consumers?",
    such: "5min"),
  PropertyDefinition(
    "retention", .duration, on: .component, "How long a message or sample is kept.",
    asks: "How long does {element} keep a message?", such: "4 days"),
  PropertyDefinition(
    "max-length", .count, on: .component,
    "How many messages it holds before it overflows; `unlimited` when nothing stops it.",
    asks: "How many messages can {element} hold?", such: "10k"),
  PropertyDefinition(
    "max-size", .size, on: .component, "How much data it holds before it overflows."),
  PropertyDefinition(
    "max-age", .duration, on: .component, atMost: "retention",
    "The age at which a message is thrown away on purpose, because it is no use any more.",
    such: "1 day"),
  PropertyDefinition(
    "overflow", .word(["drop-oldest", "drop-newest", "reject", "dead-letter", "block"]),
    on: .component, "What happens to messages beyond its bound.",
    asks:
      "What does {element} do when it is full: drop-oldest, drop-newest, reject, "
      + "dead-letter or block?"),
  PropertyDefinition(
    "message-limit", .size, on: .component, "The largest message it takes.", such: "256KB"),
  PropertyDefinition(
    "max-deliveries", .count, on: .component, atLeastOne: true,
    "How often a message is handed out before it is given up; `unlimited` when never.",
    asks: "How often does {element} hand out a message that keeps failing?", such: "5"),
  PropertyDefinition(
    "dead-letter.to", .reference(.component), on: .component, to: [.channel, .store],
    "The queue that takes messages given up.",
    asks: "Where do messages of {element} go that keep failing?", such: "orders-failed"),
  PropertyDefinition(
    "dead-letter.after", .count, on: .component, atLeastOne: true,
    "After how many deliveries a message is given up.", such: "5"),
  PropertyDefinition(
    "dead-letter.age", .word(["original", "reset"]), on: .component,
    "Whether a message keeps its age when it moves to the dead-letter queue, or starts anew."),
  PropertyDefinition(
    "dead-letter.built-in", .flag, on: .component,
    "Whether the product sets failed messages aside by itself."),
  PropertyDefinition(
    "partitions", .count, on: .component, atLeastOne: true, about: .capacity,
    "How many partitions or shards it has.",
    asks: "How many partitions has {element}?", such: "12"),
  PropertyDefinition(
    "partition-consumers", .count, on: .component,
    "How many members of one consumer group can read a partition at the same time.", such: "1"),
  PropertyDefinition(
    "loss", .word(["tolerated", "unacceptable"]), on: .component,
    "Whether losing a message is acceptable.",
    asks: "Is it acceptable to lose a message of {element}: tolerated or unacceptable?"),
  PropertyDefinition(
    "freshness", .duration, on: .component,
    "How old a message may be when it is worked on, to be of use.",
    asks: "How old may a message of {element} be when it is worked on?", such: "5min"),
  PropertyDefinition(
    "tolerates-outage", .duration, on: .component,
    "The longest outage of its consumers that must lose nothing.", such: "4h"),
  PropertyDefinition(
    "replayable", .flag, on: .component,
    "Whether what was lost can be read again from where it came from."),
]

extension Property {
  package static let loss = defined("loss")
  package static let freshness = defined("freshness")
  package static let maxAge = defined("max-age")
  package static let maxLength = defined("max-length")
  package static let partitionConsumers = defined("partition-consumers")
  package static let partitions = defined("partitions")
  package static let retention = defined("retention")
  package static let deadLetterTo = defined("dead-letter.to")
  package static let deadLetterAge = defined("dead-letter.age")
  package static let visibility = defined("visibility")
}
