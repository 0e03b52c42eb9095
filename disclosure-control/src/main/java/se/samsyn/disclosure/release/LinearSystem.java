package se.samsyn.disclosure.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.samsyn.disclosure.table.Relation;

/** Unknown numbers and what holds between them, whatever is published. */
final class LinearSystem {
  private final List<Relation> relations = new ArrayList<>();
  private final Set<List<Integer>> sums = new HashSet<>();
  private int size;

  /** A number of which nothing is known but that it is not negative; slacks may be. */
  int add() {
    return size++;
  }

  int size() {
    return size;
  }

  List<Relation> relations() {
    return relations;
  }

  /** total = sum of parts. */
  void sum(int total, List<Integer> parts) {
    List<Integer> key = new ArrayList<>(parts);
    Collections.sort(key);
    key.add(total);
    if (sums.add(key)) {
      relations.add(Relation.sum(total, parts.stream().mapToInt(p -> p).toArray()));
    }
  }

  /** Adds the rest, which is not negative: whole - part = rest. */
  void rest(int whole, int part) {
    int rest = add();
    relations.add(new Relation(new int[] {whole, part, rest}, new long[] {1, -1, -1}, 0));
  }

  /** Adds the excess, which is not negative: sum of parts - whole = excess. */
  void excess(int whole, List<Integer> parts) {
    int excess = add();
    int[] cells = new int[parts.size() + 2];
    long[] coefficients = new long[cells.length];
    Arrays.fill(coefficients, 1);
    cells[0] = whole;
    coefficients[0] = -1;
    for (int i = 0; i < parts.size(); i++) {
      cells[i + 1] = parts.get(i);
    }
    cells[cells.length - 1] = excess;
    coefficients[cells.length - 1] = -1;
    relations.add(new Relation(cells, coefficients, 0));
  }

  void relate(Relation relation) {
    relations.add(relation);
  }
}
