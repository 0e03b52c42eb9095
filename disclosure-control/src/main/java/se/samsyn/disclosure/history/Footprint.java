package se.samsyn.disclosure.history;

import java.util.BitSet;
import java.util.Objects;

/**
 * What a cell is, whatever table it stands in: a measure, and the atoms that it sums up. Two cells
 * of one footprint are the same figure.
 *
 * @param measure such as a count of persons of a definition; classes of a {@code multiple}
 *     dimension are measures of their own, for they overlap
 * @param atoms the finest groups, numbered alike in all releases; not empty
 */
public record Footprint(String measure, BitSet atoms) {
  public Footprint {
    Objects.requireNonNull(measure, "measure");
    atoms = (BitSet) atoms.clone();
    if (atoms.isEmpty()) {
      throw new IllegalArgumentException("a cell groups at least one atom");
    }
  }

  @Override
  public BitSet atoms() {
    return (BitSet) atoms.clone();
  }

  int size() {
    return atoms.cardinality();
  }

  int first() {
    return atoms.nextSetBit(0);
  }

  /** Whether all atoms of this cell are among these. */
  boolean isWithin(BitSet others) {
    for (int atom = atoms.nextSetBit(0); atom >= 0; atom = atoms.nextSetBit(atom + 1)) {
      if (!others.get(atom)) {
        return false;
      }
    }
    return true;
  }
}
