package se.samsyn.agent.approval;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import se.samsyn.agent.protect.Earlier;
import se.samsyn.agent.protect.SentBefore;
import se.samsyn.agent.protect.SentTable;
import se.samsyn.comparison.CountedTable;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.definition.PeriodGrain;
import se.samsyn.schemas.table.ProtectedTable;

/** An agency that is asked for one table after the other of the same children. */
final class ManyTables {
  static final int K = 5;

  /** Children are born in one of so many months; the youngest and the oldest are in no age band. */
  static final LocalDate FIRST_BIRTH = LocalDate.of(2008, 7, 1);

  static final int MONTHS = 12 * 10;
  static final List<String> PLACES = List.of("p0", "p1", "p2");
  static final List<String> SEXES = List.of("f", "m");
  static final List<String> SORTS = List.of("s0", "s1", "s2");
  static final List<LocalDate> DAYS =
      List.of(LocalDate.of(2025, 10, 1), LocalDate.of(2026, 3, 1), LocalDate.of(2026, 10, 1));

  private static final Map<String, String> DIMENSIONS =
      Map.of(
          "place", single("place", "place", "p0", "p1", "p2"),
          "sex", single("sex", "sex", "f", "m"),
          "sort",
              single("sort", "sort", "s0", "s1", "s2").replace("kind: single", "kind: multiple"),
          "age", ages("age", 7, 10, 13, 17),
          "other-age", ages("other-age", 7, 9, 13, 17));

  private final SmallAgency agency;

  /** A record of a child: on a day, of a sort. */
  record Visit(LocalDate day, String sort) {}

  /** A child, and what its records say; each minute is of the first record. */
  record Child(
      String id, String place, String sex, LocalDate born, Set<Visit> visits, int minutes) {}

  /**
   * A table that is asked for.
   *
   * @param dimensions their names, with commas
   * @param more {@code minutes} for a sum, {@code column: codes} for a filter, both with a
   *     semicolon between, or nothing
   */
  record Asked(String period, String dimensions, String more) {
    List<String> dimensionNames() {
      return List.of(dimensions.split(", "));
    }

    boolean byAge() {
      return dimensionNames().contains("age") || dimensionNames().contains("other-age");
    }

    boolean bySort() {
      return dimensionNames().contains("sort") || !codes("sort").isEmpty();
    }

    boolean sums() {
      return more.startsWith("minutes");
    }

    /** The codes that records must have of a column; empty if any will do. */
    Set<String> codes(String column) {
      String start = column + ": ";
      return filter().startsWith(start)
          ? Set.of(filter().substring(start.length()).split(", "))
          : Set.of();
    }

    String filter() {
      return more.replaceFirst("minutes(; )?", "");
    }
  }

  ManyTables(Path folder) throws Exception {
    agency =
        new SmallAgency(folder)
            .mapping(
                "columns: {person_id: who, place: place, sex: sex, sort: sort, birth_year: {birthDate: born, date: yyyy-MM-dd}, day: day, minutes: minutes}")
            .table(
                """
                columns:
                  - {name: person_id, type: person, required: true, personal: true, description: {sv: p, en: p}}
                  - {name: place, type: code, required: true, personal: false, codes: [p0, p1, p2], description: {sv: p, en: p}}
                  - {name: sex, type: code, required: true, personal: false, codes: [f, m], description: {sv: p, en: p}}
                  - {name: sort, type: code, required: true, personal: false, codes: [s0, s1, s2], description: {sv: p, en: p}}
                  - {name: birth_year, type: integer, required: true, personal: true, description: {sv: p, en: p}}
                  - {name: day, type: date, required: true, personal: true, description: {sv: p, en: p}}
                  - {name: minutes, type: integer, required: true, personal: true, description: {sv: p, en: p}}
                """);
  }

  Preview preview(List<Child> children, Asked asked, SentBefore before) throws Exception {
    return prepared(children, asked).preview(asked.period(), before);
  }

  /** Beside all that was sent; earlier versions of the very table are corrected. */
  Preview previewBeside(List<Child> children, Asked asked, List<SentTable> sent) throws Exception {
    prepared(children, asked);
    CountedTable counted = agency.counted(asked.period());
    List<Earlier> versions = new ArrayList<>();
    for (SentTable table : sent) {
      if (table.counted().equals(counted)) {
        versions.add(kept.get(table.table()));
      }
    }
    return agency.preview(asked.period(), new SentBefore(versions, sent));
  }

  private final Map<ProtectedTable, Earlier> kept = new HashMap<>();

  /** Sends it. */
  SentTable sent(Preview preview) throws Exception {
    Earlier earlier = agency.sent(preview);
    kept.put(preview.table(), earlier);
    return new SentTable(
        new CountedTable(preview.definition(), preview.table().period()), preview.table());
  }

  static List<Child> children(SplittableRandom random, int count) {
    List<Child> children = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Set<Visit> visits = new LinkedHashSet<>();
      int many = 1 + random.nextInt(2);
      for (int v = 0; v < many; v++) {
        visits.add(
            new Visit(
                DAYS.get(random.nextInt(6) == 0 ? 2 : random.nextInt(2)),
                SORTS.get(random.nextInt(6) == 0 ? 2 : random.nextInt(2))));
      }
      children.add(
          new Child(
              "x" + random.nextLong(Long.MAX_VALUE),
              PLACES.get(random.nextInt(5) / 2),
              SEXES.get(random.nextInt(2)),
              FIRST_BIRTH.plusMonths(random.nextInt(MONTHS)),
              visits,
              20 + random.nextInt(600)));
    }
    return children;
  }

  private SmallAgency prepared(List<Child> children, Asked asked) throws Exception {
    String rows =
        children.stream()
            .flatMap(
                c -> {
                  int[] minutes = {c.minutes()};
                  return c.visits().stream()
                      .map(
                          v -> {
                            String row =
                                String.join(
                                    ",",
                                    c.id(),
                                    c.place(),
                                    c.sex(),
                                    v.sort(),
                                    c.born().toString(),
                                    v.day().toString(),
                                    String.valueOf(minutes[0]));
                            minutes[0] = 0;
                            return row;
                          });
                })
            .collect(Collectors.joining("\n"));
    agency.data("who,place,sex,sort,born,day,minutes\n" + rows + "\n");
    agency.definition(
        """
        unit: persons
        period: {grain: %s, date: day}
        %s
        dimensions:
        %s
        measures:
          - {kind: count, id: children, title: {sv: c, en: c}}
        %s
        protection: {minimumFrequency: 5, zeros: shown, groupDisclosure: false}
        """
            .formatted(
                grain(asked.period()),
                filter(asked),
                asked.dimensionNames().stream()
                    .map(DIMENSIONS::get)
                    .collect(Collectors.joining("\n")),
                asked.sums()
                    ? "  - {kind: sum, id: minutes, title: {sv: m, en: m}, column: minutes, unit: minutes}"
                    : ""));
    return agency;
  }

  private static String grain(String period) {
    PeriodGrain grain = Period.parse(period).grain();
    return grain == PeriodGrain.SCHOOL_YEAR
        ? "school-year"
        : grain == PeriodGrain.TERM ? "term" : "year";
  }

  private static String filter(Asked asked) {
    String[] parts = asked.filter().split(": ");
    return parts.length < 2
        ? ""
        : "where:\n  - {is: in, column: %s, codes: [%s]}".formatted(parts[0], parts[1]);
  }

  private static String single(String id, String column, String... codes) {
    return "  - {id: %s, title: {sv: t, en: t}, kind: single, by: {column: %s}, codes: [%s]}"
        .formatted(
            id,
            column,
            List.of(codes).stream()
                .map("{code: %s, label: {sv: a, en: a}}"::formatted)
                .collect(Collectors.joining(", ")));
  }

  private static String ages(String id, int... starts) {
    List<String> bands = new ArrayList<>();
    for (int i = 1; i < starts.length; i++) {
      bands.add(
          "{code: a%d, label: {sv: a, en: a}, band: {from: %d, to: %d}}"
              .formatted(i, starts[i - 1], starts[i] - 1));
    }
    return "  - {id: %s, title: {sv: t, en: t}, kind: single, by: {age: period-start}, codes: [%s]}"
        .formatted(id, String.join(", ", bands));
  }
}
