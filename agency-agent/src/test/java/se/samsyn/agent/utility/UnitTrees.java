package se.samsyn.agent.utility;

import java.util.List;
import se.samsyn.disclosure.table.Node;

/** Trees over municipalities in the order of their size, from what everybody knows beforehand. */
final class UnitTrees {
  /** What a group that stays together is worth beside a municipality alone. */
  private static final double GROUP = 0.5;

  private UnitTrees() {}

  /** Halved by number. */
  static Node halved(int from, int to) {
    if (to - from == 1) {
      return Node.leaf(Integer.toString(from));
    }
    int middle = (from + to) / 2;
    return new Node(from + "-" + to, List.of(halved(from, middle), halved(middle, to)));
  }

  /**
   * Split where the most municipalities alone, and groups, can be expected to be shown.
   *
   * @param safe for the municipalities from i (inclusive) to j (exclusive), how likely they are
   *     safe together, as [i][j]
   */
  static Node likeliest(double[][] safe) {
    int n = safe.length;
    double[][] groups = new double[n][n + 1];
    int[][] split = new int[n][n + 1];
    for (int i = 0; i < n; i++) {
      groups[i][i + 1] = 1;
    }
    for (int length = 2; length <= n; length++) {
      for (int i = 0; i + length <= n; i++) {
        int j = i + length;
        for (int m = i + 1; m < j; m++) {
          double both = safe[i][m] * safe[m][j];
          double expected = both * (groups[i][m] + groups[m][j]) + (1 - both) * GROUP;
          if (expected > groups[i][j]) {
            groups[i][j] = expected;
            split[i][j] = m;
          }
        }
      }
    }
    return node(split, 0, n);
  }

  private static Node node(int[][] split, int from, int to) {
    if (to - from == 1) {
      return Node.leaf(Integer.toString(from));
    }
    int middle = split[from][to];
    return new Node(from + "-" + to, List.of(node(split, from, middle), node(split, middle, to)));
  }
}
