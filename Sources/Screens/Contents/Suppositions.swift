import Description

/// A value that is looked at in place of the one in the file.
struct Supposition: Equatable {
  /// For the review.
  let change: Change
  /// For the file.
  let edit: DescriptionEdit
  /// What it is of: `replicas of api`.
  let name: String
}

/// What is supposed beyond the file, one step after the other.
struct Suppositions {
  /// What the file says, while something else is looked at.
  var file: Contents?
  private(set) var made: [Supposition] = []
  private var undone: [Supposition] = []

  /// Supposes one thing more.
  mutating func add(_ supposition: Supposition) {
    made.append(supposition)
    undone = []
  }

  /// Takes the last one back; nil where there is none.
  mutating func undo() -> Supposition? {
    guard let last = made.popLast() else { return nil }
    undone.append(last)
    return last
  }

  /// Supposes again what was taken back last; nil where nothing was.
  mutating func redo() -> Supposition? {
    guard let next = undone.popLast() else { return nil }
    made.append(next)
    return next
  }

  /// Forgets the last one.
  mutating func drop() { _ = made.popLast() }

  /// Supposes nothing any more.
  mutating func clear() { self = Suppositions() }

  /// The last one about each value, in the order in which they were made.
  var current: [Supposition] {
    var seen: Set<String> = []
    return made.reversed().filter { seen.insert($0.name).inserted }.reversed()
  }
}
