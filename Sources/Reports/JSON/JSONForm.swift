/// What a value of a JSON document may be.
indirect enum JSONForm: Sendable {
  case text, number, integer, flag
  /// One of a few words.
  case word([String])
  /// The one number that it is.
  case constant(Int)
  case list(JSONForm)
  case object(Object)
  case either([JSONForm])
  case orNull(JSONForm)

  /// An object that always has the same keys.
  struct Object: Sendable {
    /// What a schema calls it; no two objects of a document share a name.
    let name: String
    /// What it is, in a sentence.
    let documentation: String
    let keys: [Key]
  }

  /// A key of an object.
  struct Key: Sendable {
    /// As written, with its unit at the end where it has one.
    let name: String
    /// What its value says, its unit and what null means.
    let documentation: String
    let form: JSONForm
  }
}
