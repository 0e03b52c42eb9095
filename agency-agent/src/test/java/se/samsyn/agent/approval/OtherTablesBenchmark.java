package se.samsyn.agent.approval;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import se.samsyn.agent.protect.SentBefore;

/**
 * What it takes to protect a table beside others that were sent: a school year of areas by sex,
 * beside two terms of areas by age, against the same table alone. Started by {@code
 * benchmarks/other-tables.sh}.
 */
public final class OtherTablesBenchmark {
  private OtherTablesBenchmark() {}

  /**
   * @param args the numbers of areas, and {@code sums} where tables have a sum too
   */
  public static void main(String[] args) throws Exception {
    List<String> wanted = List.of(args);
    boolean sums = wanted.contains("sums");
    System.out.printf(
        "%8s %8s %10s %10s %8s %14s %14s%n",
        "areas", "cells", "alone s", "beside s", "ratio", "hidden alone", "hidden beside");
    for (String arg : wanted) {
      if (!arg.equals("sums")) {
        measure(Integer.parseInt(arg), sums);
      }
    }
  }

  private static void measure(int areas, boolean sums) throws Exception {
    Path folder = Files.createTempDirectory("samsyn-other-tables");
    ManyAreas agency = new ManyAreas(folder, areas, sums);
    SentBefore terms = agency.termsByAge();
    long start = System.nanoTime();
    Preview alone = agency.yearBySex(SentBefore.NOTHING);
    long between = System.nanoTime();
    Preview beside = agency.yearBySex(terms);
    // It is protected a second time to tell what the earlier sendings cost.
    double together = (System.nanoTime() - between - (between - start)) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%8d %8d %10.2f %10.2f %8.1f %14d %14d%n",
        areas,
        beside.table().cells().values().iterator().next().size(),
        (between - start) / 1e9,
        together,
        together * 1e9 / (between - start),
        alone.reasons().size(),
        beside.reasons().size());
  }
}
