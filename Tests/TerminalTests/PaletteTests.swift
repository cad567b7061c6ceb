import Testing

import Screens

struct PaletteTests {
  /// Relative luminance of a colour of the 256 (6x6x6 cube and greys of xterm), by WCAG 2.2.
  private func luminance(_ index: Int16) -> Double {
    let steps: [Double] = [0, 95, 135, 175, 215, 255]
    let cube = Int(index) - 16
    let grey = Double(index - 232) * 10 + 8
    let channels =
      index >= 232 ? [grey, grey, grey] : [cube / 36, cube / 6 % 6, cube % 6].map { steps[$0] }
    return zip(channels, [0.2126, 0.7152, 0.0722]).reduce(0) { sum, part in
      sum + power(part.0 / 255) * part.1
    }
  }

  /// The sRGB curve, near enough: x to the power of 2.25.
  private func power(_ value: Double) -> Double { value * value * value.squareRoot().squareRoot() }

  @Test func `every colour can be read on white and on black`() {
    for role in Role.allCases {
      guard let colour = role.look.of256 else { continue }
      let light = luminance(colour)
      #expect(1.05 / (light + 0.05) > 3.8, "\(role) on white")
      #expect((light + 0.05) / 0.05 > 3.8, "\(role) on black")
    }
  }
}
