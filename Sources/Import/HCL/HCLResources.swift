import Description
import SourceText

/// Makes resources of the blocks of a module, and of those that it calls.
struct HCLResources {
  private(set) var all: [Resource] = []
  /// Calls of modules whose files are not there, by the file that calls them.
  private(set) var unread: [(path: String, source: String)] = []
  /// Blocks that are repeated nobody knows how often, by the file that holds them.
  private(set) var uncounted: [(path: String, block: String)] = []
  private(set) var moduleCounts: [(path: String, count: Int)] = []
  private let modules: [String: HCLModule]
  private let isKnown: (String) -> Bool

  /// Reads with the modules of some folders; `isKnown` tells whether somebody knows a type.
  init(_ modules: [String: HCLModule], isKnown: @escaping (String) -> Bool) {
    self.modules = modules
    self.isKnown = isKnown
  }

  /// Most copies of one block.
  private static let mostCopies = 100

  /// Adds what a module at the top holds.
  mutating func add(_ module: HCLModule) {
    let instance = HCLModuleInstance(
      module, prefix: "", index: nil, arguments: [:], HCLBudget())
    instance.folders = [module.folder]
    call(instance, depth: 0)
    read(instance)
  }

  // MARK: - Modules

  /// The folder of a local module that a file calls; nil for one from elsewhere.
  static func folder(_ call: HCLModule.Placed<HCLBlock>) -> String? {
    source(of: call.part).map { RelativePath.joined(call.path, $0) }
  }

  /// Where the files of a local module are, relative to the file that calls it.
  static func source(of call: HCLBlock) -> String? {
    guard case .literal(let source)? = call.body["source"]?.form,
      source.hasPrefix("./") || source.hasPrefix("../")
    else { return nil }
    return source
  }

  /// Makes the instances of all modules below one, so that their outputs are there.
  private mutating func call(_ instance: HCLModuleInstance, depth: Int) {
    for call in instance.module.calls {
      let name = call.part.labels[0]
      guard let folder = Self.folder(call), let module = modules[folder], depth < 20,
        !instance.folders.contains(folder), instance.children[name] == nil
      else { continue }
      for copy in HCLCopies.copies(of: call, in: instance) {
        guard instance.budget.spend(2000) else { break }
        let child = self.child(of: instance, call, module, copy)
        child.folders = instance.folders.union([folder])
        instance.children[name, default: []].append(child)
        self.call(child, depth: depth + 1)
      }
    }
  }

  /// A copy of a module that a block calls, with its arguments.
  private func child(
    of instance: HCLModuleInstance, _ call: HCLModule.Placed<HCLBlock>, _ module: HCLModule,
    _ copy: HCLCopies.Copy
  ) -> HCLModuleInstance {
    var evaluator = HCLEvaluator(module: instance, source: call.source)
    evaluator.iteration = copy.iteration
    var arguments: [String: ResourceValue] = [:]
    for attribute in call.part.body.attributes where module.declared.contains(attribute.name) {
      arguments[attribute.name] = evaluator.value(attribute.value)
    }
    return HCLModuleInstance(
      module, prefix: "\(instance.prefix)module.\(call.part.labels[0]).",
      index: copy.index ?? instance.index, arguments: arguments, instance.budget)
  }

  private mutating func read(_ instance: HCLModuleInstance) {
    for block in instance.module.resources { add(block, in: instance) }
    for call in instance.module.calls {
      count(call.path)
      let name = call.part.labels[0]
      if let children = instance.children[name] {
        for child in children { read(child) }
      } else {
        addCall(call, name, in: instance)
      }
    }
  }

  private mutating func count(_ path: String) {
    if let index = moduleCounts.firstIndex(where: { $0.path == path }) {
      moduleCounts[index].count += 1
    } else {
      moduleCounts.append((path, 1))
    }
  }

  /// A module from elsewhere is a resource of its arguments, where somebody knows its source.
  private mutating func addCall(
    _ call: HCLModule.Placed<HCLBlock>, _ name: String, in instance: HCLModuleInstance
  ) {
    let evaluator = HCLEvaluator(module: instance, source: call.source)
    let source = call.part.body["source"].map { evaluator.value($0).text ?? "" } ?? ""
    let type = Self.registryName(source)
    guard isKnown(type) else {
      unread.append((call.path, source.isEmpty ? name : source))
      return
    }
    add(call, type: type, name: name, address: "\(instance.prefix)module.\(name)", in: instance)
  }

  /// `registry.terraform.io/a/b/aws//modules/c?ref=1` is `a/b/aws`.
  private static func registryName(_ source: String) -> String {
    var source = source.prefix { $0 != "?" }
    if source.hasPrefix("registry.terraform.io/") { source = source.dropFirst(22) }
    if let marks = source.firstRange(of: "//") { source = source[..<marks.lowerBound] }
    return String(source)
  }

  // MARK: - Resources

  private mutating func add(
    _ block: HCLModule.Placed<HCLBlock>, in instance: HCLModuleInstance
  ) {
    let (type, name) = (block.part.labels[0], block.part.labels[1])
    let start = instance.prefix + (block.part.type == "data" ? "data." : "")
    add(block, type: type, name: name, address: "\(start)\(type).\(name)", in: instance)
  }

  private mutating func add(
    _ block: HCLModule.Placed<HCLBlock>, type: String, name: String, address: String,
    in instance: HCLModuleInstance
  ) {
    for copy in HCLCopies.copies(of: block, in: instance).prefix(Self.mostCopies) {
      var evaluator = HCLEvaluator(module: instance, source: block.source)
      evaluator.iteration = copy.iteration
      var reader = HCLValues()
      let values =
        isKnown(type)
        ? reader.values(block.part.body, evaluator)
        : ResourceValue(
          content: .unknown, span: SourceSpan(source: block.source, block.part.range))
      for name in reader.uncounted { uncounted.append((block.path, "\(name) in \(address)")) }
      var resource = Resource(
        type: type, name: name, address: address, index: copy.index ?? instance.index,
        module: instance.name, span: SourceSpan(source: block.source, block.part.range),
        path: block.path, values: values, isLookedUp: block.part.type == "data")
      resource.isUncounted = copy.isUncounted
      all.append(resource)
    }
  }
}
