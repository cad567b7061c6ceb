/// Reports: reviews in, text out, review by review.
///
/// This module only renders. It opens no file, asks no clock and computes no forecast: what it
/// writes was found before, so the same input gives the same bytes.
///
/// The types beside this file are what all formats share: `ReportFormat` names them and gives a
/// `ReportSink`, which is a stream, a `Report`, or a file, a `FileReport`. A report knows its
/// `ReportSettings` and makes `ReportPiece`s of each `ReportSubject`; `RunSummary` is what a run
/// remembers of the reviews that it no longer holds. The folders:
///
/// - `Formats`: an output format per file, for people, for CI servers and for spreadsheets.
/// - `Growth`: what `tenfold grow` prints, as text, JSON and rows.
/// - `Alternatives`: what `tenfold compare` prints, and `History` what `tenfold history` does.
/// - `Document`: the review document, for a meeting and for paper: chapters of neutral blocks
///   (`Model`), made of a review by `SystemChapter` and of a run by `Portfolio`, with `Pictures`,
///   and written by `HTMLWriter` and `MarkdownWriter`.
/// - `Assistant`: the answers to a program that asks on behalf of a person, as text and as JSON.
/// - `Manuals`: what the program explains of rules, keys, kinds, products and its own words.
/// - `Assets`: the style sheet and the scripts of the document, which the build embeds.
/// - `Writing`: what several formats write alike: XML, Markdown, text with colours, parts of JSON.
