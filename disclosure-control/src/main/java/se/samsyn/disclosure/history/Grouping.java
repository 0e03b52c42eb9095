package se.samsyn.disclosure.history;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import se.samsyn.disclosure.table.Publication;
import se.samsyn.disclosure.table.Table;

/**
 * A table whose cells are known by their atoms.
 *
 * @param footprints one per cell; empty for helper cells, which are never shown
 */
public record Grouping(Table table, List<Optional<Footprint>> footprints) {
  public Grouping {
    Objects.requireNonNull(table, "table");
    footprints = List.copyOf(footprints);
    if (footprints.size() != table.size()) {
      throw new IllegalArgumentException("one footprint per cell is needed");
    }
    for (int cell = 0; cell < footprints.size(); cell++) {
      if (footprints.get(cell).isEmpty() && table.publication(cell) != Publication.NEVER) {
        throw new IllegalArgumentException(
            "cell " + cell + " can be shown, so the atoms that it groups must be told");
      }
    }
  }
}
