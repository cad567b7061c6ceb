/// Any element of an architecture: what a finding can be about.
package enum ElementID: Hashable, Sendable {
  case system
  case component(Int)
  case operation(Int)
  case relation(Int)
  case journey(Int)
}
