import Description
import SourceText
import YAML

/// The templates among some files, those that they nest, and what they export to each other.
final class TemplateProject {
  let system: ForeignSystem
  /// The page that says what types of resources are.
  let page: FormatPage
  /// The format of templates.
  private let format: any TextFormat.Type
  /// What replaces variables in texts before functions are applied; nil where nothing does.
  var variables: ((NodeReference, TemplateInstance, _ depth: Int) -> ResourceValue?)?
  /// How often something that is not known has been given a word.
  var standIns = 0
  private var templates: [String: Template?] = [:]
  private var tops: [TemplateInstance] = []
  private var budget = 2_000_000
  private var missing: [(path: String, names: [String])] = []
  private var leftOut: [(path: String, names: [String])] = []
  private lazy var exports = foundExports()

  init(
    _ system: ForeignSystem, _ page: FormatPage, _ format: any TextFormat.Type
  ) {
    self.format = format
    self.system = system
    self.page = page
  }

  /// The uses of the templates that some files are, but for those that are nested in others.
  func instances(of files: [ForeignFile]) -> [TemplateInstance] {
    for file in files {
      guard let root = file.roots.first else { continue }
      templates[file.path] = Template(system.yaml, file.path, root)
    }
    let nested = nestedPaths(files)
    let own = files.filter { !nested.contains($0.path) }
    for (number, file) in (own.isEmpty ? files : own).enumerated() {
      guard let template = templates[file.path] ?? nil else { continue }
      tops.append(TemplateInstance(template, self, prefix: "\(number)."))
    }
    return tops
  }

  /// Whether there is time to look at one more node: aliases may repeat much.
  func mayGoOn() -> Bool {
    budget -= 1
    return budget > 0
  }

  // MARK: - Nested templates

  /// The template at a path that another one names; nil where it is not here.
  func template(_ path: String, from file: String) -> Template? {
    let isElsewhere = path.contains("://") || path.contains("${")
    let name = RelativePath.joined(file, path)
    if isElsewhere { return uploaded(path) }
    if let known = templates[name] { return known ?? uploaded(path) }
    templates[name] = .some(nil)
    guard case .text(let text, let flaws) = system.files.open(name),
      format.recognises(text)
    else { return uploaded(path) }
    let kept = system.files.keep(text, flaws, as: format)
    guard let root = kept.roots.first else { return nil }
    let template = Template(system.yaml, name, root)
    templates[name] = template
    return template
  }

  /// A template that is used where it was uploaded to or built, if a file of that name is here.
  private func uploaded(_ url: String) -> Template? {
    let name = ResourceSystem.lastPart(url)
    let found = templates.keys.filter {
      ($0 == name || $0.hasSuffix("/" + name)) && templates[$0] ?? nil != nil
    }
    guard !name.isEmpty, found.count == 1, let path = found.first else { return nil }
    return templates[path] ?? nil
  }

  private func nestedPaths(_ files: [ForeignFile]) -> Set<String> {
    var paths: Set<String> = []
    for file in files {
      guard let template = templates[file.path] ?? nil else { continue }
      for entry in template.entries("Resources") {
        guard let properties = Template.child("Properties", of: entry.value, system.yaml) else {
          continue
        }
        for key in ["TemplateURL", "Location"] {
          guard let url = Template.child(key, of: properties, system.yaml),
            let found = self.template(system.yaml.text(url), from: file.path),
            found !== template
          else { continue }
          paths.insert(found.path)
        }
      }
    }
    return paths
  }

  // MARK: - Exports

  /// What another stack exports under a name; nil where none of these does.
  func export(_ name: String, _ depth: Int) -> ResourceValue? {
    guard depth < 60, let (instance, node) = exports[name] else { return nil }
    return instance.value(node, depth: depth + 1)
  }

  private func foundExports() -> [String: (TemplateInstance, NodeReference)] {
    var exports: [String: (TemplateInstance, NodeReference)] = [:]
    for top in tops {
      for output in top.template.entries("Outputs") {
        guard let export = Template.child("Export", of: output.value, system.yaml),
          let name = Template.child("Name", of: export, system.yaml).flatMap({ top.value($0) }),
          let text = name.text, let node = Template.child("Value", of: output.value, system.yaml)
        else { continue }
        if exports[text] == nil { exports[text] = (top, node) }
      }
    }
    return exports
  }

  // MARK: - Notes

  /// Says that a value of another stack is not known.
  func missed(_ name: String, in path: String) { Self.add(name, path, to: &missing) }

  /// Says that a resource is not made, as its condition does not hold.
  func leftOut(_ name: String, in path: String) { Self.add(name, path, to: &leftOut) }

  private static func add(
    _ name: String, _ path: String, to all: inout [(path: String, names: [String])]
  ) {
    let index = all.firstIndex { $0.path == path } ?? all.count
    if index == all.count { all.append((path, [])) }
    if !all[index].names.contains(name) { all[index].names.append(name) }
  }

  func addNotes() {
    for (path, names) in missing {
      system.ignore(
        Self.listed(names, "import"), "other stacks export them, which are not here", of: path)
    }
    for (path, names) in leftOut {
      system.ignore(
        Self.listed(names, "resource"), "their conditions do not hold by the defaults", of: path)
    }
  }

  private static func listed(_ names: [String], _ noun: String) -> String {
    let more = names.count > 3 ? " and \(names.count - 3) more" : ""
    let nouns = names.count == 1 ? noun : noun + "s"
    return
      "\(nouns) \(names.prefix(3).map { String($0.prefix(60)) }.joined(separator: ", "))\(more)"
  }
}
