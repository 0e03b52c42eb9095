package se.samsyn.agent.protect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import se.samsyn.disclosure.cube.KeptBack;
import se.samsyn.disclosure.cube.Room;
import se.samsyn.disclosure.rule.MinimumFrequency;
import se.samsyn.disclosure.rule.Requirement;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.table.Cell;
import se.samsyn.schemas.table.ProtectedTable;

/**
 * A new table beside one that was sent for the same definition and period. An onlooker has both, so
 * their difference is a table too: of the persons who came or went, and it is judged as any table
 * is. A cell may be shown only if it was shown then, and if the change of every number of persons
 * in it is nobody or at least k.
 */
public final class Correction {
  private final Definition definition;
  private final Earlier earlier;
  private final CellNumbers numbers;
  private final MinimumFrequency rule;

  /**
   * @param k the minimum frequency
   */
  public Correction(Definition definition, Earlier earlier, int k) {
    this.definition = definition;
    this.earlier = earlier;
    this.numbers = new CellNumbers(definition);
    this.rule = new MinimumFrequency(k);
  }

  /**
   * What must be left open of a cell. The two tables are tied by no relation, so a change is as
   * open as the new number is, or more.
   *
   * @param cell of the definition's table
   * @param position of the cell in the engine's cube
   * @param values the new values, by collected measure
   * @return empty if the cell may be shown
   */
  public Optional<KeptBack> keepsBack(int cell, int position, long[] values) {
    long[] now = numbers.of(values);
    Optional<long[]> shown = shownThen(cell).map(numbers::of);
    List<Room> rooms = new ArrayList<>();
    for (int n = 0; n < now.length; n++) {
      rooms.add(shown.isPresent() ? room(n, now, shown.get()) : roomBesideHidden(cell, n, now));
    }
    if (shown.isPresent() && rooms.stream().allMatch(Room.NOT_EXACT::equals)) {
      return Optional.empty();
    }
    Map<Integer, Room> rests = new HashMap<>();
    int[] parts = numbers.parts();
    for (int i = 0; i < parts.length; i++) {
      Room room = rooms.get(values.length + i);
      if (!room.equals(Room.NOT_EXACT)) {
        rests.put(parts[i], room);
      }
    }
    return Optional.of(new KeptBack(position, rooms.subList(0, values.length), rests));
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
                        i,
                        columns.stream().mapToLong(c -> ((Cell.Value) c.get(i)).value()).toArray())
                    .isEmpty());
  }

  private Room room(int number, long[] now, long[] then) {
    long change = now[number] - then[number];
    if (numbers.isPersons(number)) {
      return forPersons(change);
    }
    // How many persons are behind a changed amount is known only from the change of their count.
    int base = numbers.base();
    boolean many = base >= 0 && Math.abs(now[base] - then[base]) >= rule.k();
    return change == 0 || many ? Room.NOT_EXACT : forAmount(change);
  }

  private Room roomBesideHidden(int cell, int number, long[] now) {
    if (earlier.hidden().was(cell, number, now[number])) {
      return Room.NOT_EXACT;
    }
    if (numbers.isPersons(number)) {
      for (long change = 1; change < rule.k(); change++) {
        if (earlier.hidden().was(cell, number, now[number] - change)) {
          return forPersons(change);
        }
        if (earlier.hidden().was(cell, number, now[number] + change)) {
          return forPersons(-change);
        }
      }
      long few = rule.k() - 1L;
      return earlier.hidden().isKnown(cell, number) ? Room.NOT_EXACT : new Room(few, few, 2);
    }
    // By how much is not known; the more of the amount is new, the more is left open.
    return isChangedByMany(cell, now) ? Room.NOT_EXACT : forAmount(now[number]);
  }

  private boolean isChangedByMany(int cell, long[] now) {
    int base = numbers.base();
    return base >= 0
        && earlier.hidden().isKnown(cell, base)
        && roomBesideHidden(cell, base, now).equals(Room.NOT_EXACT)
        && !earlier.hidden().was(cell, base, now[base]);
  }

  /** A change of few persons must look as if at least k could have come, or could have gone. */
  private Room forPersons(long change) {
    if (!rule.isUnsafe(Math.abs(change))) {
      return Room.NOT_EXACT;
    }
    Requirement asked = rule.forPersons(Math.abs(change));
    long more = asked.upperAtLeast() - Math.abs(change);
    return change > 0 ? new Room(0, more, asked.width()) : new Room(more, 0, asked.width());
  }

  private Room forAmount(long change) {
    return new Room(0, 0, rule.forAmount(Math.abs(change)).width());
  }

  private Optional<long[]> shownThen(int cell) {
    List<Measure.Collected> measures = definition.collected();
    long[] then = new long[measures.size()];
    for (int m = 0; m < then.length; m++) {
      Cell was = earlier.table().cells().get(measures.get(m).id()).get(cell);
      if (was instanceof Cell.Suppressed) {
        return Optional.empty();
      }
      then[m] = was instanceof Cell.Value value ? value.value() : 0;
    }
    return Optional.of(then);
  }
}
