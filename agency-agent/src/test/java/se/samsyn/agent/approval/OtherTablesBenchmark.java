package se.samsyn.agent.approval;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.samsyn.agent.protect.SentBefore;
import se.samsyn.agent.protect.SentTable;
import se.samsyn.comparison.CountedTable;

/**
 * What it takes to protect a table beside others that were sent: a school year of areas by sex,
 * beside two terms of areas by age, against the same table alone. Started by {@code
 * benchmarks/other-tables.sh}.
 */
public final class OtherTablesBenchmark {
  private static final int CHILDREN_PER_AREA = 25;

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
    SmallAgency agency = agency(folder, areas);
    List<SentTable> sent = new ArrayList<>();
    for (String term : List.of("HT2025", "VT2026")) {
      agency.definition(definition("term", areas, "age", sums));
      CountedTable counted = agency.counted(term);
      Preview preview = agency.preview(term, new SentBefore(List.of(), sent));
      sent.add(new SentTable(counted, preview.table()));
    }
    agency.definition(definition("school-year", areas, "sex", sums));
    long start = System.nanoTime();
    Preview alone = agency.preview("2025/26", SentBefore.NOTHING);
    long between = System.nanoTime();
    Preview beside = agency.preview("2025/26", new SentBefore(List.of(), sent));
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

  private static SmallAgency agency(Path folder, int areas) throws Exception {
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder rows = new StringBuilder("who,area,sex,age,day,minutes\n");
    for (int child = 0; child < areas * CHILDREN_PER_AREA; child++) {
      int visits = 1 + random.nextInt(2);
      String who = "x" + child + ",a" + random.nextInt(areas) + ",s" + random.nextInt(2);
      String age = ",b" + random.nextInt(3);
      for (int v = 0; v < visits; v++) {
        String day = random.nextBoolean() ? ",2025-10-01," : ",2026-03-01,";
        rows.append(who).append(age).append(day).append(random.nextInt(600)).append('\n');
      }
    }
    return new SmallAgency(folder)
        .data(rows.toString())
        .mapping(
            "columns: {person_id: who, area: area, sex: sex, age: age, day: day, minutes: minutes}")
        .table(
            """
            columns:
              - {name: person_id, type: person, required: true, personal: true, description: {sv: p, en: p}}
              - {name: area, type: code, required: true, personal: false, description: {sv: p, en: p}}
              - {name: sex, type: code, required: true, personal: false, description: {sv: p, en: p}}
              - {name: age, type: code, required: true, personal: false, description: {sv: p, en: p}}
              - {name: day, type: date, required: true, personal: true, description: {sv: p, en: p}}
              - {name: minutes, type: integer, required: true, personal: true, description: {sv: p, en: p}}
            """);
  }

  private static String definition(String grain, int areas, String by, boolean sums) {
    return """
        unit: persons
        period: {grain: %s, date: day}
        dimensions:
          - {id: area, title: {sv: t, en: t}, kind: single, by: {column: area}, codes: [%s]}
          - {id: %s, title: {sv: t, en: t}, kind: single, by: {column: %s}, codes: [%s]}
        measures:
          - {kind: count, id: children, title: {sv: c, en: c}}
        %s
        protection: {minimumFrequency: 5, zeros: shown, groupDisclosure: false}
        """
        .formatted(
            grain,
            codes("a", areas),
            by,
            by,
            by.equals("sex") ? codes("s", 2) : codes("b", 3),
            sums
                ? "  - {kind: sum, id: minutes, title: {sv: m, en: m}, column: minutes, unit: minutes}"
                : "");
  }

  private static String codes(String prefix, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{code: %s%d, label: {sv: a, en: a}}".formatted(prefix, i))
        .collect(Collectors.joining(", "));
  }
}
