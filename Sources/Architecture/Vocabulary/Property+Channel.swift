import Findings
import YAML

/// Properties of what carries messages.
let channelProperties: [PropertyDefinition] = [
  PropertyDefinition(
    "on", .reference(.component), on: .component, to: [.channel, .store, .external],
    "The broker or cluster that it shares with other channels, as a component of its own: what they"
      + " receive is load of the broker, and they are lost with it.",
    asks: "Which broker or cluster keeps {element}?", such: "kafka"),
  PropertyDefinition(
    "delivery", .word(["at-most-once", "at-least-once", "exactly-once"]), on: .component,
    "How often a message can arrive: once or never, once or more, or once by the vendor's claim.",
    asks:
      "What is the delivery guarantee of {element}: at-most-once, at-least-once or "
      + "exactly-once?"),
  PropertyDefinition(
    "ordering", .word(["none", "partition", "group", "queue"]), on: .component,
    "Within what messages keep their order: nothing, a partition, a message group, or the queue.",
    asks: "What is the ordering scope of {element}: none, partition, group or queue?"),
  PropertyDefinition(
    "visibility", .duration, on: .component,
    "How long a received message is hidden, locked or leased before it is redelivered.",
    asks: "What is the visibility timeout of {element}?",
    such: "5min"),
  PropertyDefinition(
    "retention", .duration, on: .component, endless: true, "How long a message or sample is kept.",
    asks: "How long does {element} retain messages?", such: "4 days"),
  PropertyDefinition(
    "max-length", .count, on: .component,
    "How many messages it holds before it overflows; `unlimited` when nothing stops it.",
    asks: "What is the maximum length of {element}, in messages (or unlimited)?", such: "10k"),
  PropertyDefinition(
    "max-size", .size, on: .component, endless: true,
    "How much data it holds before it overflows."),
  PropertyDefinition(
    "max-age", .duration, on: .component, endless: true, atMost: "retention",
    "The age at which a message is dropped on purpose, because it is no longer useful.",
    such: "1 day"),
  PropertyDefinition(
    "overflow", .word(["drop-oldest", "drop-newest", "reject", "dead-letter", "block"]),
    on: .component, "What happens to messages beyond its bound.",
    asks:
      "What is the overflow policy of {element}: drop-oldest, drop-newest, reject, dead-letter "
      + "or block?"),
  PropertyDefinition(
    "message-limit", .size, on: .component, endless: true,
    "The largest message it accepts.", such: "256KB"),
  PropertyDefinition(
    "max-deliveries", .count, on: .component, atLeastOne: true,
    "Delivery attempts before a message is dead-lettered or dropped; `unlimited` when never.",
    asks:
      "How many delivery attempts does {element} make before it stops redelivering (or "
      + "unlimited)?", such: "5"),
  PropertyDefinition(
    "dead-letter.to", .reference(.component), on: .component, to: [.channel, .store],
    "The dead-letter queue: where poison messages go.",
    asks: "Where do poison messages of {element} go (dead-letter queue)?", such: "orders-failed"),
  PropertyDefinition(
    "dead-letter.after", .count, on: .component, atLeastOne: true,
    "After how many deliveries a message is dead-lettered.", such: "5"),
  PropertyDefinition(
    "dead-letter.age", .word(["original", "reset"]), on: .component,
    "Whether a message keeps its age when it moves to the dead-letter queue, or starts anew."),
  PropertyDefinition(
    "dead-letter.built-in", .flag, on: .component,
    "Whether the product sets failed messages aside by itself."),
  PropertyDefinition(
    "partitions", .count, on: .component, atLeastOne: true, about: .capacity,
    "How many partitions or shards it has.",
    asks: "How many partitions does {element} have?", such: "12"),
  PropertyDefinition(
    "partition-consumers", .count, on: .component,
    "How many members of one consumer group can read a partition at the same time.", such: "1"),
  PropertyDefinition(
    "loss", .word(["tolerated", "unacceptable"]), on: .component,
    "Whether losing a message is acceptable.",
    asks: "Is message loss on {element} tolerated or unacceptable?"),
  PropertyDefinition(
    "freshness", .duration, on: .component,
    "How old a message may be when it is worked on, to be of use.",
    asks: "After what age is a message of {element} of no use?", such: "5min"),
  PropertyDefinition(
    "tolerates-outage", .duration, on: .component,
    "The longest outage of its consumers that must lose nothing.", such: "4h"),
  PropertyDefinition(
    "replayable", .flag, on: .component,
    "Whether what was lost can be read again from where it came from."),
]

extension Property {
  package static let broker = defined("on")
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
