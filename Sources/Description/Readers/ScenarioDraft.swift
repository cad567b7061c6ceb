import Architecture
import SourceText
import YAML

/// A scenario as written, its names not resolved yet.
struct ScenarioDraft {
  let name: String
  let span: SourceSpan
  var settings: [Entry] = []
  var losses: [(name: String, span: SourceSpan)] = []
  var isCacheCold = false
  var expected = FactList()
}
