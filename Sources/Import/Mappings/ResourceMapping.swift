import Architecture

/// What a type of resource says, as the page of a format lists it.
package struct ResourceMapping: Sendable {
  /// What it is where no page of a product says so; nil for what is no component by itself.
  var kind: ComponentKind?
  /// What it is where an attribute is set.
  var kinds: [(path: String, kind: ComponentKind)] = []
  /// What its attributes are, by their paths: `scaling_config.maximum_concurrency`.
  var attributes: [(path: String, attribute: Attribute)] = []
  /// The product by the word of an attribute: `engine`, `aurora-mysql`, `amazon-aurora`.
  var products: [(path: String, words: [String: [String]])] = []
  /// The attributes by whose words others know it.
  var names: [String] = []
  /// The attribute that names the component of which it is a part.
  var owner: String?
  /// Attributes that name resources which are parts of this one.
  var parts: [String] = []
  /// Attributes that name what stands between it and those that call it, such as a target group.
  var fronts: [String] = []
  /// Attributes that name what it calls, writes, publishes to; nil where the target decides.
  var arrows: [(path: String, kind: RelationKind?)] = []
  /// Attributes that name what does so to it.
  var arrowsIn: [(path: String, kind: RelationKind?)] = []
  /// The ends of the arrow that it is, where it is one.
  var link: Link?
  /// Attributes with the variables of containers.
  var environment: [String] = []
  /// Attributes that name the roles whose rights it has.
  var roles: [String] = []
  /// Attributes with rights, or that name what has them.
  var rights: [String] = []
  /// What the number of its copies is.
  var copies: Property?

  /// An arrow that is a resource, such as a subscription.
  struct Link: Sendable {
    let source: String
    let target: String
    let kind: RelationKind?
  }
}
