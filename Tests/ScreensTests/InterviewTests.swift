import Description
import Findings
import Screens
import Testing

/// Questions that are asked one after the other, and what else is typed in steps.
struct InterviewTests {
  private static func screen(_ questions: [Question] = []) -> ReviewScreen {
    var contents = Sample.contents
    contents.questions += questions
    var screen = ReviewScreen(path: Sample.path, width: 80, height: 24)
    _ = screen.update(.reloaded(contents))
    while screen.view.title != "Questions" { _ = screen.press(.tab) }
    return screen
  }

  private static func question(_ element: String) -> Question {
    Question(
      element: element, property: "zones", question: "Where does \(element) run?", rules: [],
      place: Sample.place(1, 1, "", 1), form: "names of zones, such as [a, b]")
  }

  private static func asked(_ screen: ReviewScreen) -> String? { screen.prompt?.label }

  @Test func `a question is answered in its place, and the next one is asked at once`() {
    var screen = Self.screen()
    _ = screen.press(.enter)
    #expect(screen.mode == .answer)
    screen.type("2..20")
    let edit = DescriptionEdit("mailer", property: "replicas", to: "2..20")
    #expect(screen.press(.enter) == [.write([edit], then: .nextQuestion)])
    _ = screen.update(.written(failure: "`2..20` is no size", .nextQuestion))
    #expect(screen.notice == "`2..20` is no size")
    #expect(screen.prompt?.field.text == "2..20")
    #expect(screen.frame(80, 24).text.contains { $0.contains("replicas of mailer: 2..20") })
    _ = screen.press(.enter)
    _ = screen.update(.written(failure: nil, .nextQuestion))
    #expect(Self.asked(screen) == "resharding of orders-db: ")
    #expect(screen.frame(80, 24).text.contains { $0.contains("1 answered, 1 left") })
    var contents = Sample.contents
    contents.questions.removeFirst()
    _ = screen.update(.reloaded(contents))
    _ = screen.update(.reloaded(contents))
    #expect(Self.asked(screen) == "resharding of orders-db: ")
    _ = screen.press(.escape)
    #expect(screen.mode == .list)
    #expect(screen.notice == "1 answered, 1 left")
  }

  @Test func `questions keep their order while they are asked, new ones come last`() {
    var screen = Self.screen([Self.question("api")])
    _ = screen.press(.enter)
    screen.type("2")
    _ = screen.press(.enter)
    _ = screen.update(.written(failure: nil, .nextQuestion))
    var contents = Sample.contents
    contents.questions = [Self.question("new"), Self.question("api"), Sample.contents.questions[1]]
    _ = screen.update(.reloaded(contents))
    #expect(Self.asked(screen) == "resharding of orders-db: ")
    _ = screen.press(.down)
    #expect(Self.asked(screen) == "zones of api: ")
    _ = screen.press(.down)
    #expect(Self.asked(screen) == "zones of new: ")
    _ = screen.press(.down)
    #expect(screen.notice == "this is the last question")
    _ = screen.press(.up, .up, .up)
    #expect(screen.notice == "this is the first question")
    #expect(screen.selected?.number == 2 && Self.asked(screen)?.hasPrefix("resharding") == true)
  }

  @Test func `what is typed stays as a draft while other questions are asked`() {
    var screen = Self.screen()
    _ = screen.press(.enter)
    screen.type("2..20")
    _ = screen.press(.down)
    #expect(screen.prompt?.field.text.isEmpty == true)
    #expect(screen.frame(80, 24).text.contains { $0.contains("0 answered, 2 left, 1 draft") })
    _ = screen.press(.up)
    #expect(screen.prompt?.field.text == "2..20")
    let edit = DescriptionEdit("mailer", property: "replicas", to: "2..20")
    #expect(screen.press(.enter) == [.write([edit], then: .nextQuestion)])
    _ = screen.update(.written(failure: nil, .nextQuestion))
    #expect(!screen.frame(80, 24).text.contains { $0.contains("draft") })
  }

  @Test func `the list stands in the order in which it is asked`() {
    var screen = Self.screen([Self.question("api"), Self.question("payments")])
    _ = screen.press(.enter)
    screen.type("2")
    _ = screen.press(.enter)
    _ = screen.update(.written(failure: nil, .nextQuestion))
    var contents = Sample.contents
    contents.questions = [
      Self.question("payments"), Self.question("new"), Self.question("api"),
      Sample.contents.questions[1],
    ]
    _ = screen.update(.reloaded(contents))
    var asked: [String] = []
    while screen.notice == nil {
      asked.append(screen.selected?.id ?? "")
      _ = screen.press(.down)
    }
    #expect(asked == screen.rows.map(\.id))
  }

  @Test func `a question that is gone is asked no longer, unless its answer is being typed`() {
    var screen = Self.screen()
    _ = screen.press(.enter)
    screen.type("2")
    var contents = Sample.contents
    contents.questions.removeFirst()
    _ = screen.update(.reloaded(contents))
    #expect(Self.asked(screen) == "replicas of mailer: ")
    _ = screen.press(.control("u"))
    _ = screen.update(.reloaded(contents))
    #expect(Self.asked(screen) == "resharding of orders-db: ")
    contents.questions = []
    _ = screen.update(.reloaded(contents))
    #expect(screen.mode == .list)
  }

  @Test func `a long form is told in as many lines as it needs`() {
    let form = "a number of copies, or a range of copies, or nothing at all where nobody counts "
    let question = Question(
      element: "api", property: "replicas", question: "How many?", rules: [],
      place: Sample.place(1, 1, "", 1), form: form + "them; the end")
    var screen = Self.screen([question])
    _ = screen.press(.down, .down, .enter)
    let text = screen.frame(80, 24).text
    #expect(text.contains { $0.contains("replicas of api:") })
    #expect(text.contains { $0.contains("the end") })
  }

  @Test func `the keys of what is asked move no list`() {
    var screen = Sample.screen(80, 24, keys: .character("a"))
    let selected = screen.selected?.id
    _ = screen.press(.down)
    #expect(screen.selected?.id == selected)
    #expect(screen.notice == "this key does nothing here")
  }

  @Test func `an owner that is offered gives way to what is typed`() {
    var screen = Sample.screen(80, 24, keys: .character("a"))
    for text in ["why not", "Ada", "2027-03-31"] {
      screen.type(text)
      _ = screen.press(.enter)
    }
    _ = screen.update(.written(failure: nil, .nextRow))
    #expect(screen.selected?.id == "dlq")
    _ = screen.press(.character("a"))
    screen.type("nor here")
    _ = screen.press(.enter)
    #expect(screen.prompt?.field.text == "Ada")
    screen.type("Bob")
    #expect(screen.prompt?.field.text == "Bob")
    _ = screen.press(.enter)
    #expect(screen.prompt?.field.text == "2027-03-31")
    _ = screen.press(.backspace)
    #expect(screen.prompt?.field.text.isEmpty == true)
    // Esc goes back step by step, and nothing typed is lost.
    _ = screen.press(.escape)
    #expect(screen.prompt?.field.text == "Bob")
    _ = screen.press(.escape)
    #expect(screen.prompt?.field.text == "nor here")
    _ = screen.press(.escape)
    #expect(screen.mode == .list)
  }

  @Test func `a line that is to be written is shown to its end`() {
    var screen = Sample.screen(80, 24)
    let line =
      "+  mailer: { kind: worker, replicas: 8, consumes: { from: order-placed, takes: 20s } }"
    _ = screen.update(.compared(.success("file\n" + line)))
    let text = screen.frame(80, 24).text
    #expect(text.joined().contains("20s"))
  }
}
