package se.samsyn.disclosure.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.samsyn.disclosure.table.Relation;

/** Unknown numbers and what holds between them, whatever is published. */
final class LinearSystem {
  private final List<Relation> relations = new ArrayList<>();
  private final Set<List<Long>> seen = new HashSet<>();
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
    relate(Relation.sum(total, parts.stream().mapToInt(p -> p).toArray()));
  }

  /** whole - part = rest; returns the rest, which is not negative. */
  int rest(int whole, int part) {
    int rest = add();
    relations.add(new Relation(new int[] {whole, part, rest}, new long[] {1, -1, -1}, 0));
    return rest;
  }

  /** sum of parts - whole = excess; returns the excess, which is not negative. */
  int excess(int whole, List<Integer> parts) {
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
    return excess;
  }

  void relate(Relation relation) {
    List<Long> key = new ArrayList<>();
    long[] cells = Arrays.stream(relation.cells()).asLongStream().sorted().toArray();
    Arrays.stream(cells).forEach(key::add);
    if (seen.add(key)) {
      relations.add(relation);
    }
  }
}
