package se.samsyn.agent.utility;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import se.samsyn.disclosure.table.Node;
import se.samsyn.schemas.definition.Counting;

/**
 * What can be shown of the same data in each way, as the tables of docs/utility.md. Run by
 * benchmarks/utility.sh; ends with 1 when a promise of the sealed collection does not hold.
 */
final class UtilityBenchmark {
  private static final PrintStream OUT = System.out;
  private static final int K = 5;
  private static final int TRAINING = 400;
  private static final List<Scene.Mean> MEANS =
      List.of(
          new Scene.Mean(5, 15),
          new Scene.Mean(20, 20),
          new Scene.Mean(50, 50),
          new Scene.Mean(200, 200));

  private UtilityBenchmark() {}

  /**
   * @param args the first seed, seeds for each setting, agency tables of open collection for each
   *     setting
   */
  public static void main(String[] args) {
    long seed = Long.parseLong(args[0]);
    int seeds = Integer.parseInt(args[1]);
    int openTables = Integer.parseInt(args[2]);
    boolean holds = new Promises(seed, seeds, K, OUT).hold();
    for (int agencies : new int[] {3, 5, 10, 30}) {
      for (Scene.Mean mean : MEANS) {
        holds &= setting(agencies, mean, seed, seeds, Math.max(1, openTables / agencies));
      }
    }
    if (!holds) {
      System.err.println("a promise of the sealed collection does not hold: see the output");
      System.exit(1);
    }
  }

  private static boolean setting(
      int agencies, Scene.Mean mean, long seed, int seeds, int openSeeds) {
    OUT.printf("%n## %d agencies, %s children a municipality%n%n", agencies, mean);
    OUT.println("| way | scenes | cells | alone | group | interval | altered | nothing | small |");
    OUT.println("|---|---|---|---|---|---|---|---|---|");
    boolean safe = row("open", new OpenWay(K), agencies, mean, seed, openSeeds);
    for (Counting counting : Counting.values()) {
      SealedWay sealed = new SealedWay(counting, K, UnitTrees.halved(0, Scene.UNITS));
      safe &= row("sealed, " + counting.word(), sealed, agencies, mean, seed, seeds);
    }
    SealedWay likeliest =
        new SealedWay(Counting.DISJOINT, K, likeliest(Counting.DISJOINT, agencies, mean, seed));
    safe &= row("sealed, disjoint, likeliest tree", likeliest, agencies, mean, seed, seeds);
    Map<String, Way> others = new LinkedHashMap<>();
    others.put("DataSHIELD", OthersRules::dataShield);
    others.put("i2b2", OthersRules::i2b2);
    others.put("OpenSAFELY (joint)", OthersRules::openSafely);
    others.put("SHRINE", OthersRules::shrine);
    others.put("Samply", OthersRules::samply);
    others.put("FDPG (joint)", OthersRules::fdpg);
    others.put("MIP", OthersRules::mip);
    others.put("cell key (joint)", OthersRules::cellKey);
    others.forEach((name, way) -> row(name, way, agencies, mean, seed, seeds));
    return safe;
  }

  private static boolean row(
      String name, Way way, int agencies, Scene.Mean mean, long seed, int seeds) {
    List<Seen[]> seen =
        IntStream.range(0, seeds)
            .parallel()
            .mapToObj(i -> way.show(Scene.of(agencies, mean, seed + i), new Random(seed + i)))
            .toList();
    Shares units = new Shares();
    Shares finest = new Shares();
    for (Seen[] each : seen) {
      IntStream.of(Scene.units()).forEach(cell -> units.add(each[cell]));
      IntStream.of(Scene.finest()).forEach(cell -> finest.add(each[cell]));
    }
    OUT.printf("| %s | %d | municipalities | %s |%n", name, seeds, units.row());
    OUT.printf("| | | by sex and age | %s |%n", finest.row());
    return units.revealsNothing() && finest.revealsNothing();
  }

  /** The tree for this setting, from other scenes than those that are shown. */
  static Node likeliest(Counting counting, int agencies, Scene.Mean mean, long seed) {
    int n = Scene.UNITS;
    double[][] safe = new double[n][n + 1];
    for (int i = 0; i < TRAINING; i++) {
      Scene scene = Scene.of(agencies, mean, ~(seed + i));
      for (int from = 0; from < n; from++) {
        for (int to = from + 1; to <= n; to++) {
          safe[from][to] +=
              SealedWay.isSafe(counting, K, scene, IntStream.range(from, to)) ? 1.0 / TRAINING : 0;
        }
      }
    }
    return UnitTrees.likeliest(safe);
  }
}
