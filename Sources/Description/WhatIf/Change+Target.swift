package import Architecture

extension Change {
  /// The element and the property that it is about, or why there is none such.
  package func target(in architecture: Architecture) -> Result<
    (element: ElementID, property: Property), DescriptionChange.Refusal
  > {
    ChangeTarget(architecture).find(path).map { ($0.0, $0.1) }
      .mapError { DescriptionChange.Refusal($0.message) }
  }

  /// The value as written.
  package var valueText: String {
    String(text.utf8.dropFirst(value.lowerBound)) ?? ""
  }
}
