package se.samsyn.disclosure.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import se.samsyn.disclosure.audit.FeasibilityInterval;
import se.samsyn.disclosure.cube.CubeAudit;
import se.samsyn.disclosure.cube.CubePattern;
import se.samsyn.disclosure.cube.CubeProtection;
import se.samsyn.disclosure.cube.Layer;
import se.samsyn.disclosure.cube.LayerData;
import se.samsyn.disclosure.cube.Policy;
import se.samsyn.disclosure.protect.Options;
import se.samsyn.disclosure.respondent.JointLayer;
import se.samsyn.disclosure.respondent.JointPattern;
import se.samsyn.disclosure.respondent.RespondentPart;
import se.samsyn.disclosure.respondent.RespondentProtection;
import se.samsyn.disclosure.rule.Dominance;
import se.samsyn.disclosure.rule.MinimumFrequency;
import se.samsyn.disclosure.table.Cube;
import se.samsyn.disclosure.table.Dimension;
import se.samsyn.disclosure.table.Node;

/**
 * How long a joint table of three agencies is protected with the agencies as respondents, and how
 * much of it is shown: children and costs by area, age and sex, a quarter of the groups small. Each
 * line gives the ratio to the mean time in which an agency's own table was protected before.
 *
 * <p>{@code benchmarks/respondents.sh}
 */
public final class RespondentBenchmark {
  private static final int K = 5;
  private static final int AGENCIES = 3;
  private static final Layer CHILDREN = Layer.additive("children");
  private static final Layer COSTS = Layer.additive("costs");
  private static final Policy POLICY =
      new Policy(new MinimumFrequency(K), Optional.of(new Dominance(1, 80)), false, false);

  private final Cube cube;
  private final Random random;
  private final List<RespondentPart> parts = new ArrayList<>();
  private double ownSeconds;

  private RespondentBenchmark(int areas, long seed) {
    cube = new Cube(List.of(flat("area", areas), flat("age", 3), flat("sex", 2)));
    random = new Random(seed);
  }

  /** Prints a line per size. */
  public static void main(String[] arguments) {
    for (int areas : new int[] {10, 20, 40, 80, 200, 400}) {
      new RespondentBenchmark(areas, Long.getLong("seed", 1)).run();
    }
  }

  private void run() {
    for (int agency = 0; agency < AGENCIES; agency++) {
      parts.add(part());
    }
    long start = System.nanoTime();
    JointPattern pattern =
        RespondentProtection.protect(
            cube,
            List.of(JointLayer.persons(CHILDREN), JointLayer.amount(COSTS, "children")),
            parts,
            POLICY,
            Options.standard());
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%d cells: %.1f s, %.1f times an agency's own; %s; %s%n",
        cube.size(),
        seconds,
        seconds * AGENCIES / ownSeconds,
        shown("counts", pattern, 0),
        shown("sums", pattern, 1));
  }

  private String shown(String name, JointPattern pattern, int layer) {
    int hidden = pattern.hidden().get(layer).cardinality();
    int bounded = pattern.bounded().get(layer).cardinality();
    return "%s: %d exact, %d within bounds, %d hidden"
        .formatted(name, cube.size() - hidden - bounded, bounded, hidden);
  }

  /** An agency's table after it was protected, as it is sent. */
  private RespondentPart part() {
    long[] children = new long[cube.size()];
    long[] costs = new long[cube.size()];
    for (int cell = 0; cell < cube.size(); cell++) {
      if (cube.level(cell) == 0) {
        children[cell] = random.nextInt(4) == 0 ? random.nextInt(K) : random.nextInt(40);
        costs[cell] = children[cell] * (1 + random.nextInt(20));
      }
    }
    addUp(children);
    addUp(costs);
    long start = System.nanoTime();
    CubePattern pattern =
        CubeProtection.protect(
            cube,
            List.of(
                LayerData.counts(CHILDREN, children), LayerData.amounts(COSTS, costs, children)),
            POLICY,
            Options.standard());
    ownSeconds += (System.nanoTime() - start) / 1e9;
    List<long[]> lower = new ArrayList<>();
    List<long[]> upper = new ArrayList<>();
    for (List<FeasibilityInterval> column :
        CubeAudit.intervals(
            cube, List.of(CHILDREN, COSTS), List.of(children, costs), pattern.hidden())) {
      lower.add(column.stream().mapToLong(FeasibilityInterval::lower).toArray());
      upper.add(column.stream().mapToLong(FeasibilityInterval::upper).toArray());
    }
    return new RespondentPart(lower, upper, new BitSet());
  }

  /** Along one dimension after the other. */
  private void addUp(long[] values) {
    cube.forEachSum(
        (along, total, sum) -> values[total] = Arrays.stream(sum).mapToLong(c -> values[c]).sum());
  }

  private static Dimension flat(String id, int classes) {
    List<Node> nodes = new ArrayList<>();
    for (int i = 1; i <= classes; i++) {
      nodes.add(Node.leaf(id + i));
    }
    return new Dimension(id, Dimension.Kind.SINGLE, new Node("_T", nodes));
  }
}
