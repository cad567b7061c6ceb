/// A value that its copies share instead of copying all that it holds.
@usableFromInline
final class Shared<Value: Hashable & Sendable>: Hashable, Sendable {
  @usableFromInline let value: Value

  init(_ value: Value) { self.value = value }

  @usableFromInline static func == (left: Shared, right: Shared) -> Bool {
    left === right || left.value == right.value
  }

  @usableFromInline func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
