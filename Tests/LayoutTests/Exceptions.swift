/// Where the sources are not laid out as they should be, each with the reason.
enum Exceptions {
  /// Files with another name than that of a type or a function in them.
  static let names = [
    "Architecture/Elements": "the elements of an architecture, read together",
    "Architecture/Betweenness": "an algorithm on graphs of components",
    "Architecture/Dominators": "an algorithm on graphs of components",
    "Facts/FactExport": "a table, the file it goes to, and the function that writes both",
    "Screens/Identity": "what tells entries of all kinds apart",
  ]

  /// Rings of two or three files, by the names of the files: what cannot be understood alone.
  static let rings: [String: [String: String]] = [
    "Facts": [
      "Connection QueryMemory": "a query that takes too much memory fails as others do",
      "FactBase FactFiller": "a base is only ever made full",
    ],
    "Findings": [
      "BaselineState JudgedFinding":
        "a finding is compared with what is known, and keeps the outcome",
      "RiskLevel Unit": "what is carried is rounded as levels are",
    ],
    "Growth": [
      "GrowthModel Headroom RequiredLimits":
        "what is to be known of a model says how far its headroom goes",
      "Demand Writes": "writes are demand, counted apart",
      "NetworkParts SimulatedNetwork": "the parts that a network is built from",
      "ResponseTime TimeTransform": "a response by its parts is transformed by them",
      "SimulatedFleet SimulationRun": "a fleet of replicas changes as the run goes on",
    ],
    "Import": [
      "ComposeFormat ComposeProject": "a project leads to other files of its own format",
      "HCLEvaluator HCLModuleInstance": "what is local is an expression, and expressions name it",
      "HCLFormat HCLProject": "a module leads to other files of its own format",
      "TemplateInstance TemplateProject": "a use of a template leads to other templates",
    ],
    "Reports": [
      "DiagramSVG SystemChapter": "a picture is drawn of the chapter that holds it",
      "GrowthTableText GrowthTextReport": "the table is as wide as the report",
      "JSONField JSONShape": "a key may hold what has a shape of its own",
    ],
    "Review": ["Review SharedDecisions": "a review keeps what it leaves to a shared file"],
    "Rules": [
      "FrontMatter ParameterForm Rule": "a rule is read from its front matter, parameters first"
    ],
    "YAML": ["TextLayout YAMLEditor": "the layout of a text says which edits the editor makes"],
    "fuzz": ["Campaign Fuzz": "the campaign takes the options of the program"],
  ]
}
