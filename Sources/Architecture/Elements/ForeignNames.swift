/// What the files of other tools call a product, by the sort of the name.
package struct ForeignNames: Sendable {
  /// The sorts of name, each the key on the product's page.
  package enum Sort: String, CaseIterable, Sendable {
    case images, schemes, hosts, settings, resources

    /// What the key of the page holds.
    package var documentation: String {
      switch self {
      case .images: "Container images it runs from, without registry and tag."
      case .schemes: "Schemes of the addresses by which clients reach it."
      case .hosts: "Domains at which a vendor runs it; what lies below them is it as well."
      case .settings: "Variables that only its own image reads."
      case .resources: "Resource types of Terraform, CloudFormation and others that are it."
      }
    }
  }

  /// The names of each sort, each perhaps with the kind it stands for: `aws_sns_topic as topic`.
  package var names: [Sort: [String]]

  /// Names by sort.
  package init(_ names: [Sort: [String]] = [:]) { self.names = names }
}
