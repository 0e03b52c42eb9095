package se.samsyn.disclosure.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import se.samsyn.disclosure.cube.CubeProtection;
import se.samsyn.disclosure.cube.Layer;
import se.samsyn.disclosure.cube.LayerData;
import se.samsyn.disclosure.cube.Policy;
import se.samsyn.disclosure.protect.Demand;
import se.samsyn.disclosure.protect.Options;
import se.samsyn.disclosure.protect.Protector;
import se.samsyn.disclosure.rounding.RoundedTable;
import se.samsyn.disclosure.rounding.RoundingBase;
import se.samsyn.disclosure.rounding.SmallCountRounding;
import se.samsyn.disclosure.rule.MinimumFrequency;
import se.samsyn.disclosure.table.Publication;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.Table;
import se.samsyn.disclosure.table.TableSpace;

/**
 * What who knows the program gains, by brute force: every small table is protected, and each
 * publication is compared with all tables that agree with what it shows (what interval protection
 * counts on), and with those alone that would have been published in just this way.
 */
final class ProgramKnowledge {
  private static final int K = 3;
  private static final int SECRETS = 5;

  /**
   * Cells with 1..k-1 persons in all tables together, and for how many of them the onlooker is left
   * with too little.
   *
   * @param unsafe how many there are
   * @param exact those known exactly
   * @param below those whose upper bound is below k
   */
  record Gain(int unsafe, int exact, int below) {
    Gain and(Gain other) {
      return new Gain(unsafe + other.unsafe, exact + other.exact, below + other.below);
    }

    double part(int some) {
      return unsafe == 0 ? 0 : 100.0 * some / unsafe;
    }
  }

  private final SmallTables small;
  private final Map<String, List<long[]>> byPublication = new HashMap<>();
  private final Map<String, BitSet> hiddenIn = new HashMap<>();

  private ProgramKnowledge(SmallTables small) {
    this.small = small;
  }

  static ProgramKnowledge ofSuppression(SmallTables small) {
    ProgramKnowledge knowledge = new ProgramKnowledge(small);
    for (long[] table : small.tables()) {
      BitSet hidden =
          CubeProtection.protect(
                  small.cube(),
                  List.of(LayerData.counts(Layer.persons("n"), table)),
                  Policy.minimumFrequency(K),
                  Options.standard())
              .hidden();
      knowledge.add(table, hidden);
    }
    return knowledge;
  }

  /**
   * With costs that vary by a secret: an onlooker must reckon with every secret.
   *
   * @param secrets how many are tried per table
   */
  static ProgramKnowledge ofSuppressionWithSecrets(SmallTables small, int secrets) {
    ProgramKnowledge knowledge = new ProgramKnowledge(small);
    int size = small.cube().size();
    List<Relation> relations = new ArrayList<>();
    small.cube().forEachSum((along, total, parts) -> relations.add(Relation.sum(total, parts)));
    long[] upper = new long[size];
    Arrays.fill(upper, TableSpace.UNBOUNDED);
    TableSpace space = new TableSpace(new long[size], upper, relations);
    Publication[] publication = new Publication[size];
    Arrays.fill(publication, Publication.OPTIONAL);
    int[] bundles = IntStream.range(0, size).toArray();
    MinimumFrequency rule = new MinimumFrequency(K);
    for (long[] values : small.tables()) {
      for (int secret = 0; secret < secrets; secret++) {
        Random random = new Random(secret);
        double[] costs = new double[size];
        for (int cell = 0; cell < size; cell++) {
          costs[cell] = (1 + small.cube().level(cell)) * (1 + 2 * random.nextDouble());
        }
        List<Demand> demands =
            IntStream.range(0, size)
                .filter(cell -> rule.isUnsafe(values[cell]))
                .mapToObj(cell -> Demand.of(cell, rule.forPersons(values[cell])))
                .toList();
        Table table = new Table(space, values, costs, publication, bundles);
        knowledge.add(values, Protector.protect(table, demands, Options.standard()).hidden());
      }
    }
    return knowledge;
  }

  private void add(long[] table, BitSet hidden) {
    String publication = hidden + " " + shown(table, hidden);
    byPublication.computeIfAbsent(publication, p -> new ArrayList<>()).add(table);
    hiddenIn.put(publication, hidden);
  }

  /** An inner cell that was rounded counts as hidden, for its true value is. */
  static ProgramKnowledge ofRounding(SmallTables small) {
    ProgramKnowledge knowledge = new ProgramKnowledge(small);
    BitSet all = new BitSet();
    all.set(0, small.cube().size());
    for (long[] table : small.tables()) {
      RoundedTable rounded =
          SmallCountRounding.round(small.cube(), table, new RoundingBase(K)).table();
      String publication = Arrays.toString(rounded.values());
      knowledge.byPublication.computeIfAbsent(publication, p -> new ArrayList<>()).add(table);
      knowledge.hiddenIn.put(publication, all);
    }
    return knowledge;
  }

  /** For who knows the program. */
  Gain withProgram() {
    Gain gain = new Gain(0, 0, 0);
    for (var entry : byPublication.entrySet()) {
      gain = gain.and(gain(entry.getValue(), entry.getValue(), hiddenIn.get(entry.getKey())));
    }
    return gain;
  }

  /** For who knows only what is shown. */
  Gain withoutProgram() {
    Map<BitSet, Map<String, List<long[]>>> agreeing = new HashMap<>();
    Gain gain = new Gain(0, 0, 0);
    for (var entry : byPublication.entrySet()) {
      BitSet hidden = hiddenIn.get(entry.getKey());
      Map<String, List<long[]>> byShown =
          agreeing.computeIfAbsent(
              hidden,
              h -> {
                Map<String, List<long[]>> groups = new HashMap<>();
                for (long[] table : small.tables()) {
                  groups.computeIfAbsent(shown(table, h), s -> new ArrayList<>()).add(table);
                }
                return groups;
              });
      List<long[]> possible = byShown.get(shown(entry.getValue().get(0), hidden));
      gain = gain.and(gain(entry.getValue(), possible, hidden));
    }
    return gain;
  }

  private Gain gain(List<long[]> truths, List<long[]> possible, BitSet hidden) {
    if (hidden.get(0) && possible.stream().anyMatch(table -> table[0] == small.persons())) {
      // There are possible tables beyond those that were listed.
      return new Gain(0, 0, 0);
    }
    int unsafe = 0;
    int exact = 0;
    int below = 0;
    for (int cell : hidden.stream().toArray()) {
      long least = possible.stream().mapToLong(table -> table[cell]).min().orElseThrow();
      long most = possible.stream().mapToLong(table -> table[cell]).max().orElseThrow();
      int count = (int) truths.stream().filter(t -> t[cell] > 0 && t[cell] < K).count();
      unsafe += count;
      exact += least == most ? count : 0;
      below += most < K ? count : 0;
    }
    return new Gain(unsafe, exact, below);
  }

  private static String shown(long[] table, BitSet hidden) {
    StringBuilder shown = new StringBuilder();
    for (int cell = 0; cell < table.length; cell++) {
      shown.append(hidden.get(cell) ? ".." : String.valueOf(table[cell])).append(' ');
    }
    return shown.toString();
  }

  public static void main(String[] args) {
    System.out.printf("k = %d; tables with totals, of at most so many persons%n", K);
    for (int[] shape : new int[][] {{2, 2, 16}, {2, 3, 10}, {3, 3, 6}}) {
      SmallTables small = SmallTables.of(shape[0], shape[1], shape[2]);
      String name =
          String.format(
              "%d x %d, %d persons, %d tables",
              shape[0], shape[1], shape[2], small.tables().size());
      ProgramKnowledge suppression = ofSuppression(small);
      print(name + ", suppression, without the program", suppression.withoutProgram());
      print(name + ", suppression, with the program", suppression.withProgram());
      print(
          name + ", suppression by a secret of " + SECRETS + ", with the program",
          ofSuppressionWithSecrets(small, SECRETS).withProgram());
      print(name + ", rounding, with the program", ofRounding(small).withProgram());
    }
  }

  private static void print(String what, Gain gain) {
    System.out.printf(
        Locale.ROOT,
        "%s: %d unsafe cells, %d exact (%.1f %%), %d with an upper bound below k (%.1f %%)%n",
        what,
        gain.unsafe(),
        gain.exact(),
        gain.part(gain.exact()),
        gain.below(),
        gain.part(gain.below()));
  }
}
