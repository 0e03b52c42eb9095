package se.samsyn.schemas.sealed;

import java.util.ArrayList;
import java.util.List;

/**
 * Columns, chunks and tests of a collection. Wide columns (shared modulo 2^64) are the count and
 * then each magnitude's amount; narrow columns (shared modulo the prime) are the clipped count and
 * then each magnitude's dominance flag. All messages go by chunks of {@link #CHUNK} nodes.
 */
public record Layout(
    int nodes, Modulus modulus, int columns, List<int[]> narrowValues, List<Test> tests) {
  /** Nodes of a chunk; the last one has what is left. */
  public static final int CHUNK = 512;

  /**
   * A sum that is tested.
   *
   * @param column the narrow column
   */
  public record Test(int column, ValueLists lists) {}

  public static Layout of(SealedManifest manifest) {
    Rule rule = manifest.rule();
    List<int[]> values = new ArrayList<>(List.of(rule.contributions()));
    List<Test> tests = new ArrayList<>(List.of(new Test(0, rule.counts())));
    for (SealedMagnitude magnitude : manifest.magnitudes()) {
      tests.add(new Test(0, rule.persons(magnitude)));
      tests.add(new Test(values.size(), rule.dominance()));
      values.add(new int[] {0, 1});
    }
    return new Layout(
        new NodeOrder(manifest).size(), manifest.modulus(), values.size(), values, tests);
  }

  public int chunks() {
    return (nodes + CHUNK - 1) / CHUNK;
  }

  /** Nodes in one chunk. */
  public int nodesIn(int chunk) {
    return Math.min(CHUNK, nodes - chunk * CHUNK);
  }

  /** Bytes of one chunk of B's part. */
  public int partBytes(int chunk) {
    return nodesIn(chunk) * columns * (Long.BYTES + modulus.width());
  }

  /**
   * The tests of a family of groups: 0 the counts, 1 and on the magnitudes. A member is safe iff
   * none of them finds a forbidden value.
   */
  public int[] testsOf(int family) {
    return family == 0 ? new int[] {0} : new int[] {2 * family - 1, 2 * family};
  }
}
