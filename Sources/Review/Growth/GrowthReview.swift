package import Architecture
package import Description
package import Growth
package import SourceText

/// What `tenfold grow` says about one description.
package struct GrowthReview: Sendable {
  /// The description's path as the user named it.
  package let path: String
  /// The system's name; nil when nothing could be read.
  package private(set) var system: String?
  /// What is wrong with the description, or with what-ifs.
  package let problems: [Problem]
  /// What happens when demand multiplies; nil when nothing could be read.
  package private(set) var forecast: GrowthForecast?
  /// How the journey that is limited first slows down on its way to the limit; nil where that
  /// is unknown.
  package var curve: GrowthCurve? { model.flatMap { GrowthCurve($0) } }
  /// What each journey carries and which losses it survives, with the what-ifs.
  package var standings: [JourneyStanding] {
    model.map { JourneyLosses($0).standings() } ?? []
  }
  /// What the system costs, with the what-ifs; nil where nothing has a price.
  package var costs: CostForecast? {
    guard let model, let forecast else { return nil }
    return CostForecast(model, at: forecast.multiples)
  }
  /// What is fitted to the measurements of its elements.
  package var calibrations: [MeasuredElement] { model?.architecture.calibrations ?? [] }
  /// What was measured beside means, and what the model says of it.
  package var measuredPoints: [MeasuredPoint] { model?.measuredPoints ?? [] }
  /// The forecast without the what-ifs; nil when there are none.
  package private(set) var today: GrowthForecast?
  /// What each overlay of the description leaves; empty when what-ifs were asked for.
  package private(set) var scenarios: [ScenarioForecast] = []
  /// What the description leaves open, solved for the target of a plan.
  package private(set) var solved: [SolvedValue] = []
  /// What to say so that more can be computed.
  package private(set) var questions: [GrowthQuestion] = []
  /// The what-ifs in words.
  package let changes: [String]
  /// What was simulated, to be written to a file; one result per multiple.
  package private(set) var simulations: [SimulationResult] = []
  /// What is wrong with the runs that were to be merged; nil when nothing is.
  package private(set) var mergeFailure: String?

  /// What was forecast; nil when nothing could be read.
  private var model: GrowthModel?

  /// What the forecast is about; nil when nothing could be read.
  package var architecture: Architecture? { model?.architecture }

  /// Whether the description could not be read in full.
  package var isBroken: Bool { problems.contains { $0.weight == .error } }

  /// What is wrong with the what-ifs, which were not applied then.
  package var refusals: [Problem] { problems.filter(\.isOfWhatIf) }

  /// What saturates first, in the words of `check`; nil when no limit is known.
  package var headroom: HeadroomStatement? { HeadroomStatement(forecast) }

  /// What a user asks of a run.
  package struct Settings: Sendable {
    /// Multiples of today's demand.
    package var multiples = GrowthForecast.usualMultiples
    /// What differs from today.
    package var whatIf = WhatIf()
    /// When to simulate, and how.
    package var simulation = GrowthSimulation.Settings()

    /// The usual multiples and no what-ifs.
    package init() {}
  }

  /// Forecasts one description; no rule is read.
  package static func make(
    path: String, files: FileAccess, catalogue: Catalogue, settings: Settings = Settings()
  ) -> GrowthReview {
    let reading = DescriptionReader.read(
      path: path, files: files, catalogue: catalogue, foreign: RuleSet.importer(of: catalogue),
      whatIf: settings.whatIf)
    var review = GrowthReview(
      path: path, problems: reading.problems,
      changes: settings.whatIf.words(reading.scenarios))
    guard let architecture = reading.architecture else { return review }
    let today = reading.today.map { GrowthModel($0) }
    review.forecast(
      GrowthModel(architecture.changed(since: today)), reading.sources, settings)
    review.today = today.map { GrowthForecast($0, at: settings.multiples) }
    if settings.whatIf.isEmpty { review.look(at: reading.overlays) }
    return review
  }

  /// Forecasts what was reviewed, so that nothing is read again.
  package init(_ review: Review, simulation: GrowthSimulation.Settings.When) {
    self.init(path: review.path, problems: review.problems, changes: [])
    guard let model = review.growth else { return }
    var settings = Settings()
    settings.simulation.when = simulation
    forecast(model, review.sources, settings)
    look(at: review.scenarios)
  }

  private mutating func forecast(
    _ model: GrowthModel, _ sources: SourceSet, _ settings: Settings
  ) {
    var forecast = GrowthForecast(model, at: settings.multiples)
    let simulation = GrowthSimulation(model: model, settings: settings.simulation)
    do throws(GrowthSimulation.UnmergeableRuns) {
      simulations =
        settings.simulation.merged.isEmpty
        ? simulation.results(forecast) : try simulation.merged(forecast)
    } catch {
      mergeFailure = error.text
    }
    forecast.add(simulations, of: model)
    system = model.architecture.name
    self.model = model
    self.forecast = forecast
    if let target = PlanGoal().multiple(of: model.architecture) {
      solved = SolvedValue.all(of: model, at: target.multiple, sources)
    }
    questions = GrowthQuestion.all(of: forecast, model, sources)
  }

  private mutating func look(at overlays: Scenarios?) {
    guard let overlays else { return }
    scenarios = overlays.all.enumerated().map { number, scenario in
      guard number < overlays.affordable else {
        return ScenarioForecast(
          name: scenario.name, words: scenario.words, headroom: nil, isLookedAt: false)
      }
      let architecture = overlays.architecture(under: scenario).changed(since: model)
      return ScenarioForecast(
        name: scenario.name, words: scenario.words,
        headroom: GrowthModel(architecture).headroom.map {
          HeadroomStatement($0, in: architecture)
        }, isLookedAt: true)
    }
  }

  private init(path: String, problems: [Problem], changes: [String]) {
    self.path = path
    self.problems = problems
    self.changes = changes
  }
}

extension Architecture {
  /// The same, with what was measured kept for the load of before the change.
  func changed(since today: GrowthModel?) -> Architecture {
    var changed = self
    if let today { changed.today = today.architecture.today }
    return changed
  }
}

extension Review {
  /// What is wrong with the what-ifs, which were not applied then.
  package var refusals: [Problem] { problems.filter(\.isOfWhatIf) }
}

extension Problem {
  /// Whether it is an error in what the call supposes, and not in a file.
  fileprivate var isOfWhatIf: Bool { weight == .error && place?.path.hasPrefix("--") == true }
}

/// What the system carries under one of its scenarios.
package struct ScenarioForecast: Sendable {
  /// The scenario's name.
  package let name: String
  /// What differs from today.
  package let words: [String]
  /// What saturates first then; nil when no limit is known.
  package let headroom: HeadroomStatement?
  /// Whether it was looked at; of very many in a large system the last are not.
  package let isLookedAt: Bool
}
