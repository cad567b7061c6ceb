// swift-tools-version: 6.2

import PackageDescription

// Targets stand in the order of the flow: each imports only those above it.
// The layout tests hold every `import` against this order.

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// All libraries inside, so that the program runs wherever there is Linux and starts at once.
///
/// What is for a debugger stays out, and with it the paths of the machine that built it.
let standingAlone: [LinkerSetting] = [
  .unsafeFlags(
    ["-static-executable", "-Xlinker", "-s"], .when(platforms: [.linux], configuration: .release))
]

func module(
  _ name: String, _ uses: Target.Dependency..., path: String? = nil, embedding: Bool = false
) -> Target {
  .target(
    name: name, dependencies: uses, path: path, swiftSettings: strict,
    plugins: embedding ? ["EmbedFilesPlugin"] : [])
}

/// Tests look at whatever stage they like; `TestSupport` re-exports nothing, so all are named here.
func tests(_ name: String, _ more: Target.Dependency...) -> Target {
  let stages: [Target.Dependency] = [
    "SourceText", "YAML", "Findings", "Architecture", "Description", "Import", "Growth", "Facts",
    "RuleBook", "Rules", "Review", "Reports", "TestSupport",
  ]
  return .testTarget(
    name: name, dependencies: stages + more, swiftSettings: [.treatAllWarnings(as: .error)])
}

let package = Package(
  name: "tenfold",
  targets: [
    .systemLibrary(name: "CYaml"),
    .systemLibrary(name: "CSQLite"),
    .systemLibrary(name: "CCmark"),
    .systemLibrary(name: "CNcurses"),
    .target(name: "CCrashGuard"),
    .target(name: "CRestart"),
    .target(name: "CQueryMemory", dependencies: ["CSQLite"]),
    .systemLibrary(name: "CVterm", path: "Tests/CVterm"),

    module("SourceText"),
    module("YAML", "SourceText", "CYaml"),
    module("Findings", "SourceText", "YAML"),
    module("Architecture", "SourceText", "YAML", "Findings"),
    module("Description", "SourceText", "YAML", "Findings", "Architecture"),
    module("Import", "SourceText", "YAML", "Findings", "Architecture", "Description"),
    module("Growth", "SourceText", "YAML", "Findings", "Architecture"),
    module(
      "Facts", "SourceText", "YAML", "Findings", "Architecture", "Growth", "CSQLite",
      "CQueryMemory"),
    module("RuleBook", path: "rules", embedding: true),
    module("Rules", "SourceText", "YAML", "Findings", "Architecture", "Facts", "CCmark"),
    module(
      "Review", "SourceText", "YAML", "Findings", "Architecture", "Description", "Import", "Growth",
      "Facts", "RuleBook", "Rules"),
    module("Diagram", "Architecture"),
    module(
      "Reports", "SourceText", "YAML", "Findings", "Architecture", "Description", "Growth", "Facts",
      "Rules", "Review", "Diagram", embedding: true),
    module(
      "Screens", "SourceText", "YAML", "Findings", "Architecture", "Description", "Growth",
      "Review", "Diagram"),
    module(
      "ModelContext", "SourceText", "Architecture", "Description", "Facts", "Rules", "Review",
      "Reports"),
    module(
      "Terminal", "SourceText", "Description", "Review", "Screens", "CNcurses", "CCrashGuard"),
    module(
      "CommandLineTool", "SourceText", "YAML", "Findings", "Architecture", "Description", "Import",
      "Growth", "Facts", "Rules", "Review", "Reports", "Screens", "ModelContext", "Terminal",
      "CRestart"),
    .executableTarget(
      name: "tenfold", dependencies: ["CommandLineTool"], swiftSettings: strict,
      linkerSettings: standingAlone),
    .executableTarget(
      name: "benchmark",
      dependencies: [
        "SourceText", "YAML", "Findings", "Architecture", "Description", "Growth", "Facts", "Rules",
        "Review", "Screens", "CYaml",
      ], swiftSettings: strict, linkerSettings: standingAlone),
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "SourceText", "YAML", "Findings", "Architecture", "Description", "Growth", "Facts", "Rules",
        "Review", "Reports", "Screens",
      ], swiftSettings: strict, linkerSettings: standingAlone),

    .executableTarget(name: "embed-files", swiftSettings: strict),
    .plugin(
      name: "EmbedFilesPlugin", capability: .buildTool(), dependencies: ["embed-files"],
      path: "Sources/EmbedFilesPlugin"),

    .target(
      name: "TestSupport",
      dependencies: ["Architecture", "Description", "Facts", "Review", "Reports"],
      path: "Tests/TestSupport", swiftSettings: strict),
    tests("SourceTextTests"),
    tests("YAMLTests"),
    tests("DescriptionTests"),
    tests("ImportTests"),
    tests("GraphTests"),
    tests("DiagramTests", "Diagram"),
    tests("GrowthTests"),
    tests("FactsTests"),
    tests("RuleBookTests"),
    tests("ReviewTests"),
    tests("ReportsTests"),
    tests("ScreensTests", "Screens"),
    tests("TerminalTests", "Terminal", "CVterm"),
    tests("ModelContextTests", "ModelContext"),
    // Runs the built program; to depend on it would link the tests as it is linked.
    tests("CommandLineTests"),
    tests("LayoutTests"),
  ],
  swiftLanguageModes: [.v6]
)
