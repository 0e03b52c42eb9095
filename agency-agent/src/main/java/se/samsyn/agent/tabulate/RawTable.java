package se.samsyn.agent.tabulate;

import java.util.List;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Period;

/**
 * A definition's table as the agency's records make it, unprotected. It has no codec and never
 * leaves the agent; it does not print its values either.
 *
 * @param coverage which cells exist here
 * @param measures each collected measure of the definition, in its order
 */
public record RawTable(
    Definition definition, Period period, Coverage coverage, List<RawMeasure> measures) {
  public RawTable {
    measures = List.copyOf(measures);
  }

  @Override
  public String toString() {
    return "RawTable[" + definition.ref() + ", " + period + "]";
  }
}
