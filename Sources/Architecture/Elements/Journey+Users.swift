extension Journey {
  /// How many come again once they are answered.
  ///
  /// Nil where it has a rate, also that of a fleet which asks at fixed times.
  package var returningUsers: Double? { facts[.every] == nil ? facts.number(.users) : nil }
}
