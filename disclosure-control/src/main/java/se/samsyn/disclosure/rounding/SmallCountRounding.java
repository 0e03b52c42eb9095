package se.samsyn.disclosure.rounding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import se.samsyn.disclosure.table.Cube;
import se.samsyn.disclosure.table.Dimension;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.TableSpace;

/**
 * Additive small count rounding: each inner cell of 1..base-1 becomes 0 or the base, all other
 * inner cells stay, and totals are sums of what inner cells became. Which way a cell moves is
 * chosen so that the sum of squared deviations of all published cells is small (the criterion of
 * Langsrud and Heldal 2018), here by greedy choice and exchanges. The same table gives the same
 * rounding.
 */
public final class SmallCountRounding {
  private SmallCountRounding() {}

  /**
   * Rounds a frequency table over dimensions.
   *
   * @param counts one per cell of the cube
   * @throws NotRoundable if a dimension is {@code multiple}: its parts do not add up, so there are
   *     no inner cells to round
   */
  public static Rounding round(Cube cube, long[] counts, RoundingBase base) {
    for (Dimension dimension : cube.dimensions()) {
      if (dimension.kind() == Dimension.Kind.MULTIPLE) {
        throw new NotRoundable(
            "dimension "
                + dimension.id()
                + " is multiple: a person may be in several of its classes, so its parts do not add"
                + " up and rounding cannot be additive; drop the dimension or choose suppression");
      }
    }
    return round(space(cube), counts, base);
  }

  /**
   * Rounds any table of sums.
   *
   * @param counts one per cell of the space, not negative
   * @throws NotRoundable if a relation is no sum, linked tables have no common finest cells, or the
   *     counts do not add up or are negative
   */
  public static Rounding round(TableSpace space, long[] counts, RoundingBase base) {
    Objects.requireNonNull(base, "base");
    InnerCells cells = new InnerCells(space);
    if (counts.length != space.size()) {
      throw new NotRoundable("the table has not as many values as cells");
    }
    if (Arrays.stream(counts).anyMatch(count -> count < 0)) {
      throw new NotRoundable("a count is negative");
    }
    if (!Arrays.equals(cells.summed(counts), counts)) {
      throw new NotRoundable("the counts do not add up to their totals");
    }
    Choice choice = new Choice(cells, counts, base);
    choice.inTurn();
    new Exchange(space, choice).run();
    long[] rounded = cells.summed(choice.values());
    return new Rounding(
        new RoundedTable(space, cells, base, rounded), RoundingReport.of(cells, counts, rounded));
  }

  private static TableSpace space(Cube cube) {
    long[] upper = new long[cube.size()];
    Arrays.fill(upper, TableSpace.UNBOUNDED);
    List<Relation> relations = new ArrayList<>();
    cube.forEachSum((along, total, parts) -> relations.add(Relation.sum(total, parts)));
    return new TableSpace(new long[cube.size()], upper, relations);
  }
}
