/// Something that will happen in a simulation.
struct SimulationEvent {
  enum Kind: UInt32 {
    /// A request comes from outside; the index is of the stream.
    case arrival
    /// A request's own work is done; the index is of the request.
    case served
    /// The first caller that waits in a relation gives up; the index is of the call.
    case timeout
    /// An autoscaler looks; the index is of the station.
    case look
    /// Replicas answer that were started; the index is of the station, the generation how many.
    case ready
  }

  let time: Double
  let kind: Kind
  let index: Int32
  /// Of the request, to tell it from a later one at the same index.
  let generation: UInt32
}
