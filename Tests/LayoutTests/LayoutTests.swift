import Foundation
import Testing
import TestSupport

/// The rules of the house, held against the sources.
@Suite struct LayoutTests {
  /// The modules in the order of the flow; each may import only those above it.
  static let order = [
    "SourceText", "YAML", "Findings", "Architecture", "Description", "Import", "Growth", "Facts",
    "RuleBook", "Rules", "Review", "Diagram", "Reports", "Screens", "Terminal", "ModelContext",
    "CommandLineTool", "tenfold",
  ]
  /// C libraries, each with the one module that may import it.
  static let libraries = [
    "CYaml": "YAML", "CSQLite": "Facts", "CCmark": "Rules", "CNcurses": "Terminal",
    "CCrashGuard": "Terminal", "CRestart": "CommandLineTool", "CQueryMemory": "Facts",
  ]
  /// What a module may import besides: the C library, where files, numbers or the terminal need it.
  static let system = ["Glibc", "Synchronization"]

  static let sources = Repository.files("Sources", ".swift").filter { path in
    let module = path.split(separator: "/")[1]
    return order.contains(String(module))
  }

  @Test(arguments: sources)
  func `a module imports only what stands above it`(_ path: String) throws {
    let module = String(path.split(separator: "/")[1])
    let rank = try #require(Self.order.firstIndex(of: module))
    for line in try Repository.text(path).split(separator: "\n") {
      let words = line.split(separator: " ")
      guard let at = words.firstIndex(of: "import"), at <= 1, words.count > at + 1 else { continue }
      let name = String(words[at + 1])
      if let owner = Self.libraries[name] {
        #expect(owner == module, "only \(owner) talks to \(name)")
      } else if let other = Self.order.firstIndex(of: name) {
        #expect(other < rank, "\(module) stands above \(name)")
      } else {
        #expect(Self.system.contains(name), "\(module) imports \(name)")
      }
    }
  }

  @Test(arguments: sources)
  func `a file can be read in one go`(_ path: String) throws {
    let lines = try Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 300)
    #expect(lines.allSatisfy { $0.count <= 100 })
  }

  @Test(arguments: sources)
  func `what other modules use is documented`(_ path: String) throws {
    var previous = ""
    for line in try Repository.text(path).split(separator: "\n").map({ $0.drop { $0 == " " } }) {
      let declares = line.hasPrefix("package ") && !line.hasPrefix("package import")
      // A static number or a requirement of a protocol says nothing that its name does not.
      let isObvious = line.contains("static let") || line.contains("static func <")
      if declares, !isObvious, !previous.hasPrefix("///"), !previous.hasPrefix("@") {
        Issue.record("\(line)")
      }
      if !line.isEmpty { previous = String(line) }
    }
  }

  @Test(arguments: sources)
  func `nothing is forced, faked or printed on the side`(_ path: String) throws {
    let text = try Repository.text(path)
    for word in [
      "try!", "as!", "fatalError(", "@unchecked", "nonisolated(unsafe)", "// TODO", "FIXME",
    ] {
      #expect(!text.contains(word), "\(word)")
    }
    let isEdge = ["CommandLineTool", "Terminal", "tenfold"].contains { path.contains("/\($0)/") }
    if !isEdge {
      for word in ["getenv(", "exit(", "clock_gettime(", "isatty("] {
        #expect(!text.contains(word), "\(word) belongs to the edge of the program")
      }
    }
  }

  @Test func `the top level holds what it should`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Repository.root.path())
    let visible = Set(names.filter { !$0.hasPrefix(".") })
    #expect(
      visible == ["Package.swift", "Sources", "Tests", "rules", "samples", "README.md", "LICENSE"])
  }
}
