package import SourceText

package enum DescriptionSchema { package static var document: JSONValue { .null } }
