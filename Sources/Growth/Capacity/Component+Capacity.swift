package import Architecture
import YAML

extension Component {
  /// The property that says how much of its reads or writes a store handles: of one shard where it
  /// is split, else of the whole.
  package func storeCapacity(ofWrites isWritten: Bool) -> Property {
    facts[.shardCount] == nil
      ? isWritten ? .writeCapacity : .readCapacity
      : isWritten ? .shardWrites : .shardReads
  }
}

extension FactList {
  /// Replicas, least and most; nil where they are not known, or have no bound.
  var replicaBounds: (least: Double, most: Double)? {
    switch self[.replicas]?.value {
    case .range(let least, let most) where most.isFinite: (least, most)
    case .number(let number) where number.isFinite: (number, number)
    default: nil
    }
  }
}
