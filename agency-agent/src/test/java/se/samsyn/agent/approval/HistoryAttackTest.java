package se.samsyn.agent.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.samsyn.agent.approval.Onlooker.Bounds;
import se.samsyn.agent.approval.Onlooker.Number;
import se.samsyn.agent.approval.VersionedAgency.Content;
import se.samsyn.agent.approval.VersionedAgency.Row;
import se.samsyn.agent.protect.Earlier;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.table.CellSpace;
import se.samsyn.schemas.table.ProtectedTable;

/**
 * An onlooker who has all that an agency ever sent of a definition and period asks for the few who
 * came or went, and for the few in a cell. Each scenario also runs with the defence off, version by
 * version, and must then be broken.
 */
class HistoryAttackTest {
  private static final int K = VersionedAgency.K;
  private static final long FIRST = Long.getLong("samsyn.seed", 1);
  private static final int TIMES = Integer.getInteger("samsyn.times", 1);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void unchangedRecordsShowExactlyWhatTheyShowed(Content content) throws Exception {
    VersionedAgency agency = new VersionedAgency(folder, content);
    int hidden = 0;
    for (long seed = FIRST; seed < FIRST + TIMES + 1; seed++) {
      List<Row> rows = agency.rows(new SplittableRandom(seed), 70);
      Preview first = agency.preview(rows, List.of());
      Preview second = agency.preview(rows, List.of(agency.sent(first)));
      hidden += first.reasons().size();
      assertThat(second.table()).as("seed %s", seed).isEqualTo(first.table());
      assertThat(second.cost().cells()).isZero();
      Preview third = agency.preview(rows, List.of(agency.sent(first), agency.sent(second)));
      assertThat(third.table()).isEqualTo(first.table());
    }
    assertThat(hidden).as("hidden cells, which could have become more").isPositive();
  }

  @ParameterizedTest(name = "{0}: {1} came, {2} went, {3} were changed, {4} corrections")
  @CsvSource({
    "COUNTS, 1, 0, 0, 1",
    "COUNTS, 0, 1, 0, 1",
    "COUNTS, 2, 2, 1, 2",
    "FILTERED, 1, 0, 0, 1",
    "FILTERED, 0, 0, 2, 1",
    "FILTERED, 2, 1, 0, 2",
    "SUMS, 1, 0, 0, 1",
    "SUMS, 0, 0, 2, 1",
    "SUMS, 0, 2, 0, 2",
    "MULTIPLE, 1, 0, 0, 1",
    "MULTIPLE, 2, 2, 1, 2",
    "FILTERED_MULTIPLE, 1, 1, 1, 1"
  })
  void nobodyLearnsWhichFewCameOrWent(
      Content content, int came, int went, int changed, int corrections) throws Exception {
    VersionedAgency agency = new VersionedAgency(folder, content);
    boolean brokenWithoutDefence = false;
    for (long seed = FIRST; seed < FIRST + TIMES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<List<Row>> records = new ArrayList<>(List.of(agency.rows(random, 70)));
      for (int c = 0; c < corrections; c++) {
        List<Row> next = new ArrayList<>(withoutPersons(records.get(c), went + changed));
        next.addAll(agency.rows(random, came + changed));
        records.add(next);
      }
      List<ProtectedTable> apart = new ArrayList<>();
      List<ProtectedTable> together = new ArrayList<>();
      List<Earlier> earlier = new ArrayList<>();
      Definition definition = null;
      for (List<Row> rows : records) {
        apart.add(agency.preview(rows, List.of()).table());
        Preview preview = agency.preview(rows, earlier);
        definition = preview.definition();
        earlier.add(agency.sent(preview));
        together.add(preview.table());
        System.out.printf(
            "%s, seed %d, version %d: %d cells hidden, %d of them because of earlier ones%n",
            content, seed, together.size(), preview.reasons().size(), preview.cost().cells());
      }
      // What this content adds must be what breaks: the last measure.
      int last = definition.collected().size() - 1;
      List<Number> all = numbers(definition);
      List<Number> added = all.stream().filter(n -> n.measure() == last).toList();
      brokenWithoutDefence |= broken(definition, records, apart, added).isPresent();
      assertThat(broken(definition, records, together, all)).as("seed %s", seed).isEmpty();
    }
    assertThat(brokenWithoutDefence).as("found with the defence off").isTrue();
  }

  /** The first thing that the onlooker finds, in words. */
  private static Optional<String> broken(
      Definition definition,
      List<List<Row>> records,
      List<ProtectedTable> versions,
      List<Number> numbers) {
    CellSpace space = CellSpace.of(definition);
    Onlooker onlooker = new Onlooker(definition, versions);
    for (int cell = 0; cell < space.size(); cell++) {
      for (Number number : numbers) {
        for (int to = 0; to < versions.size(); to++) {
          if (valueIsFound(definition, onlooker, records, versions, to, cell, number)) {
            return Optional.of(
                "%s of %s in version %d".formatted(number, space.coordinates(cell), to));
          }
          for (int from = 0; from < to; from++) {
            if (changeIsFound(definition, onlooker, records, from, to, cell, number)) {
              return Optional.of(
                  "change of %s of %s from version %d to %d"
                      .formatted(number, space.coordinates(cell), from, to));
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean valueIsFound(
      Definition definition,
      Onlooker onlooker,
      List<List<Row>> records,
      List<ProtectedTable> versions,
      int version,
      int cell,
      Number number) {
    List<String> coordinates = CellSpace.of(definition).coordinates(cell);
    long value = truth(definition, number, records.get(version), coordinates);
    return isCount(definition, number)
        && isFew(value)
        && isFound(onlooker.value(version, cell, number), value);
  }

  private static boolean changeIsFound(
      Definition definition,
      Onlooker onlooker,
      List<List<Row>> records,
      int from,
      int to,
      int cell,
      Number number) {
    List<String> coordinates = CellSpace.of(definition).coordinates(cell);
    long change =
        truth(definition, number, records.get(to), coordinates)
            - truth(definition, number, records.get(from), coordinates);
    if (isCount(definition, number)) {
      return isFew(Math.abs(change)) && isFound(onlooker.change(from, to, cell, number), change);
    }
    Map<String, Long> before = VersionedAgency.cell(records.get(from), coordinates, false);
    Map<String, Long> after = VersionedAgency.cell(records.get(to), coordinates, false);
    Set<Map.Entry<String, Long>> behind = new HashSet<>(before.entrySet());
    behind.removeAll(after.entrySet());
    Set<Map.Entry<String, Long>> now = new HashSet<>(after.entrySet());
    now.removeAll(before.entrySet());
    if (change == 0 || behind.size() + now.size() >= K) {
      return false;
    }
    return onlooker.change(from, to, cell, number).width() < Math.max(2, Math.abs(change) / 2.0);
  }

  /** A few must look as if they could be K, and no two numbers are enough. */
  private static boolean isFound(Bounds bounds, long truth) {
    assertThat((double) truth).isBetween(bounds.least() - 1e-6, bounds.most() + 1e-6);
    boolean open = truth > 0 ? bounds.most() >= K - 1e-6 : bounds.least() <= -K + 1e-6;
    return !open || bounds.width() < 2 - 1e-6;
  }

  private static boolean isFew(long persons) {
    return persons > 0 && persons < K;
  }

  private static boolean isCount(Definition definition, Number number) {
    return definition.collected().get(number.measure()) instanceof Measure.Count;
  }

  private static List<Number> numbers(Definition definition) {
    List<Number> numbers = new ArrayList<>();
    for (int m = 0; m < definition.collected().size(); m++) {
      numbers.add(new Number(m, false));
      if (m > 0 && definition.collected().get(m) instanceof Measure.Count) {
        numbers.add(new Number(m, true));
      }
    }
    return numbers;
  }

  private static long truth(
      Definition definition, Number number, List<Row> rows, List<String> cell) {
    Measure.Collected measure = definition.collected().get(number.measure());
    Map<String, Long> all = VersionedAgency.cell(rows, cell, false);
    if (!(measure instanceof Measure.Count count)) {
      return all.values().stream().mapToLong(m -> m).sum();
    }
    long counted =
        count.where().isEmpty() ? all.size() : VersionedAgency.cell(rows, cell, true).size();
    return number.rest() ? all.size() - counted : counted;
  }

  private static List<Row> withoutPersons(List<Row> rows, int persons) {
    Map<String, Integer> order = new HashMap<>();
    rows.forEach(r -> order.putIfAbsent(r.who(), order.size()));
    return rows.stream().filter(r -> order.get(r.who()) >= persons).toList();
  }
}
