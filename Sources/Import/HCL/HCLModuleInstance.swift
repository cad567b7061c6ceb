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

/// A module as one block calls it, with its arguments.
final class HCLModuleInstance {
  let module: HCLModule
  /// What stands before the addresses in it: empty, or `module.shop.`.
  let prefix: String
  let budget: HCLBudget
  private let arguments: [String: ResourceValue]
  /// The modules that it calls, by the names of the calls; nil for those whose files are not there.
  var children: [String: HCLModuleInstance] = [:]
  /// The folders of the modules that lead to it, its own among them.
  var folders: Set<String> = []
  /// The locals and outputs that are worked out, and those that are being so, by their kind and
  /// name.
  private var known: [String: ResourceValue] = [:]
  private var open: Set<String> = []

  init(
    _ module: HCLModule, prefix: String, arguments: [String: ResourceValue], _ budget: HCLBudget
  ) {
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

  /// What a module that this one calls hands back; of one whose files are not there it is unknown,
  /// and names the module.
  func output(_ name: String, of call: String, at span: SourceSpan) -> ResourceValue {
    guard let child = children[call] else {
      return ResourceValue(
        content: .unknown, span: span, references: ["\(prefix)module.\(call)"])
    }
    return child.output(name) ?? ResourceValue(content: .unknown, span: span)
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
