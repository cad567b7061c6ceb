import Architecture
import Diagram
import Foundation
import Testing
import TestSupport

@Suite struct DiagramTests {
  func diagram(_ description: String) throws -> (Diagram, Architecture) {
    let architecture = try #require(reading(description).architecture)
    return (Diagram(architecture), architecture)
  }

  func expectSound(_ diagram: Diagram, _ architecture: Architecture) {
    #expect(diagram.boxes.count == architecture.components.count)
    var layers: [Int: [Double]] = [:]
    for box in diagram.boxes { layers[box.column, default: []].append(box.row) }
    for rows in layers.values {
      let sorted = rows.sorted()
      for (upper, lower) in zip(sorted, sorted.dropFirst()) {
        #expect(lower - upper >= 1, "boxes overlap")
      }
    }
    for arrow in diagram.arrows {
      let (first, last) = (arrow.points.first, arrow.points.last)
      #expect(first?.column == diagram.boxes[arrow.source].column)
      #expect(first?.row == diagram.boxes[arrow.source].row)
      #expect(last?.column == diagram.boxes[arrow.target].column)
      #expect(last?.row == diagram.boxes[arrow.target].row)
    }
    #expect(diagram.boxes.allSatisfy { $0.row >= 0 && $0.row <= diagram.rows })
  }

  @Test func `the samples are drawn without overlap, the same each time`() throws {
    for path in Repository.files("samples", ".tenfold.yaml") where !path.contains("broken") {
      let (first, architecture) = try diagram(try Repository.text(path))
      expectSound(first, architecture)
      let (again, _) = try diagram(try Repository.text(path))
      #expect(first.boxes == again.boxes && first.arrows == again.arrows)
    }
  }

  @Test func `requests flow to the right, messages on to their consumers`() throws {
    let (drawn, architecture) = try diagram(
      """
      components:
        c: { kind: client, calls: a }
        a: { kind: service, publishes: q, writes: d }
        q: { kind: queue }
        w: { kind: worker, consumes: q }
        d: { kind: database }
      """)
    let column = Dictionary(
      uniqueKeysWithValues: drawn.boxes.map {
        (architecture.components[$0.component].name, $0.column)
      })
    #expect(column == ["c": 0, "a": 1, "q": 2, "d": 2, "w": 3])
    #expect(drawn.columns == 4)
  }

  @Test func `of very many arrows none has bends`() throws {
    let count = 70
    let text = (0..<count).map { number in
      let callees = ((number + 1)..<max(number + 1, count)).map { "s\($0)" }
      return "  s\(number): { kind: service, calls: [\(callees.joined(separator: ", "))] }\n"
    }
    let (drawn, architecture) = try diagram("components:\n" + text.joined())
    #expect(drawn.arrows.count == count * (count - 1) / 2)
    #expect(drawn.arrows.allSatisfy { $0.points.count == 2 })
    expectSound(drawn, architecture)
  }

  @Test func `rings, self-calls, twins and nothing at all`() throws {
    for text in [
      "components: {}",
      "components:\n  a: { kind: service, calls: a }",
      "components:\n  a: { kind: service, calls: [b, b] }\n  b: { kind: service, calls: a }",
      "components:\n  a: { kind: service }\n  b: { kind: service }\n  c: { kind: cache }",
    ] {
      guard let architecture = reading(text).architecture else { continue }
      expectSound(Diagram(architecture), architecture)
    }
  }

  @Test(arguments: [1, 2, 3, 4, 5])
  func `random graphs are drawn without overlap`(_ seed: UInt64) throws {
    var state = seed
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
    let count = 40
    let lines = (0..<count).map { index in
      let calls = (0..<3).map { _ in "s\(random(count))" }.joined(separator: ", ")
      return "  s\(index): { kind: service, calls: [\(calls)] }"
    }
    let (drawn, architecture) = try diagram("components:\n" + lines.joined(separator: "\n"))
    expectSound(drawn, architecture)
  }

  @Test func `two thousand boxes in a chain with shortcuts end soon`() throws {
    let lines = (0..<2000).map { index in
      "  s\(index): { kind: service, calls: [s\(min(1999, index + 1)), s\(index * 7 % 2000)] }"
    }
    let (drawn, architecture) = try diagram("components:\n" + lines.joined(separator: "\n"))
    expectSound(drawn, architecture)
  }

  /// Arrows between the same layers that cross.
  func crossings(_ diagram: Diagram) -> Int {
    let rows = diagram.arrows.map { (diagram.boxes[$0.source].row, diagram.boxes[$0.target].row) }
    return rows.indices.reduce(0) { count, first in
      count
        + rows[..<first].count { ($0.0 - rows[first].0) * ($0.1 - rows[first].1) < 0 }
    }
  }

  /// `b` has to make way for `c`, which is known from the layer behind it, or from the one before.
  @Test(arguments: [["a: x", "b: y", "c: x", "x", "y"], ["x: [a, c]", "y: b", "a", "b", "c"]])
  func `layers are ordered by what is before and by what is behind`(_ calls: [String]) throws {
    let lines = calls.map { line in
      let parts = line.split(separator: ": ")
      let more = parts.count > 1 ? ", calls: \(parts[1])" : ""
      return "  \(parts[0]): { kind: service\(more) }\n"
    }
    let (drawn, _) = try diagram("components:\n" + lines.joined())
    #expect(drawn.arrows.count == 3 && crossings(drawn) == 0)
  }
}
