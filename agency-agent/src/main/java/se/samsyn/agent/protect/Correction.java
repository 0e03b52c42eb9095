package se.samsyn.agent.protect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.Unit;
import se.samsyn.schemas.table.Cell;
import se.samsyn.schemas.table.ProtectedTable;

/**
 * A new table beside one that was sent for the same definition and period. An onlooker has both, so
 * their difference is a table too: of the persons who came or went. A cell may be shown only if it
 * was shown then, and if the change of every number of persons in it is nobody or at least k.
 *
 * @param earlier exactly what was sent then
 * @param k the minimum frequency
 */
public record Correction(Definition definition, ProtectedTable earlier, int k) {

  /**
   * What must be left open of a cell.
   *
   * @param values the new values, by collected measure
   * @return per measure the slack, see {@code KeptBack}; empty if the cell may be shown
   */
  public Optional<List<Optional<Long>>> keepsBack(int cell, long[] values) {
    List<Measure.Collected> measures = definition.collected();
    long[] change = new long[values.length];
    for (int m = 0; m < values.length; m++) {
      Cell was = earlier.cells().get(measures.get(m).id()).get(cell);
      if (was instanceof Cell.Suppressed) {
        return Optional.of(unknownChange());
      }
      change[m] = Math.abs(values[m] - then(cell, m));
    }
    return isSafe(cell, values, change) ? Optional.empty() : Optional.of(slack(change));
  }

  /** Whether a protected table shows no cell that this keeps back. */
  public boolean allows(ProtectedTable table) {
    List<List<Cell>> columns =
        definition.collected().stream().map(m -> table.cells().get(m.id())).toList();
    return IntStream.range(0, columns.get(0).size())
        .filter(i -> columns.get(0).get(i) instanceof Cell.Value)
        .allMatch(
            i ->
                keepsBack(
                        i,
                        columns.stream().mapToLong(c -> ((Cell.Value) c.get(i)).value()).toArray())
                    .isEmpty());
  }

  private boolean isSafe(int cell, long[] values, long[] change) {
    int base = base();
    boolean many = base >= 0 && change[base] >= k;
    for (int m = 0; m < change.length; m++) {
      boolean small = change[m] > 0 && change[m] < k;
      // How many persons are behind a changed amount is known only from the change of their count.
      if (isPersons(m) ? small : change[m] > 0 && !many) {
        return false;
      }
      if (base >= 0 && m != base && isPersons(m)) {
        long rest = Math.abs(values[base] - values[m] - restThen(cell, base, m));
        if (rest > 0 && rest < k) {
          return false;
        }
      }
    }
    return true;
  }

  private long restThen(int cell, int base, int part) {
    return then(cell, base) - then(cell, part);
  }

  private long then(int cell, int measure) {
    Cell was = earlier.cells().get(definition.collected().get(measure).id()).get(cell);
    return was instanceof Cell.Value value ? value.value() : 0;
  }

  private List<Optional<Long>> slack(long[] change) {
    List<Optional<Long>> slack = new ArrayList<>();
    for (int m = 0; m < change.length; m++) {
      slack.add(Optional.of(isPersons(m) ? (long) k : Math.max(2, change[m])));
    }
    return slack;
  }

  /** What was hidden then stays so, and may have changed by a few persons. */
  private List<Optional<Long>> unknownChange() {
    return IntStream.range(0, definition.collected().size())
        .mapToObj(m -> Optional.of(isPersons(m) ? (long) k : 0L))
        .toList();
  }

  private boolean isPersons(int measure) {
    return definition.unit() == Unit.PERSONS
        && definition.collected().get(measure) instanceof Measure.Count;
  }

  /** The count of all persons of a cell, or -1 if it is not sent. */
  private int base() {
    return IntStream.range(0, definition.collected().size())
        .filter(
            m ->
                isPersons(m)
                    && definition.collected().get(m) instanceof Measure.Count count
                    && count.where().isEmpty())
        .findFirst()
        .orElse(-1);
  }
}
