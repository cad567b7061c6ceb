/// Names of attributes whose values are, or hold, secrets.
enum SecretNames {
  private static let words = [
    "password", "passwd", "secret", "token", "private_key", "access_key", "api_key",
    "connection_string", "credential", "auth_string",
  ]
  private static let whole: Set = [
    "environment", "variables", "container_definitions", "user_data", "user_data_base64", "env",
    "app_settings", "custom_data", "environment_variables", "labels", "input",
  ]

  /// Whether what stands below a name is hidden.
  static func contains(_ name: String) -> Bool {
    if whole.contains(name) { return true }
    guard name.utf8.count < 100 else { return false }
    let name = name.lowercased()
    return words.contains { name.contains($0) }
  }
}
