package se.samsyn.aggregator.coordinator;

import java.util.stream.Collectors;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.table.CellSpace;

/**
 * A definition of the catalogue and the table that it gives.
 *
 * @param id names it in all its versions
 * @param cells how many cells its table has
 * @param example one of its cells, as classes
 */
public record DefinitionLine(
    String id, String code, String title, String dimensions, long cells, String example) {
  static DefinitionLine of(Definition definition, Texts texts) {
    CellSpace space = CellSpace.of(definition);
    int last = space.size() - 1;
    return new DefinitionLine(
        definition.id().value(),
        definition.ref().toString(),
        texts.of(definition.title()),
        definition.dimensions().stream()
            .map(d -> texts.of(d.title()) + " (" + d.leaves().size() + ")")
            .collect(Collectors.joining(", ")),
        TablePreview.cells(definition),
        definition.dimensions().stream()
            .map(
                d ->
                    d.find(space.coordinates(last).get(definition.dimensions().indexOf(d)))
                        .map(c -> texts.of(c.label()))
                        .orElse(""))
            .collect(Collectors.joining(", ")));
  }
}
