package se.samsyn.comparison;

import java.nio.charset.StandardCharsets;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.json.Codecs;

/** Definitions over one input table, in the few words that differ. */
final class Definitions {
  static final String PLACE =
      "  - {id: place, title: {sv: p, en: p}, kind: single, by: {column: place}, codes: [{code: a, label: {sv: a, en: a}}, {code: b, label: {sv: b, en: b}}]}\n";
  static final String SORTS = PLACE.replace("place", "sort").replace("single", "multiple");
  static final String COUNT = "  - {kind: count, id: children, title: {sv: c, en: c}}\n";
  static final String SUM =
      "  - {kind: sum, id: minutes, title: {sv: m, en: m}, column: minutes, unit: minutes}\n";
  static final String PLAIN = "{minimumFrequency: 5, zeros: shown, groupDisclosure: false}";

  private Definitions() {}

  static String ages(String at, int... starts) {
    StringBuilder codes = new StringBuilder();
    for (int i = 1; i < starts.length; i++) {
      codes.append(
          "{code: c%d, label: {sv: a, en: a}, band: {from: %d, to: %d}}, "
              .formatted(i, starts[i - 1], starts[i] - 1));
    }
    return "  - {id: age, title: {sv: t, en: t}, kind: single, by: {age: %s}, codes: [%s]}\n"
        .formatted(at, codes.substring(0, codes.length() - 2));
  }

  static CountedTable table(String period, String where, String dimensions, String measures)
      throws Exception {
    return table(period, "persons", where, dimensions, measures, PLAIN);
  }

  static CountedTable table(
      String period,
      String unit,
      String where,
      String dimensions,
      String measures,
      String protection)
      throws Exception {
    Period over = Period.parse(period);
    Definition definition =
        Codecs.DEFINITION.readYaml(
            """
            id: some-table
            version: 1
            title: {sv: t, en: t}
            description: {sv: d, en: d}
            purpose: {instrument: areas}
            logic: problem
            table: record
            unit: %s
            counting: disjoint
            period: {grain: %s, date: day}
            %s
            dimensions:
            %smeasures:
            %sprotection: %s
            """
                .formatted(
                    unit,
                    over.grain().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                    where,
                    dimensions,
                    measures,
                    protection)
                .getBytes(StandardCharsets.UTF_8));
    return new CountedTable(definition, over);
  }
}
