package se.samsyn.agent.protect;

import java.util.List;
import java.util.stream.IntStream;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.Unit;

/**
 * All that a cell tells when it is shown: its collected measures, in the definition's order, and
 * after them, for each count of persons with a condition, how many of all persons it leaves.
 */
final class CellNumbers {
  private final List<Measure.Collected> measures;
  private final boolean persons;
  private final int base;
  private final int[] parts;

  CellNumbers(Definition definition) {
    measures = definition.collected();
    persons = definition.unit() == Unit.PERSONS;
    base =
        IntStream.range(0, measures.size())
            .filter(
                m ->
                    isPersons(m)
                        && measures.get(m) instanceof Measure.Count count
                        && count.where().isEmpty())
            .findFirst()
            .orElse(-1);
    parts =
        IntStream.range(0, base < 0 ? 0 : measures.size())
            .filter(m -> m != base && isPersons(m))
            .toArray();
  }

  /** How many numbers a cell has. */
  int size() {
    return measures.size() + parts.length;
  }

  /** The numbers of a cell with these values, by collected measure. */
  long[] of(long[] values) {
    long[] numbers = new long[size()];
    System.arraycopy(values, 0, numbers, 0, values.length);
    for (int i = 0; i < parts.length; i++) {
      numbers[values.length + i] = values[base] - values[parts[i]];
    }
    return numbers;
  }

  /** Whether the number counts persons; else it is an amount or counts events. */
  boolean isPersons(int number) {
    return number >= measures.size() || persons && measures.get(number) instanceof Measure.Count;
  }

  /** The number of all persons of a cell, or -1 if it is not sent. */
  int base() {
    return base;
  }

  /** The measures with a condition that leave a rest, in the order of the rests. */
  int[] parts() {
    return parts.clone();
  }
}
