package se.samsyn.aggregator.dashboard;

import java.util.List;
import se.samsyn.aggregator.joint.ClosedCollection;

/** What readers could see at a time: a page is a function of it, and so may be kept as long. */
record Releases(List<Line> lines) {
  /** A release, and the last that was decided about it. */
  record Line(String release, long number) {}

  static Releases of(List<ClosedCollection> shown) {
    return new Releases(
        shown.stream()
            .map(c -> new Line(c.release().name(), c.release().latest().number()))
            .toList());
  }
}
