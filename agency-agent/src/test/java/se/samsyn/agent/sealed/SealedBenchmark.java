package se.samsyn.agent.sealed;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import se.samsyn.schemas.definition.Counting;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.sealed.Layout;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.schemas.sealed.Tree;
import se.samsyn.sealed.Opened;
import se.samsyn.sealed.Refused;

/**
 * What a sealed collection costs, step by step, in processor time, beside the machine's keystream
 * in the same run. Run by benchmarks/sealed.sh.
 */
final class SealedBenchmark {
  private static final PrintStream OUT = System.out;
  private static final long SEED = 11;

  private SealedBenchmark() {}

  /**
   * @param args agencies, disjoint or overlapping, combiners
   */
  public static void main(String[] args) throws Refused {
    int n = Integer.parseInt(args[0]);
    Counting counting = Counting.valueOf(args[1].toUpperCase(Locale.ROOT));
    Constellation constellation = new Constellation(n);
    collect(constellation, counting, Integer.parseInt(args[2]), 64, 100, null);
    collect(constellation, counting, Integer.parseInt(args[2]), 64, 394, OUT);
    OUT.printf("keystream: %.2f ns per 8 bytes%n", keystream());
  }

  private static double keystream() {
    Keystream stream = new Keystream(new byte[32]);
    double best = Double.MAX_VALUE;
    for (int run = 0; run < 20; run++) {
      long before = cpu();
      long sum = 0;
      for (int i = 0; i < 2_000_000; i++) {
        sum += stream.eight();
      }
      best = Math.min(best, (cpu() - before) / 2e6);
      if (sum == 0) {
        throw new IllegalStateException("a keystream of zeros");
      }
    }
    return best;
  }

  private static void collect(
      Constellation constellation,
      Counting counting,
      int combiners,
      int units,
      int classes,
      PrintStream out)
      throws Refused {
    Tree tree = Constellation.halved("u", 0, units);
    SealedManifest manifest =
        constellation.manifest(
            counting,
            5,
            1,
            tree,
            List.of(Constellation.attribute("age", classes, tree.code())),
            combiners,
            false);
    Map<AgencyId, Table> tables =
        constellation.tables(manifest, new Random(SEED), out == null ? 5 : 100);
    Layout layout = Layout.of(manifest);
    int agencies = tables.size();
    SealedRun run = new SealedRun(constellation, manifest, SealedRun.HONEST);
    run.pair();
    List<AgencyId> order = new ArrayList<>(tables.keySet());
    order.sort(Comparator.naturalOrder());
    Map<AgencyId, List<byte[]>> chunks = new HashMap<>();
    Map<AgencyId, Contributor.Parts> parts = new HashMap<>();

    long start = cpu();
    for (AgencyId agency : order) {
      List<byte[]> own = new ArrayList<>();
      chunks.put(agency, own);
      parts.put(
          agency,
          constellation.contribution(
              manifest, agency, tables.get(agency), (number, chunk) -> own.add(chunk)));
    }
    long contributed = cpu();
    for (AgencyId agency : order) {
      Contributor.Parts sent = parts.get(agency);
      run.contributions.put(agency, sent.signed().hash());
      run.a.acceptSeed(sent.contribution(), sent.signed(), sent.toA());
      run.b.acceptColumns(sent.contribution(), sent.signed(), sent.toB(), chunks.get(agency)::get);
    }
    run.close();
    long closed = cpu();
    run.range();
    long ranged = cpu();
    run.test();
    long tested = cpu();
    long[] oneTest = oneTest(run, manifest, layout);
    long levels = cpu();
    run.levels();
    long settled = cpu();
    Opened opened = run.open();
    long ended = cpu();
    if (out == null) {
      return;
    }

    double nodes = layout.nodes();
    int ranges = layout.narrowValues().get(0).length;
    int positions = layout.tests().get(0).lists().positions();
    out.printf(
        "%d agencies, %s, k = 5, t = 1, %d combiner(s): %d nodes, %d opened; seed %d%n",
        agencies, counting.word(), combiners, layout.nodes(), opened.open(0).cardinality(), SEED);
    out.printf("contributor: %.1f ns a node%n", (contributed - start) / nodes / agencies);
    out.printf(
        "A's and B's intake: %.1f ns a node and agency%n",
        (closed - contributed) / nodes / agencies);
    out.printf(
        "range test, A, B and C: %.1f ns a node and position (%d)%n",
        (ranged - closed) / nodes / (ranges * agencies), ranges * agencies);
    out.printf(
        "test of sums, A alone: %.1f ns a node and position (%d), B alone %.1f, with C %.1f%n",
        oneTest[0] / nodes / positions,
        positions,
        oneTest[1] / nodes / positions,
        (tested - ranged) / nodes / positions / combiners);
    out.printf("groups, all parties: %.0f ms%n", (settled - levels) / 1e6);
    out.printf("opening: %.0f ms%n", (ended - settled) / 1e6);
    out.printf("all: %.2f s of processor time%n", (ended - start - oneTest[0] - oneTest[1]) / 1e9);
    Runtime runtime = Runtime.getRuntime();
    out.printf(
        "heap: at most %d MB allowed, plain tables and messages of all parties included%n",
        runtime.maxMemory() >> 20);
  }

  /** A's and B's side of the test again, each by itself. */
  private static long[] oneTest(SealedRun run, SealedManifest manifest, Layout layout)
      throws Refused {
    AgencyId c = manifest.roles().combiners().get(0).agency();
    long[] times = new long[2];
    ShareHolder[] holders = {run.a, run.b};
    for (int i = 0; i < 2; i++) {
      long before = cpu();
      for (int chunk = 0; chunk < layout.chunks(); chunk++) {
        holders[i].test(c, chunk);
      }
      times[i] = cpu() - before;
    }
    return times;
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
