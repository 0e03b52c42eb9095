package se.samsyn.disclosure.spec;

import se.samsyn.disclosure.spec.Specification.MeasureEntry;

/** Each row is a person, or a contributor, of its own. */
final class RowTally implements Tally {
  private final CodedCube cube;
  private final MeasureEntry entry;
  private final long[] values;
  private final long[] persons;
  private final Largest largest;

  RowTally(CodedCube cube, MeasureEntry entry, int kept) {
    this.cube = cube;
    this.entry = entry;
    this.values = new long[cube.size()];
    this.persons = entry.isFrequency() ? values : new long[cube.size()];
    this.largest = new Largest(cube.size(), entry.isFrequency() ? 0 : kept);
  }

  @Override
  public void add(int person, int cell, long amount) {
    values[cell] = Math.addExact(values[cell], amount);
    if (!entry.isFrequency() && amount > 0) {
      persons[cell]++;
      largest.offer(cell, amount);
    }
  }

  @Override
  public Measured measured() {
    long[] total = new long[values.length];
    long[] contributors = entry.isFrequency() ? total : new long[values.length];
    Largest most = new Largest(values.length, largest.kept());
    for (int cell = 0; cell < values.length; cell++) {
      if (values[cell] != 0) {
        int finest = cell;
        cube.forEachAbove(
            cell,
            upper -> {
              total[upper] = Math.addExact(total[upper], values[finest]);
              if (!entry.isFrequency()) {
                contributors[upper] += persons[finest];
              }
              for (int rank = 0; rank < largest.kept(); rank++) {
                most.offer(upper, largest.at(finest, rank));
              }
            });
      }
    }
    return new Measured(entry, total, contributors, most);
  }
}
