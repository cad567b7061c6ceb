/// The few characters beyond ASCII, and what stands for them without.
struct GrowthSigns {
  let isUnicode: Bool

  var bar: String { isUnicode ? "█" : "#" }
  var target: String { isUnicode ? "│" : "|" }
  var item: String { isUnicode ? "·" : "-" }
  var atMost: String { isUnicode ? "≤" : "<" }
  var atLeast: String { isUnicode ? "≥" : ">" }
  var arrow: String { isUnicode ? "→" : ">" }
  var cut: String { isUnicode ? "…" : "~" }
}
