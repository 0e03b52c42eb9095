package se.samsyn.disclosure.protect;

import java.util.Arrays;
import java.util.Optional;
import se.samsyn.disclosure.certificate.Deviation;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.Table;
import se.samsyn.disclosure.table.TableSpace;

/**
 * A direction in which the true table can be changed: each multiple of {@code step} from {@code
 * least} (negative or 0) to {@code most} (positive or 0) gives a possible table. Made only by
 * {@link #verified}, in whole numbers.
 */
record Ray(Deviation step, long least, long most) implements Way {
  /** So far does anybody go along a direction without end. */
  private static final long FAR = 1L << 40;

  /**
   * The direction along these changes, reduced by their greatest common divisor; empty if a
   * relation does not hold along it or it cannot be gone at all.
   *
   * @param cells distinct, ascending
   */
  static Optional<Ray> verified(Table table, int[] cells, long[] changes) {
    long divisor = 0;
    for (long change : changes) {
      divisor = gcd(divisor, Math.abs(change));
    }
    if (divisor == 0) {
      return Optional.empty();
    }
    long[] reduced = changes.clone();
    for (int i = 0; i < reduced.length; i++) {
      reduced[i] /= divisor;
    }
    Deviation step = new Deviation(cells, reduced);
    if (!balances(table.space(), step)) {
      return Optional.empty();
    }
    long most = FAR;
    long least = FAR;
    for (int i = 0; i < cells.length; i++) {
      long size = Math.abs(reduced[i]);
      long down = (table.value(cells[i]) - table.space().lower(cells[i])) / size;
      long bound = table.space().upper(cells[i]);
      long up = bound == TableSpace.UNBOUNDED ? FAR / size : (bound - table.value(cells[i])) / size;
      most = Math.min(most, reduced[i] > 0 ? up : down);
      least = Math.min(least, reduced[i] > 0 ? down : up);
    }
    return most == 0 && least == 0 ? Optional.empty() : Optional.of(new Ray(step, -least, most));
  }

  @Override
  public int[] cells() {
    return step.cells();
  }

  @Override
  public long up(int cell) {
    long change = step.at(cell);
    return change > 0 ? change * most : change * least;
  }

  @Override
  public long down(int cell) {
    long change = step.at(cell);
    return change > 0 ? -change * least : -change * most;
  }

  /** The deviation that raises ({@code up}) or lowers the cell most. */
  Deviation farthest(int cell, boolean up) {
    long multiple = (step.at(cell) > 0) == up ? most : least;
    long[] changes = step.changes().clone();
    for (int i = 0; i < changes.length; i++) {
      changes[i] *= multiple;
    }
    return new Deviation(step.cells(), changes);
  }

  private static boolean balances(TableSpace space, Deviation step) {
    int[] touched =
        Arrays.stream(step.cells())
            .flatMap(
                cell ->
                    java.util.stream.IntStream.range(0, space.degree(cell))
                        .map(i -> space.relationOf(cell, i)))
            .distinct()
            .toArray();
    for (int r : touched) {
      Relation relation = space.relations().get(r);
      long sum = 0;
      for (int i = 0; i < relation.cells().length; i++) {
        sum =
            Math.addExact(
                sum, Math.multiplyExact(relation.coefficients()[i], step.at(relation.cells()[i])));
      }
      if (sum != 0) {
        return false;
      }
    }
    return true;
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
