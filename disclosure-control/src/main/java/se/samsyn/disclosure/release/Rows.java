package se.samsyn.disclosure.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import se.samsyn.disclosure.table.Relation;

/** The relations of a union, those that tables tell included, and which numbers they are about. */
final class Rows {
  private final List<Relation> relations;
  private final int[] tableOf;
  private final int[] start;
  private final int[] rows;
  private final int longest;

  Rows(Union union) {
    relations = new ArrayList<>(union.system().relations());
    union.ratios().forEach(ratio -> relations.add(ratio.relation()));
    tableOf = new int[relations.size()];
    Arrays.fill(tableOf, -1);
    int first = union.system().relations().size();
    for (int i = 0; i < union.ratios().size(); i++) {
      tableOf[first + i] = union.ratios().get(i).table();
    }
    longest = relations.stream().mapToInt(r -> r.cells().length).max().orElse(0);
    start = new int[union.system().size() + 1];
    for (Relation relation : relations) {
      for (int number : relation.cells()) {
        start[number + 1]++;
      }
    }
    Arrays.parallelPrefix(start, Integer::sum);
    int[] fill = start.clone();
    rows = new int[start[start.length - 1]];
    for (int r = 0; r < relations.size(); r++) {
      for (int number : relations.get(r).cells()) {
        rows[fill[number]++] = r;
      }
    }
  }

  int count() {
    return relations.size();
  }

  /** How many numbers the longest relation has. */
  int longest() {
    return longest;
  }

  Relation get(int row) {
    return relations.get(row);
  }

  /** The table that tells a relation, or -1 if it holds in any case. */
  int table(int row) {
    return tableOf[row];
  }

  /** The relations that a number is in. */
  int[] of(int number) {
    return Arrays.copyOfRange(rows, start[number], start[number + 1]);
  }
}
