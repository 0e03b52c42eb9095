package se.samsyn.aggregator.reading.sealed;

import java.util.List;

/**
 * A unit with the finest classes of one attribute that were opened in it; together they are the
 * whole unit.
 *
 * @param depth how many of the units around it have rows of their own
 * @param isSplit whether parts of it have rows too, so that its persons are in those as well
 */
public record DividedUnit(Shown unit, int depth, boolean isSplit, List<Shown> classes) {
  public DividedUnit {
    classes = List.copyOf(classes);
  }
}
