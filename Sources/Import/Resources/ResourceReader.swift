/// Makes components and arrows of the resources of some files, by what the page of their format and
/// the pages of products say of each type.
enum ResourceReader {
  /// Reads them into a system.
  static func read(_ all: [Resource], into system: ForeignSystem, by page: FormatPage) {
    let resources = ResourceSystem(system, all, by: page)
    ResourceNames(resources).give { resources.give($1, to: $0) }
    let made = all.indices.filter { !all[$0].isLookedUp }
    resources.findTies(of: made)
    let facts = ResourceFacts(resources)
    // What is a part says more than what it is a part of: the ends of a range of copies.
    for number in made where resources.components[number] == nil { facts.read(number) }
    for number in made where resources.components[number] != nil { facts.read(number) }
    facts.finish()
    let arrows = ResourceArrowReader(resources)
    for number in made { arrows.read(number) }
    resources.arrows.add(to: system)
    ResourceNotes(resources).add()
  }
}
