package import Architecture

extension Component {
  /// The property that says how much of its reads or writes a store handles: of one shard where it
  /// is split, else of the whole.
  package func storeCapacity(ofWrites isWritten: Bool) -> Property {
    facts[.shardCount] == nil
      ? isWritten ? .writeCapacity : .readCapacity
      : isWritten ? .shardWrites : .shardReads
  }
}
