package se.samsyn.disclosure.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import se.samsyn.disclosure.protect.Demand;
import se.samsyn.disclosure.table.Publication;
import se.samsyn.disclosure.table.Table;
import se.samsyn.disclosure.table.TableSpace;

/**
 * A table that was released, as its owner remembers it.
 *
 * @param id by which messages name it
 * @param hidden the cells that were not shown
 * @param demands what attackers had to be left with then, and shall be now
 */
public record Release(String id, Grouping grouping, BitSet hidden, List<Demand> demands) {
  public Release {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(grouping, "grouping");
    hidden = (BitSet) hidden.clone();
    demands = List.copyOf(demands);
    for (int cell = 0; cell < grouping.footprints().size(); cell++) {
      if (grouping.footprints().get(cell).isEmpty() && !hidden.get(cell)) {
        throw new IllegalArgumentException("release " + id + ": a helper cell was shown");
      }
    }
  }

  /** Of single figures; how they hang together follows from their atoms. */
  public static Release of(String id, List<ReleasedCell> cells) {
    int size = cells.size();
    long[] upper = new long[size];
    Arrays.fill(upper, TableSpace.UNBOUNDED);
    double[] costs = new double[size];
    Arrays.fill(costs, 1);
    Publication[] publication = new Publication[size];
    Arrays.fill(publication, Publication.OPTIONAL);
    List<Optional<Footprint>> footprints = new ArrayList<>();
    List<Demand> demands = new ArrayList<>();
    BitSet hidden = new BitSet();
    for (int cell = 0; cell < size; cell++) {
      ReleasedCell released = cells.get(cell);
      footprints.add(Optional.of(released.footprint()));
      if (released.hiddenFor().isPresent()) {
        hidden.set(cell);
        demands.add(Demand.of(cell, released.hiddenFor().get()));
      }
    }
    Table table =
        new Table(
            new TableSpace(new long[size], upper, List.of()),
            cells.stream().mapToLong(ReleasedCell::value).toArray(),
            costs,
            publication,
            IntStream.range(0, size).toArray());
    return new Release(id, new Grouping(table, footprints), hidden, demands);
  }

  @Override
  public BitSet hidden() {
    return (BitSet) hidden.clone();
  }
}
