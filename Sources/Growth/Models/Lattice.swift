import Glibc

/// The states of some populations: how many of each are somewhere.
struct Lattice {
  /// How far apart states are that differ by one of a population.
  let strides: [Int]
  /// How many of each population every state has.
  let numbers: [[Int]]
  var count: Int { numbers.count }
  private let users: [Int]

  init(_ users: [Int]) {
    self.users = users
    let sizes = users.map { $0 + 1 }
    let strides = sizes.indices.map { sizes[..<$0].reduce(1, *) }
    self.strides = strides
    numbers = (0..<sizes.reduce(1, *)).map { state in
      zip(strides, sizes).map { state / $0 % $1 }
    }
  }

  /// The factor of one station in every state, relative to the largest:
  /// n! / prod min(i, c) x prod D^n / n!.
  func weights(_ demands: [Double], servers: Double) -> [Double] {
    var queued = [0.0]
    for place in 0..<users.reduce(0, +) {
      let isQueued = Double(place + 1) > servers
      queued.append(queued[place] + (isQueued ? log(Double(place + 1) / servers) : 0))
    }
    let logs = numbers.map { numbers -> Double in
      var log = queued[numbers.reduce(0, +)]
      for (number, demand) in zip(numbers, demands) where number > 0 {
        log += Double(number) * Glibc.log(demand) - lgamma(Double(number) + 1)
      }
      return log
    }
    let largest = logs.max() ?? 0
    return logs.map { exp($0 - largest) }
  }

  /// Sums over all ways to split each state between two parts.
  func convolved(_ left: [Double], _ right: [Double]) -> [Double] {
    var sum = [Double](repeating: 0, count: count)
    sum.withUnsafeMutableBufferPointer { sum in
      right.withUnsafeBufferPointer { right in
        for state in 0..<count where left[state] > 0 {
          let factor = left[state]
          forEachRow(fitting: state) { row in
            for other in row { sum[state + other] += factor * right[other] }
          }
        }
      }
    }
    return sum
  }

  /// All states that can be added to one, those that differ in the first population together.
  private func forEachRow(fitting state: Int, _ body: (Range<Int>) -> Void) {
    let free = zip(users, numbers[state]).map { $0 - $1 }
    var others = free.map { _ in 0 }
    var start = 0
    while true {
      body(start..<start + free[0] + 1)
      var index = 1
      while index < free.count, others[index] == free[index] {
        start -= others[index] * strides[index]
        others[index] = 0
        index += 1
      }
      guard index < free.count else { return }
      others[index] += 1
      start += strides[index]
    }
  }

  private func fits(_ left: Int, _ right: Int) -> Bool {
    for index in users.indices
    where numbers[left][index] + numbers[right][index] > users[index] { return false }
    return true
  }

  /// For every part the product of all others, and the product of all.
  func products(_ parts: [[Double]]) -> (others: [[Double]], all: [Double]) {
    var none = [Double](repeating: 0, count: count)
    none[0] = 1
    var others: [[Double]] = []
    var before = none
    for part in parts {
      others.append(before)
      before = convolved(before, part)
    }
    var behind = none
    for index in parts.indices.reversed() {
      others[index] = convolved(others[index], behind)
      behind = convolved(behind, parts[index])
    }
    return (others, before)
  }

  /// Chances of totals at a station, seen by those who arrive: as if they were not there
  /// themselves.
  ///
  /// The arrival theorem (K. C. Sevcik and I. Mitrani, "The Distribution of Queuing Network States
  /// at Input and Output Instants", JACM 28, 1981).
  func totals(
    _ own: [Double], _ others: [Double], seenFrom ends: [Int], shares: [Double]
  ) -> [Double] {
    var found = [Double](repeating: 0, count: users.reduce(0, +) + 1)
    for (end, share) in zip(ends, shares) where share > 0 {
      var (chances, whole) = (found.map { _ in 0.0 }, 0.0)
      for state in 0...end where fits(state, count - 1 - end) {
        let weight = own[state] * others[end - state]
        chances[numbers[state].reduce(0, +)] += weight
        whole += weight
      }
      for total in found.indices { found[total] += share * chances[total] / whole }
    }
    return found
  }
}
