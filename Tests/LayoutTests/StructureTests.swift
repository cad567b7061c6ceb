import Testing
import TestSupport

/// How the sources are laid out: sizes of functions and folders, names of files, and who uses whom.
@Suite struct StructureTests {
  static let modules = Dictionary(grouping: SwiftSource.all, by: \.module)

  @Test func `a function can be read in one go`() {
    let functions = SwiftSource.all.flatMap(\.functions)
    #expect(functions.count > 1000)
    for function in functions where function.length > 60 {
      Issue.record("\(function.name) has \(function.length) lines")
    }
  }

  @Test func `a folder can be looked over`() {
    for (folder, files) in Dictionary(grouping: SwiftSource.all, by: \.folder) {
      #expect(files.count <= 20, "\(folder)")
    }
  }

  @Test(arguments: SwiftSource.all)
  func `a file bears the name of what is in it`(_ file: SwiftSource) {
    let isException = Exceptions.names["\(file.module)/\(file.name)"] != nil
    #expect(file.bearsNameOfItsOwn != isException)
  }

  @Test(arguments: modules.keys.sorted())
  func `the folders of a module use each other one way`(_ module: String) {
    let files = Self.modules[module] ?? []
    for folder in Set(files.map(\.folder)).union(["Sources/\(module)"]) {
      let uses = Uses(betweenFoldersIn: folder, of: files)
      for ring in uses.rings { Issue.record("\(folder): \(uses.words(ring))") }
    }
  }

  @Test(arguments: modules.keys.sorted())
  func `files use each other in small rings for a reason`(_ module: String) {
    let uses = Uses(between: Self.modules[module] ?? [])
    let known = Exceptions.rings[module] ?? [:]
    for ring in uses.rings where ring.count > 3 || known[uses.names(ring)] == nil {
      Issue.record("\(uses.words(ring))")
    }
    let names = Set(uses.rings.map(uses.names))
    for ring in known.keys where !names.contains(ring) { Issue.record("\(ring) is no ring") }
  }
}
