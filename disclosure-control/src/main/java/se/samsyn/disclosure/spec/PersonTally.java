package se.samsyn.disclosure.spec;

import java.util.Arrays;
import se.samsyn.disclosure.spec.Specification.MeasureEntry;

/** Rows say whose they are: a person's rows are taken together in every cell. */
final class PersonTally implements Tally {
  private final CodedCube cube;
  private final MeasureEntry entry;
  private final boolean adding;
  private final PairSums pairs = new PairSums();
  private final long[] values;
  private final long[] persons;
  private final Largest largest;
  private final long[] own;
  private int[] touched = new int[64];
  private int touchedCount;
  private int current = -1;

  /**
   * @param adding whether rows and amounts are added up; else each person counts once
   */
  PersonTally(CodedCube cube, MeasureEntry entry, int kept, boolean adding) {
    this.cube = cube;
    this.entry = entry;
    this.adding = adding;
    this.values = new long[cube.size()];
    this.persons = new long[cube.size()];
    this.own = new long[cube.size()];
    this.largest = new Largest(cube.size(), entry.isFrequency() ? 0 : kept);
  }

  @Override
  public void add(int person, int cell, long amount) {
    if (amount > 0) {
      pairs.add(person, cell, amount);
    }
  }

  @Override
  public Measured measured() {
    pairs.forEach(
        (person, cell, amount) -> {
          if (person != current) {
            finish();
            current = person;
          }
          cube.forEachAbove(
              cell,
              upper -> {
                if (own[upper] == 0) {
                  touch(upper);
                }
                own[upper] = Math.addExact(own[upper], amount);
              });
        });
    finish();
    return new Measured(entry, adding ? values : persons, persons, largest);
  }

  /** All of one person is known: it is one contributor to each of its cells. */
  private void finish() {
    for (int i = 0; i < touchedCount; i++) {
      int cell = touched[i];
      values[cell] = Math.addExact(values[cell], own[cell]);
      persons[cell]++;
      largest.offer(cell, own[cell]);
      own[cell] = 0;
    }
    touchedCount = 0;
  }

  private void touch(int cell) {
    if (touchedCount == touched.length) {
      touched = Arrays.copyOf(touched, touchedCount * 2);
    }
    touched[touchedCount++] = cell;
  }
}
