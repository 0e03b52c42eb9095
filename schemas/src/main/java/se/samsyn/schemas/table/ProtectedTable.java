package se.samsyn.schemas.table;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import se.samsyn.schemas.definition.DefinitionRef;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.envelope.Sha256;

/**
 * An agency's table after protection: the only form in which counts leave an agency in an open
 * collection. Its hash (of its canonical JSON) is what a data steward approves.
 *
 * @param definition the definition it is made by
 * @param definitionHash the hash of that definition's canonical JSON, so that both sides mean the
 *     same
 * @param minimumFrequency the threshold that was applied: the definition's, or higher
 * @param cells per collected measure, in {@link CellSpace} order, each a value, suppressed or not
 *     applicable
 */
public record ProtectedTable(
    DefinitionRef definition,
    Sha256 definitionHash,
    Period period,
    int minimumFrequency,
    Map<MeasureId, List<Cell>> cells) {
  public ProtectedTable {
    Objects.requireNonNull(definition, "definition");
    Objects.requireNonNull(definitionHash, "definitionHash");
    Objects.requireNonNull(period, "period");
    TreeMap<MeasureId, List<Cell>> copy = new TreeMap<>();
    cells.forEach(
        (measure, list) -> {
          if (list.stream()
              .anyMatch(c -> c instanceof Cell.Interval || c instanceof Cell.NotReported)) {
            throw new IllegalArgumentException(
                "an agency's cell is a value, suppressed or not applicable");
          }
          copy.put(measure, List.copyOf(list));
        });
    cells = java.util.Collections.unmodifiableMap(copy);
  }
}
