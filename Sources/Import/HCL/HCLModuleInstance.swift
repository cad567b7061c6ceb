import SourceText

/// How much may still be worked out: modules and locals can repeat each other without end.
final class HCLBudget {
  private var left = 2_000_000
  /// How many locals and outputs are being worked out, each for the one before.
  private var depth = 0

  /// What `body` gives, unless that many are open that the stack could not hold another one.
  func deeper(_ body: () -> ResourceValue) -> ResourceValue? {
    guard depth < 25 else { return nil }
    depth += 1
    defer { depth -= 1 }
    return body()
  }

  func spend(_ cost: Int = 1) -> Bool {
    left -= cost
    return left > 0
  }
}

/// A module as one block calls it, or one of the copies that it makes, with its arguments.
final class HCLModuleInstance {
  let module: HCLModule
  /// What stands before the addresses in it: empty, or `module.shop.`.
  let prefix: String
  /// The number or key of the last copy that it is or lies in.
  let index: String?
  let budget: HCLBudget
  private let arguments: [String: ResourceValue]
  /// The copies of the modules that it calls, by the names of the calls; nil for those whose files
  /// are not there.
  var children: [String: [HCLModuleInstance]] = [:]
  /// The folders of the modules that lead to it, its own among them.
  var folders: Set<String> = []
  /// The locals and outputs that are worked out, and those that are being so, by their kind and
  /// name.
  private var known: [String: ResourceValue] = [:]
  private var open: Set<String> = []

  init(
    _ module: HCLModule, prefix: String, index: String?, arguments: [String: ResourceValue],
    _ budget: HCLBudget
  ) {
    self.index = index
    self.module = module
    self.prefix = prefix
    self.arguments = arguments
    self.budget = budget
  }

  /// The name of the module in addresses; empty for the one at the top.
  var name: String { String(prefix.dropLast()) }

  /// The value of a variable: what is handed over, or its default; nil where neither is there.
  func variable(_ name: String) -> ResourceValue? {
    if let value = arguments[name] { return value }
    guard let placed = (prefix.isEmpty ? module.settings[name] : nil) ?? module.variables[name]
    else { return nil }
    return HCLEvaluator(module: self, source: placed.source).value(placed.part)
  }

  /// The value of a local; nil where there is none.
  func local(_ name: String) -> ResourceValue? {
    value(of: module.locals[name], as: "local." + name)
  }

  /// What a module that this one calls hands back, or what all of its copies name where no copy is
  /// named; of one whose files are not there it is unknown, and names the module.
  func output(
    _ name: String, of call: String, copy: String?, at span: SourceSpan
  ) -> ResourceValue {
    let unknown = ResourceValue(content: .unknown, span: span)
    guard let all = children[call] else {
      var own = unknown
      own.references = ["\(prefix)module.\(call)"]
      return own
    }
    let named = copy.flatMap { copy in all.first { $0.index == copy } } ?? all.first
    guard var value = named?.output(name) else { return unknown }
    guard let named, all.count > 1, copy == named.index else { return value }
    value.references = value.references.map { named.own($0) }
    return value
  }

  /// An address as that of the copy which this is.
  private func own(_ address: String) -> String {
    guard let index, address.hasPrefix(prefix), address.last != "]" else { return address }
    return "\(address)[\(index)]"
  }

  private func output(_ name: String) -> ResourceValue? {
    value(of: module.outputs[name], as: "output." + name)
  }

  private func value(
    of placed: HCLModule.Placed<HCLExpression>?, as key: String
  ) -> ResourceValue? {
    if let value = known[key] { return value }
    guard let placed, open.insert(key).inserted else { return nil }
    let value = budget.deeper {
      HCLEvaluator(module: self, source: placed.source).value(placed.part)
    }
    open.remove(key)
    known[key] = value
    return value
  }
}
