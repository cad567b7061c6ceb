/// The views of the screen, in the order of Tab.
package enum Views {
  /// A line each.
  package static let all: [any View] = [
    FindingsView(),
    ComponentsView(),
    GrowthView(),
    DiagramView(),
    QuestionsView(),
    ProblemsView(),
  ]
}
