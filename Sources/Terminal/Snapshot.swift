package import Review
package import Screens

/// A screen without a terminal: it does what the keys ask for, as far as that needs no person.
struct Snapshot {
  private let job: ScreenJob
  private(set) var screen: ReviewScreen
  private(set) var review: Review
  private var isOver = false

  init(_ job: ScreenJob, width: Int, height: Int) {
    self.job = job
    screen = ReviewScreen(path: job.path, width: width, height: height, start: job.start)
    review = job.review([]).review
    take(.reloaded(Contents(review)))
    for key in job.start.keys where !isOver { take(.key(key)) }
  }

  private mutating func take(_ event: Event) {
    for effect in screen.update(event) { perform(effect) }
  }

  private mutating func perform(_ effect: Effect) {
    switch effect {
    case .quit: isOver = true
    case .lookUp(let rule): take(.manual(rule: rule, text: job.manual(rule)))
    case .reload: reload()
    case .suppose(let changes):
      let diff = ReviewDiff(old: review, new: job.review(changes).review)
      take(.supposed(Contents(diff), changes))
    case .solve(let switches):
      if let outline = screen.contents?.outline { take(.solved(outline.solve(with: switches))) }
    case .save(let rows, let path, let overwrites):
      take(.written(failure: job.saving(rows, path, overwrites), .nothing))
    case .document(let path):
      take(.written(failure: job.documenting(review, path), .nothing))
    case .compare(let edits): take(.compared(job.editor(review, edits).map(\.difference)))
    case .differ(let revision):
      take(.differs(from: revision, job.comparing(review, revision)))
    case .write(let edits, let next):
      take(.written(failure: job.editor(review, edits).written(), next))
      reload()
    case .accept(let decision):
      take(.written(failure: job.accepting(review, decision), .nextRow))
      reload()
    case .repaint, .suspend, .edit, .copy, .mouse: break
    }
  }

  private mutating func reload() {
    review = job.review([]).review
    take(.reloaded(Contents(review)))
  }
}

extension Terminal {
  /// The frame that a job would show after its keys, without a terminal, and its review.
  ///
  /// What follows a key that quits is not pressed.
  package static func snapshot(
    of job: ScreenJob, width: Int, height: Int
  ) -> (frame: CellGrid, review: Review) {
    let snapshot = Snapshot(job, width: width, height: height)
    var frame = CellGrid(width: width, height: height)
    snapshot.screen.draw(on: &frame, ascii: job.isASCII)
    return (frame, snapshot.review)
  }
}
