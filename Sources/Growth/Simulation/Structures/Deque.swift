/// A queue in a ring of memory.
struct Deque<Element> {
  private var elements: [Element?] = []
  private var head = 0
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }
  /// Whether one more needs more memory.
  var isFull: Bool { count == elements.count }
  var first: Element? { count == 0 ? nil : elements[head] }
  var last: Element? { count == 0 ? nil : elements[(head + count - 1) & (elements.count - 1)] }

  mutating func append(_ element: Element) {
    if isFull { grow() }
    elements[(head + count) & (elements.count - 1)] = element
    count += 1
  }

  mutating func removeFirst() {
    elements[head] = nil
    head = (head + 1) & (elements.count - 1)
    count -= 1
  }

  mutating func removeLast() {
    count -= 1
    elements[(head + count) & (elements.count - 1)] = nil
  }

  /// Keeps some in their order, and takes more memory when that is more than half of all.
  mutating func makeRoom(where isKept: (Element) -> Bool) {
    var kept = 0
    for place in 0..<count {
      let from = (head + place) & (elements.count - 1)
      guard let element = elements[from], isKept(element) else { continue }
      elements[(head + kept) & (elements.count - 1)] = element
      kept += 1
    }
    for place in kept..<count { elements[(head + place) & (elements.count - 1)] = nil }
    count = kept
    if count * 2 > elements.count { grow() }
  }

  private mutating func grow() {
    elements = Array(elements[head...] + elements[..<head])
    elements += Array(repeating: nil, count: max(16, elements.count))
    head = 0
  }
}
