package se.samsyn.agent.approval;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.samsyn.agent.protect.SentBefore;
import se.samsyn.agent.protect.SentTable;
import se.samsyn.comparison.CountedTable;

/** An agency with few children in each of many areas, of two sexes and three age groups. */
final class ManyAreas {
  private static final int CHILDREN_PER_AREA = 25;

  private final SmallAgency agency;
  private final int areas;
  private final boolean sums;

  /** Both terms of a school year have been sent, areas by age; no record is in both. */
  SentBefore termsByAge() throws Exception {
    List<SentTable> sent = new ArrayList<>();
    for (String term : List.of("HT2025", "VT2026")) {
      agency.definition(definition("term", "age"));
      CountedTable counted = agency.counted(term);
      sent.add(new SentTable(counted, agency.preview(term, SentBefore.NOTHING).table()));
    }
    return new SentBefore(List.of(), sent);
  }

  /** The whole school year, areas by sex. */
  Preview yearBySex(SentBefore before) throws Exception {
    agency.definition(definition("school-year", "sex"));
    return agency.preview("2025/26", before);
  }

  ManyAreas(Path folder, int areas, boolean sums) throws Exception {
    this.areas = areas;
    this.sums = sums;
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
    agency =
        new SmallAgency(folder)
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

  private String definition(String grain, String by) {
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
