package se.samsyn.disclosure.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Rows become the table that a plain recount gives, in whatever order they come. */
class MicrodataTest {
  private static final String YAML =
      """
      microdata: {file: data.csv, person: who}
      dimensions:
        - {id: region, classes: [{north: [a, b]}, c]}
        - {id: support, kind: multiple, classes: [s, t, u]}
      measures:
        - {id: persons, kind: frequency}
        - {id: events, kind: frequency, count: rows}
        - {id: cost, kind: magnitude, decimals: 2}
      rules:
        minimum_frequency: 3
        dominance: {n: 2, k: 80}
      """;

  private record Row(String who, String region, String support, int cents) {
    String text() {
      return who
          + ","
          + region
          + ","
          + support
          + ","
          + cents / 100
          + "."
          + cents % 100 / 10
          + cents % 10
          + "\n";
    }
  }

  @Property(tries = 60)
  void aRecountGivesTheSame(@ForAll long seed) {
    List<Row> rows = rows(new Random(seed));
    SpecifiedTable table = read(rows);

    for (int cell = 0; cell < table.cube().size(); cell++) {
      List<String> codes = table.cube().coordinates(cell);
      Predicate<Row> inside =
          row -> in(codes.get(0), row.region()) && in(codes.get(1), row.support());
      List<Row> those = rows.stream().filter(inside).toList();
      Set<String> persons = new HashSet<>();
      those.forEach(row -> persons.add(row.who()));
      int size = table.cube().size();
      assertThat(table.table().value(cell)).as("seed %d", seed).isEqualTo(persons.size());
      assertThat(table.table().value(size + cell)).isEqualTo(those.size());
      assertThat(table.table().value(2 * size + cell))
          .isEqualTo(those.stream().mapToLong(Row::cents).sum());
      assertThat(isUnsafe(table, 2 * size + cell))
          .as("seed %d, %s", seed, codes)
          .isEqualTo(fewOrDominated(those));
    }
  }

  @Property(tries = 30)
  void theOrderOfRowsDoesNotMatter(@ForAll long seed) {
    List<Row> rows = rows(new Random(seed));
    List<Row> other = new ArrayList<>(rows);
    Collections.shuffle(other, new Random(~seed));

    SpecifiedTable one = read(rows);
    SpecifiedTable two = read(other);

    assertThat(two.table().values()).as("seed %d", seed).isEqualTo(one.table().values());
    assertThat(two.demands()).isEqualTo(one.demands());
    for (int cell = 0; cell < one.table().size(); cell++) {
      assertThat(two.table().cost(cell)).isEqualTo(one.table().cost(cell));
    }
  }

  private static boolean in(String code, String finest) {
    return code.equals("_T")
        || code.equals(finest)
        || (code.equals("north") && (finest.equals("a") || finest.equals("b")));
  }

  private static boolean isUnsafe(SpecifiedTable table, int cell) {
    return table.demands().stream().anyMatch(demand -> demand.cell() == cell);
  }

  /** The rules once more, from the rows. */
  private static boolean fewOrDominated(List<Row> rows) {
    Map<String, Long> own = new HashMap<>();
    rows.stream()
        .filter(row -> row.cents() > 0)
        .forEach(row -> own.merge(row.who(), (long) row.cents(), Long::sum));
    List<Long> sorted = own.values().stream().sorted(Collections.reverseOrder()).toList();
    long sum = sorted.stream().mapToLong(Long::longValue).sum();
    long two = sorted.stream().limit(2).mapToLong(Long::longValue).sum();
    return (!sorted.isEmpty() && sorted.size() < 3) || two * 100 > sum * 80;
  }

  private static List<Row> rows(Random random) {
    List<Row> rows = new ArrayList<>();
    int persons = random.nextInt(40);
    for (int p = 0; p < persons; p++) {
      String region = "abc".substring(random.nextInt(3)).substring(0, 1);
      int times = 1 + random.nextInt(3);
      for (int i = 0; i < times; i++) {
        String support = "stu".substring(random.nextInt(3)).substring(0, 1);
        int cents = random.nextInt(4) == 0 ? 0 : random.nextInt(20_000);
        rows.add(new Row("p" + p, region, support, cents));
      }
    }
    Collections.shuffle(rows, random);
    return rows;
  }

  private static SpecifiedTable read(List<Row> rows) {
    StringBuilder data = new StringBuilder("who,region,support,cost\n");
    rows.forEach(row -> data.append(row.text()));
    return Written.table(YAML, data.toString());
  }
}
