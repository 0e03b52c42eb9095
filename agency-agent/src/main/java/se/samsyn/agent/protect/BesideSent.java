package se.samsyn.agent.protect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import se.samsyn.agent.protect.Unprotectable.Why;
import se.samsyn.comparison.Births;
import se.samsyn.comparison.CheckLimit;
import se.samsyn.comparison.Comparison;
import se.samsyn.comparison.CountedTable;
import se.samsyn.disclosure.release.ReleaseCheck;
import se.samsyn.disclosure.rule.MinimumFrequency;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.table.Cell;
import se.samsyn.schemas.table.ProtectedTable;

/**
 * A new table beside all tables that this agency has sent over some of the same records, in other
 * groupings, periods and parts of periods. An onlooker has all of them, puts them together, and
 * knows nothing of the records but what the tables show; so neither does this: it needs no records
 * of then.
 *
 * <p>An onlooker may take some things either way: that records have not changed between sendings,
 * or have; that every record has a class of each dimension, or that some have none and are left
 * out; that age goes by days of birth, or by years. Each is taken as far as the tables can all be
 * true so, and the new table must be safe each way.
 */
public final class BesideSent {
  /** So long a table may take that is protected beside what was sent. */
  public static final Duration PATIENCE = Duration.ofMinutes(30);

  /** So often more is hidden; each time adds cells, and mostly the first is enough. */
  private static final int ROUNDS = 12;

  private final CountedTable next;
  private final List<SentReading> readings = new ArrayList<>();

  /**
   * @param next what the new table counts
   * @param sent in the order of sending; all that hangs together with the new table by shared
   *     records, over any number of steps; {@code Comparability} has nothing against any two.
   *     Earlier versions of the new table alone are no other tables: {@link Correction} sees to
   *     them
   * @param k the minimum frequency of the new table
   * @throws IllegalArgumentException if conditions of the tables cross
   */
  BesideSent(CountedTable next, List<SentTable> sent, int k) {
    this.next = next;
    if (sent.stream().allMatch(s -> s.counted().equals(next))) {
      return;
    }
    int most = sent.stream().mapToInt(s -> s.table().minimumFrequency()).reduce(k, Math::max);
    ReleaseCheck check = ReleaseCheck.patient(new MinimumFrequency(most));
    List<CountedTable> all = new ArrayList<>(List.of(next));
    sent.forEach(s -> all.add(s.counted()));
    for (Births births : Births.readings(all)) {
      readings.add(new SentReading(next, sent, new Comparison(all, births), check));
    }
  }

  /**
   * The cells that need not be hidden, since all their numbers can be read in what was sent.
   *
   * @param columns the true values of the cells, by measure
   */
  Set<Integer> known(Map<MeasureId, List<Cell>> columns) {
    return readings.isEmpty() ? Set.of() : readings.get(0).known(columns);
  }

  /** The cells of which something was hidden in what was sent. */
  Set<Integer> hiddenThen() {
    return readings.isEmpty() ? Set.of() : readings.get(0).hiddenThen();
  }

  /**
   * What must be hidden of a table that is safe by itself.
   *
   * @param columns the cells that it would show, by measure
   * @throws Unprotectable if no such cells are found, or not in time: then it cannot be sent
   */
  Set<Integer> hides(Map<MeasureId, List<Cell>> columns) throws Unprotectable {
    if (readings.isEmpty()) {
      return Set.of();
    }
    return CheckLimit.within(PATIENCE, () -> found(columns))
        .orElseThrow(() -> new Unprotectable(next.definition().ref(), Why.NOT_IN_TIME))
        .orElseThrow(() -> new Unprotectable(next.definition().ref(), Why.NO_SAFE_FORM));
  }

  private Optional<Set<Integer>> found(Map<MeasureId, List<Cell>> columns) {
    Set<Integer> hidden = new TreeSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      Optional<Set<Integer>> more = objections(without(columns, hidden));
      if (more.isEmpty()) {
        return Optional.of(hidden);
      }
      if (!hidden.addAll(more.get())) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * Whether a table tells nothing beside what was sent. What cannot be checked, or not in time, is
   * not allowed.
   *
   * @param sent as for {@link #BesideSent}
   */
  public static boolean allows(CountedTable next, List<SentTable> sent, ProtectedTable table) {
    try {
      BesideSent beside = new BesideSent(next, sent, table.minimumFrequency());
      return beside.readings.isEmpty()
          || CheckLimit.within(PATIENCE, () -> beside.objections(table.cells()).isEmpty())
              .orElse(false);
    } catch (IllegalArgumentException | ArithmeticException e) {
      return false;
    }
  }

  private Optional<Set<Integer>> objections(Map<MeasureId, List<Cell>> columns) {
    return readings.stream().flatMap(reading -> reading.objections(columns).stream()).findFirst();
  }

  private static Map<MeasureId, List<Cell>> without(
      Map<MeasureId, List<Cell>> columns, Set<Integer> hidden) {
    Map<MeasureId, List<Cell>> fewer = new HashMap<>();
    columns.forEach(
        (measure, cells) ->
            fewer.put(
                measure,
                IntStream.range(0, cells.size())
                    .mapToObj(i -> hidden.contains(i) ? Cell.SUPPRESSED : cells.get(i))
                    .toList()));
    return fewer;
  }
}
