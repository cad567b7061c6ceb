/// What one station did in one batch of a run.
package struct StationBatch: Sendable, Equatable {
  /// Requests that came.
  package internal(set) var arrivals = 0
  /// Requests that were turned away because the room was full.
  package internal(set) var turnedAway = 0
  /// Requests that ended well.
  package internal(set) var completed = 0
  /// Requests that failed after they had begun, or that nobody wanted any more.
  package internal(set) var failed = 0
  /// Seconds from arrival to end, summed over those that ended well.
  package internal(set) var response = 0.0
  /// Seconds before a server, summed over those that were begun.
  package internal(set) var wait = 0.0
  /// Requests that were given a server.
  package internal(set) var begun = 0
  /// Servers in use, times seconds.
  package internal(set) var busy = 0.0
  /// Requests that wait, times seconds.
  package internal(set) var waiting = 0.0
  /// The 50th, 95th and 99th percentile of the responses, in seconds; 0 when there were none.
  package internal(set) var percentiles = [0.0, 0.0, 0.0]

  init() {}
}
