/// From texts to the typed architecture, and the technology catalogue from its pages.
///
/// - `DescriptionReader`: the way through: files, parts, names, what-ifs, `ReadResult`.
/// - `Keys`: the keys of each sort of mapping, made from the properties of the vocabulary.
/// - `Readers`: one for each sort of element, from nodes to drafts.
/// - `LoadTests`: what tools for load tests write, as measurements.
/// - `Foreign`: what a description adds to files in the formats of other tools.
/// - `Linker`: drafts to the model; open to whatever else makes drafts.
/// - `WhatIf`: scenarios, changes and losses that are laid over a model.
/// - `Acceptance`: risks that somebody decided to live with, in comments and files.
/// - `Layout`: descriptions edited so that they say the same.
/// - `Schema`: the JSON Schema, from the same keys.
///
/// It reads no files: a `FileAccess` hands it bytes.
