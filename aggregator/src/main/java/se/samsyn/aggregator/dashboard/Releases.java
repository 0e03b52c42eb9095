package se.samsyn.aggregator.dashboard;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.samsyn.aggregator.joint.ClosedCollection;
import se.samsyn.schemas.message.CollectionId;

/** What readers could see at a time: a page is a function of it, and so may be kept as long. */
record Releases(List<Line> lines) {
  /** A release, and the last that was decided about it. */
  record Line(CollectionId collection, int version, long number) {}

  static Releases of(List<ClosedCollection> shown) {
    return new Releases(
        shown.stream()
            .map(
                c ->
                    new Line(
                        c.manifest().collection(),
                        c.release().version(),
                        c.release().latest().number()))
            .toList());
  }

  /** Whether nothing that {@code earlier} has was taken from the readers since. */
  boolean keepsAllOf(Releases earlier) {
    return collections().containsAll(earlier.collections());
  }

  private Set<CollectionId> collections() {
    return lines.stream().map(Line::collection).collect(Collectors.toSet());
  }
}
