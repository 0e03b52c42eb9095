package se.samsyn.disclosure.history;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Tries every count per age against all that was published, however it was grouped. */
final class Onlooker {
  private final int ages;
  private final int most;
  private final List<ReleasedCell> published = new ArrayList<>();

  Onlooker(int ages, int most) {
    this.ages = ages;
    this.most = most;
  }

  Onlooker sees(Release release) {
    BitSet hidden = release.hidden();
    for (int cell = 0; cell < release.grouping().table().size(); cell++) {
      if (!hidden.get(cell)) {
        published.add(
            ReleasedCell.published(
                release.grouping().footprints().get(cell).orElseThrow(),
                release.grouping().table().value(cell)));
      }
    }
    return this;
  }

  /** The least and the most that a group of ages can have. */
  long[] range(Footprint group) {
    long[] range = {Long.MAX_VALUE, Long.MIN_VALUE};
    enumerate(new long[ages], 0, group, range);
    return range;
  }

  private void enumerate(long[] counts, int age, Footprint group, long[] range) {
    if (age == ages) {
      if (published.stream()
          .allMatch(cell -> AgeTables.value(counts, cell.footprint()) == cell.value())) {
        long value = AgeTables.value(counts, group);
        range[0] = Math.min(range[0], value);
        range[1] = Math.max(range[1], value);
      }
      return;
    }
    for (int count = 0; count <= most; count++) {
      counts[age] = count;
      enumerate(counts, age + 1, group, range);
    }
    counts[age] = 0;
  }

  @Override
  public String toString() {
    return published.toString();
  }
}
