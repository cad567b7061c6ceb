/// Between which values something that nobody declared is swept, and who says so.
///
/// Only what has an honest range is in this table: a product's default or quota is a number of its
/// vendor, and what it is elsewhere has none.
struct AssumedRange: Sendable {
  /// The lower end, in the property's base unit.
  let low: Double
  /// The upper end.
  let high: Double
  /// Where the ends come from.
  let source: String

  /// What a silent callee takes, in seconds: nothing, or a disk seek.
  static let calleeTime = AssumedRange(
    low: 0, high: 0.010,
    source: "a disk seek takes 10 ms: J. Dean, Designs, Lessons and Advice from Building Large "
      + "Distributed Systems, LADIS 2009")

  /// What a silent third party takes, in seconds: nothing, or the way there and back.
  static let externalTime = AssumedRange(
    low: 0, high: 0.150,
    source: "a packet from California to the Netherlands and back takes 150 ms: J. Dean, as above")

  /// Share of the load that the busiest key gets: none to speak of, or that of the first of a
  /// million keys by Zipf's law with the exponent 0.99, 1 / (1 + 1/2^0.99 + 1/3^0.99 ...).
  static let topShare = AssumedRange(
    low: 0, high: 0.065,
    source: "the busiest of a million keys in YCSB's usual distribution: B. F. Cooper et al., "
      + "Benchmarking Cloud Serving Systems with YCSB, SoCC 2010")

  /// Connections that a replica keeps open to a database.
  static let pool = AssumedRange(
    low: 5, high: 100,
    source: "defaults of client libraries, from 5 (Ruby on Rails' Active Record) to 100 (Npgsql)")

  /// Squared coefficient of variation of a time of work.
  static let variability = AssumedRange(
    low: 0.25, high: 4,
    source:
      "from four exponential steps in a row to what the queueing models are within a tenth for")
}
