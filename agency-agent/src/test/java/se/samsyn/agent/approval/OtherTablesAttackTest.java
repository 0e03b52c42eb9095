package se.samsyn.agent.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samsyn.agent.approval.ManyTables.Asked;
import se.samsyn.agent.approval.ManyTables.Child;
import se.samsyn.agent.protect.SentBefore;
import se.samsyn.agent.protect.SentTable;
import se.samsyn.schemas.table.Cell;

/**
 * Somebody has all tables that an agency ever sent over some of the same records, in other
 * groupings, periods and parts of periods, and asks for the few. Each scenario also runs with the
 * defence off, table by table, and must then be broken for some population.
 *
 * <p>More populations: {@code -Dsamsyn.times=20 -Dsamsyn.seed=100}.
 */
class OtherTablesAttackTest {
  private static final long FIRST = Long.getLong("samsyn.seed", 1);
  private static final int TIMES = Integer.getInteger("samsyn.times", 2);

  /** So many populations are tried until one is broken with the defence off. */
  private static final int MOST_TRIES = 12;

  @TempDir Path folder;

  /** Tables that are sent one after the other; records may change before the last one. */
  enum Scenario {
    TWO_GROUPINGS(
        0, 0, new Asked("2025/26", "place, sex", ""), new Asked("2025/26", "place, sex, age", "")),
    AGES_CUT_OTHERWISE(
        0, 0, new Asked("2025/26", "place, age", ""), new Asked("2025/26", "place, other-age", "")),
    A_TERM_AND_ITS_YEAR(
        0, 0, new Asked("HT2025", "place, sex", ""), new Asked("2025/26", "place, sex", "")),
    A_YEAR_AND_ITS_TERM(0, 0, new Asked("2025/26", "place", ""), new Asked("HT2025", "place", "")),
    A_YEAR_AND_BOTH_TERMS(
        0,
        0,
        new Asked("2025/26", "place", ""),
        new Asked("HT2025", "place", ""),
        new Asked("VT2026", "place", "")),
    AGES_AT_OTHER_DAYS(
        0, 0, new Asked("2025/26", "place, age", ""), new Asked("VT2026", "place, age", "")),
    A_FILTER_BESIDE_ALL(
        0, 0, new Asked("2025/26", "place", ""), new Asked("2025/26", "place", "sort: s0, s1")),
    A_FILTER_BESIDE_CLASSES(
        0,
        0,
        new Asked("2025/26", "place, sort", ""),
        new Asked("2025/26", "place", "sort: s0, s1")),
    A_FILTER_BY_A_SINGLE_CLASS(
        0, 0, new Asked("2025/26", "place, sex", ""), new Asked("2025/26", "place", "sex: f")),
    THREE_TABLES(
        0,
        0,
        new Asked("2025/26", "place, sex", ""),
        new Asked("2025/26", "sex, age", ""),
        new Asked("2025/26", "place, age", "")),
    AMOUNTS(
        0,
        0,
        new Asked("2025/26", "place, sex", "minutes"),
        new Asked("2025/26", "place", "minutes; sex: f")),
    AMOUNTS_OF_A_TERM(
        0, 0, new Asked("HT2025", "place", "minutes"), new Asked("2025/26", "place", "minutes")),
    ONE_CAME(1, 0, new Asked("2025/26", "place", ""), new Asked("2025/26", "place, sex", "")),
    TWO_WENT(0, 2, new Asked("HT2025", "sex", ""), new Asked("HT2025", "place, sex", "")),
    A_CORRECTION_AFTER_ANOTHER_GROUPING(
        1,
        1,
        new Asked("2025/26", "place", ""),
        new Asked("2025/26", "place, sex", ""),
        new Asked("2025/26", "place", ""));

    private final int came;
    private final int went;
    private final List<Asked> asked;

    Scenario(int came, int went, Asked... asked) {
      this.came = came;
      this.went = went;
      this.asked = List.of(asked);
    }

    boolean isChanged() {
      return came + went > 0;
    }
  }

  @ParameterizedTest
  @EnumSource
  void nobodyFindsAFewByPuttingTablesTogether(Scenario scenario) throws Exception {
    ManyTables agency = new ManyTables(folder);
    boolean brokenWithoutDefence = false;
    int shown = 0;
    int cells = 0;
    for (long seed = FIRST; seed < FIRST + TIMES || !brokenWithoutDefence; seed++) {
      assertThat(seed)
          .as("populations until the defence off was broken")
          .isLessThan(FIRST + MOST_TRIES);
      SplittableRandom random = new SplittableRandom(seed);
      List<List<Child>> records = records(scenario, random);
      List<SentTable> apart = new ArrayList<>();
      List<SentTable> together = new ArrayList<>();
      for (int t = 0; t < scenario.asked.size(); t++) {
        List<Child> now = records.get(t);
        apart.add(agency.sent(agency.preview(now, scenario.asked.get(t), SentBefore.NOTHING)));
        Preview preview = agency.previewBeside(now, scenario.asked.get(t), together);
        together.add(agency.sent(preview));
        List<Cell> column = preview.table().cells().values().iterator().next();
        shown += (int) column.stream().filter(Cell.Value.class::isInstance).count();
        cells += column.size();
        System.out.printf(
            "%s, seed %d, %s: %d of %d cells hidden, %d of them because of earlier tables%n",
            scenario,
            seed,
            scenario.asked.get(t),
            preview.reasons().size(),
            column.size(),
            preview.cost().cells());
      }
      brokenWithoutDefence |= found(scenario, apart, records).isPresent();
      assertThat(found(scenario, together, records)).as("seed %d", seed).isEmpty();
    }
    // Nobody finds anything in an empty table either.
    assertThat(shown).as("cells shown of %d", cells).isGreaterThan(cells / 4);
  }

  private static Optional<String> found(
      Scenario scenario, List<SentTable> tables, List<List<Child>> records) {
    List<Child> before = records.get(0);
    List<Child> last = records.get(records.size() - 1);
    return TablesOnlooker.ofSameRecords(scenario.asked, tables)
        .found(before, last)
        .or(
            () ->
                scenario.isChanged()
                    ? TablesOnlooker.ofChangedRecords(scenario.asked, tables).found(before, last)
                    : Optional.empty());
  }

  /** The records at each sending: the last one may be of others. */
  private static List<List<Child>> records(Scenario scenario, SplittableRandom random) {
    List<Child> first = ManyTables.children(random, 40);
    List<Child> last = new ArrayList<>(first.subList(scenario.went, first.size()));
    last.addAll(ManyTables.children(random, scenario.came));
    List<List<Child>> records = new ArrayList<>();
    for (int t = 0; t < scenario.asked.size(); t++) {
      records.add(t == scenario.asked.size() - 1 ? last : first);
    }
    return records;
  }
}
