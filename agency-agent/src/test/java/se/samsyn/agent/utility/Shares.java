package se.samsyn.agent.utility;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What was seen of many cells, in shares. */
final class Shares {
  private final Map<Seen.Kind, Long> counts = new EnumMap<>(Seen.Kind.class);
  private long cells;
  private long inGroups;
  private double deviation;
  private long revealed;

  void add(Seen seen) {
    cells++;
    counts.merge(seen.kind(), 1L, Long::sum);
    inGroups += seen.group() > 1 ? seen.group() : 0;
    deviation += seen.deviation();
    revealed += seen.revealed() ? 1 : 0;
  }

  boolean revealsNothing() {
    return revealed == 0;
  }

  /** Alone, in a group (of how many), interval, altered (by how much), not at all, revealed. */
  String row() {
    return "%s | %s | %s | %s | %s | %s"
        .formatted(
            percent(count(Seen.Kind.ALONE)),
            with(count(Seen.Kind.GROUP), inGroups, "of %.1f"),
            percent(count(Seen.Kind.INTERVAL)),
            with(count(Seen.Kind.ALTERED), deviation, "by %.1f"),
            percent(count(Seen.Kind.NOTHING)),
            percent(revealed));
  }

  private long count(Seen.Kind kind) {
    return counts.getOrDefault(kind, 0L);
  }

  private String with(long count, double sum, String text) {
    return count == 0 || Double.isNaN(sum)
        ? percent(count)
        : percent(count) + " " + String.format(Locale.ROOT, text, sum / count);
  }

  private String percent(long count) {
    return count == 0 ? "-" : String.format(Locale.ROOT, "%.1f", 100.0 * count / cells);
  }
}
