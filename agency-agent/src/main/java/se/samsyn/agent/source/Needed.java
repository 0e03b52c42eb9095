package se.samsyn.agent.source;

import java.util.Set;
import se.samsyn.schemas.definition.InputTable;

/**
 * A column of the input table that somebody wants to read.
 *
 * @param codes for codes: those that have a meaning to the reader; empty if every code has
 */
public record Needed(InputTable.Column column, Set<String> codes) {
  public Needed {
    codes = Set.copyOf(codes);
  }
}
