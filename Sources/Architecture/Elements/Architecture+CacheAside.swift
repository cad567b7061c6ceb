import Findings
import YAML

extension Architecture {
  /// What a cache answers is not asked of the store beside it (cache-aside): who reads a cache with
  /// a `hit` and then one store has the store's reads answered by the cache as often.
  ///
  /// A cache that asks the store itself passes its misses on, and is left alone; beside several
  /// caches or stores nobody knows which read is saved, and none is.
  mutating func addCacheAsideHits() {
    let asking = Set(
      relations.filter { $0.kind == .reads || $0.kind == .calls }.compactMap {
        $0.source?.component
      })
    var beside: [Endpoint: (caches: [Int], stores: [Int])] = [:]
    for (index, relation) in relations.enumerated() where relation.kind == .reads {
      guard let source = relation.source else { continue }
      let target = components[relation.target.component]
      if target.kind == .cache, !asking.contains(relation.target.component) {
        beside[source, default: ([], [])].caches.append(relation.target.component)
      } else if target.kind.role == .store {
        beside[source, default: ([], [])].stores.append(index)
      }
    }
    for (caches, stores) in beside.values {
      guard Set(caches).count == 1, let hit = components[caches[0]].facts[.hit],
        Set(stores.map { relations[$0].target.component }).count == 1
      else { continue }
      let saved = Fact(hit.value, .derived, basis: hit.basis, span: hit.span)
      for index in stores { relations[index].facts.add(.hit, saved) }
    }
  }
}
