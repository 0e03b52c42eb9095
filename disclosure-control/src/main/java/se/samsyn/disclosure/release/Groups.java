package se.samsyn.disclosure.release;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The finest groups that some places tell apart: atoms that lie in the same places are one group.
 */
final class Groups {
  private final Grid grid;
  private final List<Integer> along;
  private final int[] groupOf;
  private final List<List<BitSet>> hulls = new ArrayList<>();

  /**
   * @param along the axes of the atoms
   * @param places those that are not made up of others
   * @throws IllegalArgumentException if there are too many atoms
   */
  Groups(Grid grid, List<Integer> along, Collection<List<Integer>> places) {
    this.grid = grid;
    this.along = along;
    long[] signatures = new long[grid.atomCount(along)];
    long name = 0;
    for (List<Integer> place : places) {
      // A sum of well-mixed names: which places an atom is in, in 64 bits.
      name += 0x9E3779B97F4A7C15L;
      long mixed = mix(name);
      for (int atom : grid.atoms(place, along)) {
        signatures[atom] += mixed;
      }
    }
    groupOf = new int[signatures.length];
    Map<Long, Integer> numbers = new HashMap<>();
    for (int atom = 0; atom < signatures.length; atom++) {
      if (signatures[atom] == 0) {
        groupOf[atom] = -1;
        continue;
      }
      int number = numbers.computeIfAbsent(signatures[atom], s -> numbers.size());
      if (number == hulls.size()) {
        hulls.add(along.stream().map(a -> new BitSet()).toList());
      }
      groupOf[atom] = number;
      int[] position = grid.position(atom, along);
      for (int i = 0; i < position.length; i++) {
        hulls.get(number).get(i).set(position[i]);
      }
    }
  }

  /** The groups that make up a place, each once. */
  int[] within(List<Integer> place) {
    return IntStream.of(grid.atoms(place, along)).map(atom -> groupOf[atom]).distinct().toArray();
  }

  /** The classes that a group lies in, for each axis of the atoms. */
  List<BitSet> hull(int group) {
    return hulls.get(group);
  }

  /** The last step of splitmix64 (Steele, Lea, Flood 2014). */
  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }
}
