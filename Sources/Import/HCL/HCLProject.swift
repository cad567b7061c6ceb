import Description
import SourceText
import YAML

/// The modules that some files are, with the files beside them and the local modules they call.
struct HCLProject {
  private let system: ForeignSystem
  private var modules: [String: HCLModule] = [:]
  /// Folders in the order of their first file.
  private var order: [String] = []
  private var paths: Set<String> = []

  init(_ system: ForeignSystem) { self.system = system }

  private static func folder(of path: String) -> String {
    RelativePath.joined(path, "")
  }

  /// Adds a file to the module that its folder is.
  mutating func add(_ file: ForeignFile) {
    guard paths.insert(file.path).inserted else { return }
    let folder = Self.folder(of: file.path)
    if modules[folder] == nil { order.append(folder) }
    let module = modules[folder] ?? HCLModule(folder: folder)
    modules[folder] = module
    let (body, problems) = HCLParser.parse(file.text.bytes)
    for problem in problems {
      system.yaml.complain(
        "hcl-syntax", problem.message, problem.remedy,
        at: SourceSpan(source: file.source, problem.offset..<problem.offset))
    }
    module.add(body, source: file.source, path: file.path)
  }

  /// Reads all modules that no other one calls.
  mutating func read() {
    for folder in order { addNeighbours(of: folder) }
    let roots = order
    addCalled()
    let called = Set(
      modules.values.flatMap { module in
        module.calls.compactMap(HCLResources.folder).filter { $0 != module.folder }
      })
    let page = system.page
    let mappings = system.mappings
    var resources = HCLResources(modules) { mappings.knows($0, by: page) }
    // Modules that call each other in a ring have none at the top.
    let top = roots.filter { !called.contains($0) }
    for folder in top.isEmpty ? roots : top {
      if let module = modules[folder] { resources.add(module) }
    }
    ResourceReader.read(resources.all, into: system, by: page)
    for (path, count) in resources.moduleCounts { system.note(count, "module call", of: path) }
    for (path, block) in resources.uncounted {
      system.ignore(block, "no file tells how many there are; read as one", of: path)
    }
    for path in ResourceValue.unique(resources.unread.map(\.path)) {
      let sources = resources.unread.filter { $0.path == path }.map { $0.source.prefix(60) }
      let more = sources.count > 4 ? " and \(sources.count - 4) more" : ""
      system.ignore(
        "module \(sources.prefix(4).joined(separator: ", "))\(more)",
        "its files are not here; `terraform show -json` of a plan has what they hold", of: path)
    }
  }

  // MARK: - Files that lead to others

  /// The other files of a folder belong to the module that a file of it is a part of.
  private mutating func addNeighbours(of folder: String) {
    let listed = system.files.list(folder.isEmpty ? "." : folder)
    guard listed.count < 5000 else { return }
    for path in listed {
      guard Self.folder(of: path) == folder, !paths.contains(path), Self.isOwn(path) else {
        continue
      }
      guard case .text(let text, let flaws) = system.files.open(path) else { continue }
      add(system.files.keep(text, flaws, as: HCLFormat.self))
    }
  }

  /// Whether Terraform reads a file without being told to.
  private static func isOwn(_ path: String) -> Bool {
    path.hasSuffix(".tf") || path.hasSuffix(".auto.tfvars")
      || path.split(separator: "/").last == "terraform.tfvars"
  }

  /// The local modules that modules call, as far as they are inside the project.
  private mutating func addCalled() {
    var open = order
    while let folder = open.popLast(), modules.count < 300 {
      for call in modules[folder]?.calls ?? [] {
        guard let called = HCLResources.folder(call), modules[called] == nil else { continue }
        addNeighbours(of: called)
        if modules[called] != nil { open.append(called) }
      }
    }
  }
}
