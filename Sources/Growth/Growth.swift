// Growth answers how much more a system carries, what breaks first, and how long its users wait.
//
// A `GrowthModel` is made of an architecture whose silence has been completed; no I/O, no SQL. It
// is the demand on every element, the servers that meet it, and the limits that follow from both.
// A `GrowthForecast` looks at it at several multiples of today's demand. Utilisation, limits and
// headroom follow from operational laws, which assume no distribution; waits and percentiles from
// queueing models, and where those are known to be wrong, from a simulation.
//
// The folders, each using only those above it, and all of them `Budget`:
//
//   Models       formulas of queueing theory and of probability; they know no architecture
//   Demand       rates, carried from journeys through the arrows to every element
//   Calls        who waits for whom: times of work, and of the calls made meanwhile
//   Capacity     servers, autoscalers, stores and quotas, and the demand that exhausts each
//   Waiting      how long requests wait before servers, and how long answers take
//   SystemModel  the model: it puts these together, and sets the solver of waits its problems
//   Advice       what the answers take for granted, and what would have to change
//   Simulation   the same system, event by event; Structures holds what the events are kept in
//   Forecast     what all of this says at multiples of today's demand
//   Decisions    choices of the description, held against the model and the calendar
//
// The way of an answer: an architecture becomes rates (`Demand`) and who calls whom (`CallTree`);
// both become stations and limits (`GrowthModel`); at a multiple the stations are a `WaitProblem`,
// which `WaitSolver` turns into `Waits`, and these into the distribution of a `ResponseTime`;
// `ForecastBuilder` says it per element and journey, as a `GrowthForecast`.
