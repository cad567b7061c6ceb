extension Architecture {
  /// What a description is made of, in words: the kinds and roles of its components, the kinds of
  /// its relations, and the properties that are known of something, or set to what nobody knows.
  package func words() -> Set<String> {
    var words = Set(relations.map(\.kind.rawValue))
    for kind in Set(components.map(\.kind)) { words.formUnion([kind.rawValue, kind.role.rawValue]) }
    var isSaid = [Bool](repeating: false, count: Property.table.count)
    func take(_ facts: FactList) {
      for (property, _) in facts.entries { isSaid[Int(property.index)] = true }
      for property in facts.withheld { isSaid[Int(property.index)] = true }
    }
    take(facts)
    for component in components { take(component.facts) }
    for operation in operations { take(operation.facts) }
    for relation in relations { take(relation.facts) }
    for journey in journeys { take(journey.facts) }
    for property in Property.all where isSaid[Int(property.index)] { words.insert(property.name) }
    return words
  }

  /// Whether a word can be one of those that descriptions are made of.
  package static func isWord(_ word: String) -> Bool {
    ComponentKind(rawValue: word) != nil || RelationKind(rawValue: word) != nil
      || ComponentKind.allCases.contains { $0.role.rawValue == word } || Property(word) != nil
  }
}
