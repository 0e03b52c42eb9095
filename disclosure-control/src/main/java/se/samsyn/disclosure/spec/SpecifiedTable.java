package se.samsyn.disclosure.spec;

import java.util.List;
import java.util.Optional;
import se.samsyn.disclosure.protect.Demand;
import se.samsyn.disclosure.table.Cube;
import se.samsyn.disclosure.table.Table;

/**
 * The table that a specification describes.
 *
 * @param table measure by measure the cells of the cube, then helper cells that are never shown
 * @param decimals per measure
 * @param weights what hiding each cell of the cube costs, if the specification tells it
 * @param minimumFrequency the rule's k, if there is one
 * @param releasedBefore whether cells were published or hidden before
 * @param unsafeButPublished cells that are unsafe and were published before
 */
@SuppressWarnings("ArrayRecordComponent")
public record SpecifiedTable(
    Cube cube,
    List<String> measures,
    List<Integer> decimals,
    Table table,
    List<Demand> demands,
    boolean onlyFrequencies,
    Optional<double[]> weights,
    Optional<Integer> minimumFrequency,
    boolean releasedBefore,
    int unsafeButPublished) {
  public SpecifiedTable {
    measures = List.copyOf(measures);
    decimals = List.copyOf(decimals);
    demands = List.copyOf(demands);
  }

  /** The number of cells that can be shown. */
  public int shown() {
    return measures.size() * cube.size();
  }
}
