/// The state of a repository that reviews are compared with.
enum Against: Hashable, Sendable {
  /// Where HEAD left a revision, so that what became of that since is nobody's change; the default
  /// branch for an empty one.
  case mergeBase(of: String)
  /// A revision as it is.
  case exact(String)

  /// The revision as the user wrote it.
  var revision: String {
    switch self {
    case .mergeBase(let revision), .exact(let revision): revision
    }
  }
}
