package se.samsyn.schemas.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Doubt counts as an intersection; only what cannot share a record is apart. */
class RecordSetTest {
  private static final Condition EARLY =
      new Condition.In("level", List.of("universal", "selective"));
  private static final Condition LATE = new Condition.In("level", List.of("indicated"));

  @Test
  void theSameRecordsIntersectHoweverTheyAreGrouped() {
    assertThat(set("start_date", "HT2025").intersects(set("start_date", "HT2025"))).isTrue();
    assertThat(set("start_date", "HT2025", EARLY).intersects(set("start_date", "HT2025"))).isTrue();
    assertThat(
            set("start_date", "HT2025", new Condition.Present("plan"))
                .intersects(set("start_date", "HT2025", LATE)))
        .isTrue();
  }

  @Test
  void aPeriodIntersectsItsParts() {
    assertThat(set("start_date", "2025/26").intersects(set("start_date", "VT2026"))).isTrue();
    assertThat(set("start_date", "HT2025").intersects(set("start_date", "VT2026"))).isFalse();
  }

  @Test
  void filtersThatExcludeEachOtherKeepRecordsApart() {
    apart(EARLY, LATE);
    apart(LATE, new Condition.NotIn("level", List.of("indicated")));
    apart(new Condition.Between("age", 6, 9), new Condition.Between("age", 10, 12));
    assertThat(
            set("start_date", "HT2025", new Condition.Between("age", 6, 10))
                .intersects(set("start_date", "HT2025", new Condition.Between("age", 10, 12))))
        .isTrue();
  }

  @Test
  void otherTablesAndOtherDatesAreApart() {
    assertThat(set("start_date", "HT2025").intersects(set("follow_up_date", "HT2025"))).isFalse();
    assertThat(
            set("start_date", "HT2025")
                .intersects(
                    new RecordSet(
                        new TableId("intervention"),
                        Optional.of("start_date"),
                        Period.parse("HT2025"),
                        List.of())))
        .isFalse();
  }

  private static void apart(Condition a, Condition b) {
    assertThat(set("start_date", "HT2025", a).intersects(set("start_date", "HT2025", b))).isFalse();
    assertThat(set("start_date", "HT2025", b).intersects(set("start_date", "HT2025", a))).isFalse();
  }

  private static RecordSet set(String date, String period, Condition... where) {
    return new RecordSet(
        new TableId("tsi_case"), Optional.of(date), Period.parse(period), List.of(where));
  }
}
