package se.samsyn.agent.approval;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.samsyn.agent.protect.Earlier;

/** An agency whose records change from one sending of a table to the next. */
final class VersionedAgency {
  static final int K = 5;

  private final SmallAgency agency;
  private final Content content;

  /** What the table holds beside the number of children. */
  enum Content {
    COUNTS(false, false, false),
    FILTERED(true, false, false),
    SUMS(false, true, false),
    MULTIPLE(false, false, true),
    FILTERED_MULTIPLE(true, false, true);

    private final boolean helped;
    private final boolean minutes;
    private final boolean multiple;

    Content(boolean helped, boolean minutes, boolean multiple) {
      this.helped = helped;
      this.minutes = minutes;
      this.multiple = multiple;
    }
  }

  /** A record: a child is in one place, and in a table of {@code multiple} sorts in several. */
  record Row(String who, String place, String sort, boolean helped, int minutes) {}

  VersionedAgency(Path folder, Content content) throws Exception {
    this.content = content;
    agency =
        new SmallAgency(folder)
            .mapping(
                "columns: {person_id: who, place: place, sort: sort, helped: helped, minutes: minutes}")
            .table(
                """
                columns:
                  - {name: person_id, type: person, required: true, personal: true, description: {sv: p, en: p}}
                  - {name: place, type: code, required: true, personal: false, description: {sv: p, en: p}}
                  - {name: sort, type: code, required: true, personal: false, description: {sv: p, en: p}}
                  - {name: helped, type: boolean, required: true, personal: true, description: {sv: p, en: p}}
                  - {name: minutes, type: integer, required: true, personal: true, description: {sv: p, en: p}}
                """)
            .definition(
                """
                unit: persons
                period: {grain: year}
                dimensions:
                  - {id: place, title: {sv: p, en: p}, kind: single, by: {column: place}, codes: [%s]}
                  - {id: sort, title: {sv: p, en: p}, kind: %s, by: {column: sort}, codes: [%s]}
                measures:
                  - {kind: count, id: children, title: {sv: c, en: c}}
                %s
                protection: {minimumFrequency: 5, zeros: shown, groupDisclosure: false}
                """
                    .formatted(
                        codes("p", 3),
                        content.multiple ? "multiple" : "single",
                        codes("s", 3),
                        more()));
  }

  private String more() {
    if (content.minutes) {
      return "  - {kind: sum, id: minutes, title: {sv: m, en: m}, column: minutes, unit: minutes}";
    }
    return content.helped
        ? "  - {kind: count, id: helped, title: {sv: h, en: h}, where: [{is: in, column: helped, codes: [\"true\"]}]}"
        : "";
  }

  /** What it would send of these records, having sent those before. */
  Preview preview(List<Row> rows, List<Earlier> earlier) throws Exception {
    agency.data(
        "who,place,sort,helped,minutes\n"
            + rows.stream()
                .map(
                    r ->
                        String.join(
                            ",",
                            r.who(),
                            r.place(),
                            r.sort(),
                            String.valueOf(r.helped()),
                            String.valueOf(r.minutes())))
                .collect(Collectors.joining("\n"))
            + "\n");
    return agency.preview("2026", earlier);
  }

  /** Sends it, and keeps of it what the agent keeps. */
  Earlier sent(Preview preview) throws Exception {
    return agency.sent(preview);
  }

  List<Row> rows(SplittableRandom random, int persons) {
    List<Row> rows = new ArrayList<>();
    for (int p = 0; p < persons; p++) {
      String who = "x" + random.nextLong(Long.MAX_VALUE);
      String place = "p" + random.nextInt(3);
      boolean helped = random.nextInt(3) == 0;
      Set<Integer> sorts = new HashSet<>();
      for (int i = content.multiple ? 1 + random.nextInt(2) : 1; i > 0; i--) {
        sorts.add(random.nextInt(6) == 0 ? 2 : random.nextInt(2));
      }
      for (int sort : sorts) {
        rows.add(new Row(who, place, "s" + sort, helped, 20 + random.nextInt(600)));
      }
    }
    return rows;
  }

  /** The persons of a cell, and each one's minutes; a total is {@code _T}. */
  static Map<String, Long> cell(List<Row> rows, List<String> cell, boolean helpedOnly) {
    Map<String, Long> persons = new HashMap<>();
    for (Row row : rows) {
      if ((cell.get(0).equals("_T") || cell.get(0).equals(row.place()))
          && (cell.get(1).equals("_T") || cell.get(1).equals(row.sort()))
          && (row.helped() || !helpedOnly)) {
        persons.merge(row.who(), (long) row.minutes(), Long::sum);
      }
    }
    return persons;
  }

  private static String codes(String prefix, int n) {
    return IntStream.range(0, n)
        .mapToObj(i -> "{code: %s%d, label: {sv: a, en: a}}".formatted(prefix, i))
        .collect(Collectors.joining(", "));
  }
}
