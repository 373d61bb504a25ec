import Canvas

/// Which rows and columns of a timeline are for what. What does not fit is left out from below.
struct TimelineLayout: Equatable {
  /// Columns left of the bars, for the scale.
  static let gutter = 7

  let title = 0
  let beside = 1
  let bars: Range<Int>
  let axis: Int
  let labels: Int
  /// What the bar under the cursor says.
  let reading: Int
  let legend: Range<Int>
  /// Above the spans, how many there are.
  let spansTitle: Int
  let spans: Range<Int>
  /// The columns of the bars.
  let plot: Range<Int>

  init(_ size: Size, legendLines: Int) {
    let room = size.height - 5 - legendLines
    let below = room < 8 ? 0 : min(16, max(3, room / 3))
    let height = max(1, room - below)
    bars = 2..<(2 + height)
    axis = bars.upperBound
    labels = axis + 1
    reading = labels + 1
    legend = (reading + 1)..<(reading + 1 + legendLines)
    spansTitle = legend.upperBound
    spans = (spansTitle + 1)..<(spansTitle + max(1, below))
    plot = Self.gutter..<max(Self.gutter + 1, size.width - 1)
  }
}
