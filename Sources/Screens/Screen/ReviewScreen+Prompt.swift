import Description
import Findings
import SourceText

/// What is typed, and what becomes of it.
extension ReviewScreen {
  mutating func startFilter() {
    prompt = Prompt(
      purpose: .filter(before: list.filter, selected: list.id), label: "/", hint: "",
      field: TextField(list.filter.text))
  }

  /// Changes what is typed; a filter is followed by the list at once.
  mutating func type(_ change: (inout TextField) -> Void) {
    guard var typed = prompt else { return }
    change(&typed.field)
    prompt = typed
    switch typed.purpose {
    case .filter, .palette: list.changeFilter { $0.text = typed.field.text }
    case .answer, .value, .decision, .scenario, .export, .revision: break
    }
  }

  /// Takes what is typed.
  mutating func accept() -> [Effect] {
    guard let typed = prompt else { return [] }
    let text = typed.field.text.trimmed
    if case .filter = typed.purpose {
      prompt = nil
      return []
    }
    if case .palette = typed.purpose { return leavePalette() }
    if case .decision(let decision) = typed.purpose { return take(text, for: decision) }
    guard !text.isEmpty else {
      notices.notice = "type a value, or leave with Esc"
      return []
    }
    switch typed.purpose {
    case .filter, .palette, .decision: return []
    case .answer(let element, let property):
      return [
        .write([DescriptionEdit(element, property: property, to: text)], then: .nextQuestion)
      ]
    case .value(let figure):
      if let refusal = figure.refusal(of: text) {
        notices.notice = refusal
        return []
      }
      prompt = nil
      return suppose(figure, is: text)
    case .export(let what):
      defer { prompt?.tried = text }
      return export(what, to: text, overwrites: typed.tried == text)
    case .revision: return differ(from: text)
    case .scenario:
      return [.write(scenario(named: text), then: .keep(scenario: text))]
    }
  }

  /// Asks why somebody would live with the selected finding.
  mutating func startDecision() {
    guard view.showsFindings, let contents, let selected,
      let finding = contents.findings.first(
        where: { $0.fingerprint == selected.id })
    else {
      notices.notice = "only findings are accepted"
      return
    }
    guard finding.accepted == nil else {
      notices.notice = "it is accepted: \(finding.accepted?.sentence ?? "")"
      return
    }
    ask(Prompt.Decision(fingerprint: finding.fingerprint))
  }

  /// Asks for the next part of a decision.
  private mutating func ask(_ decision: Prompt.Decision) {
    let (label, hint, text) =
      decision.reason == nil
      ? ("accept, because: ", "one sentence; then owner and last day", "")
      : decision.owner == nil
        ? ("owner: ", "who answers for it; may be empty", usual.owner)
        : ("until: ", "the last day it holds, such as 2027-03-31; may be empty", usual.until)
    prompt = Prompt(
      purpose: .decision(decision), label: label, hint: hint, field: TextField(offering: text))
  }

  private mutating func take(_ text: String, for decision: Prompt.Decision) -> [Effect] {
    var decision = decision
    if decision.reason == nil {
      guard !text.isEmpty else {
        notices.notice = "a decision needs a reason; Esc leaves"
        return []
      }
      decision.reason = text
    } else if decision.owner == nil {
      decision.owner = text
    } else {
      guard text.isEmpty || Day(text) != nil else {
        notices.notice = "`\(text.printable)` is no day; write it as 2027-03-31"
        return []
      }
      decision.until = text
      usual = (decision.owner ?? "", text)
      return [.accept(decision)]
    }
    ask(decision)
    return []
  }

  /// Leaves what is typed; the filter and the selection are what they were before, and a decision
  /// is one step back.
  mutating func cancel() {
    guard let typed = prompt else { return }
    closePalette()
    switch typed.purpose {
    case .filter(let before, let selected):
      list.filter = before
      list.refresh(selecting: selected)
    case .decision(let decision): stepBack(decision)
    case .answer: leaveInterview()
    case .palette, .value, .scenario, .export, .revision: break
    }
  }

  /// Asks again for the part of a decision before the one that is asked for.
  private mutating func stepBack(_ decision: Prompt.Decision) {
    guard let reason = decision.reason else { return }
    var earlier = decision
    let text = decision.owner ?? reason
    if decision.owner == nil { earlier.reason = nil } else { earlier.owner = nil }
    ask(earlier)
    prompt?.field = TextField(text)
  }

  /// What became of a text that was to be written.
  mutating func show(written failure: String?, _ next: Effect.Next) {
    if let failure {
      notices.notice = failure
      return
    }
    prompt = nil
    pages.removeAll { $0.page is DifferencePage }
    notices.tell(written: Self.writtenWords)
    switch next {
    case .nextQuestion:
      notices.notice = nil
      takeAnswer()
    case .nextRow: _ = list.step(1)
    case .nothing: break
    case .forget: forget()
    case .keep(let scenario):
      notices.tell(written: "scenario \(scenario.printable) written")
      notices.scenario = scenario
      forget()
    }
  }

  /// Supposes nothing any more; what differs then is compared with the file as it was.
  private mutating func forget() {
    let file = suppositions.file
    suppositions.clear()
    if let file { renew(file) }
  }

  /// Says that a file was written here.
  static let writtenWords = "written"
}
