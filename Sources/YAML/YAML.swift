/// YAML as people write it: texts to trees, trees to values, and edits back into the text.
///
/// - `Tree`: one text as a flat tree of nodes with their spans, and its comments; the only place
///   that talks to libyaml.
/// - `Values`: what a scalar can mean, the forms and the numbers it may have.
/// - `Schema`: the keys that a sort of mapping has.
/// - `Reader`: goes through trees by keys and types, and keeps what is wrong with the texts.
/// - `Editor`: changes a text at a path, and leaves the rest as it is.
///
/// The module knows nothing of what its readers read. It reads no files.
