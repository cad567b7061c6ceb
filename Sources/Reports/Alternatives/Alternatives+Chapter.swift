import Review
import SourceText

extension Alternatives {
  /// Designs side by side for a design document, the best of each row in bold.
  var chapter: Chapter {
    Chapter(
      title, [.list(all.map(\.line))],
      [
        Chapter.Section(anchor: "side-by-side", title: "Side by side", content: [table]),
        Chapter.Section(anchor: "products", title: "Products to operate", content: products),
      ])
  }

  /// The chapter as a page of its own.
  var page: HTMLPage {
    HTMLPage(
      title: title, content: HTMLWriter.elements(chapter), imprint: "\(Tool.name) \(Tool.version)")
  }

  /// `Comparison of 3 options`.
  var title: String { "Comparison of \(all.count) \(all.count == 1 ? "option" : "options")" }

  private var table: Block {
    .table(
      [.words("Criterion")] + all.map { .words($0.name) },
      rows.map { row -> [Inline] in
        [.text(row.title)]
          + row.cells.map { $0.isBest ? .strong($0.text, .good) : .text($0.text) }
      })
  }

  private var products: [Block] {
    let lists = all.filter { !$0.products.isEmpty }
    let items = lists.map { "\($0.name): \($0.products.joined(separator: ", "))" }
    return items.isEmpty ? [] : [.list(items)]
  }
}

extension Alternative {
  /// `orders-v2: Shop (orders-v2.tenfold.yaml)`.
  fileprivate var line: String {
    let under = scenario.map { ", scenario \($0)" } ?? ""
    return "\(name): \((review.system ?? "not read").abridged) (\(review.path)\(under))"
  }
}
