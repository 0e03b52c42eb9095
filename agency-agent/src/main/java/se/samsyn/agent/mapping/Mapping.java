package se.samsyn.agent.mapping;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.definition.TableId;

/**
 * How an agency's own files become an input table.
 *
 * @param file the mapping file itself, for messages
 * @param missing spellings that mean "no value" in this source, beside the empty one
 * @param period what the source holds, when its rows have no date
 * @param protectedIdentities whether persons with a protected identity are counted
 * @param handling what to do with each kind of problem that is not handled as usual
 * @param columns by the table's column
 */
public record Mapping(
    Path file,
    TableId table,
    DataFile data,
    List<Join> joins,
    Set<String> missing,
    Optional<Period> period,
    boolean protectedIdentities,
    Map<ProblemKind, ProblemKind.Handling> handling,
    Map<String, ColumnRule> columns) {
  public Mapping {
    joins = List.copyOf(joins);
    missing = Set.copyOf(missing);
    handling = Map.copyOf(handling);
    columns = Map.copyOf(columns);
  }

  /** What happens to a row with a problem of this kind. */
  public ProblemKind.Handling handling(ProblemKind kind) {
    return handling.getOrDefault(kind, kind.usual());
  }

  /** The decision for every kind. */
  public Map<ProblemKind, ProblemKind.Handling> decisions() {
    Map<ProblemKind, ProblemKind.Handling> all = new EnumMap<>(ProblemKind.class);
    for (ProblemKind kind : ProblemKind.values()) {
      all.put(kind, handling(kind));
    }
    return all;
  }
}
