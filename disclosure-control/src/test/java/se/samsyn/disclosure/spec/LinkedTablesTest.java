package se.samsyn.disclosure.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import se.samsyn.disclosure.attack.Attack;
import se.samsyn.disclosure.attack.Attack.Range;
import se.samsyn.disclosure.protect.Demand;
import se.samsyn.disclosure.protect.Options;
import se.samsyn.disclosure.protect.Protector;
import se.samsyn.disclosure.table.Table;

/** Two hierarchies of the same codes: an attacker who has both tables gets no further. */
class LinkedTablesTest {
  private static final String DIMENSIONS =
      """
      microdata: {file: data.csv}
      dimensions:
        - {id: county, column: place, classes: [{east: [a, b, c]}, {west: [d, e]}]}
        - {id: region, column: place, classes: [{upper: [a, b, d]}, {lower: [c, e]}]}
        - {id: sex, classes: ["1", "2"]}
      measures: [{id: persons, kind: frequency}]
      rules: {minimum_frequency: 3}
      """;

  private static final String LINKED = DIMENSIONS + "tables: [[county, sex], [region, sex]]\n";

  @Property(tries = 20)
  void anAttackerWithBothTablesGetsNoFurther(@ForAll long seed) {
    SpecifiedTable specified = Written.table(LINKED, persons(new Random(seed)));
    BitSet hidden = hidden(specified);
    for (Demand demand : specified.demands()) {
      assertThat(isLeftOpen(specified.table(), hidden, demand)).as("seed %d", seed).isTrue();
    }
  }

  @Test
  void tablesThatAreProtectedApartAreSubtracted() {
    boolean broken = false;
    for (long seed = 0; seed < 10 && !broken; seed++) {
      String persons = persons(new Random(seed));
      SpecifiedTable both = Written.table(LINKED, persons);
      BitSet hidden = new BitSet();
      hidden.set(0, both.table().size());
      for (String one : List.of("county", "region")) {
        SpecifiedTable alone =
            Written.table(DIMENSIONS + "tables: [[" + one + ", sex]]\n", persons);
        BitSet hiddenThere = hidden(alone);
        // What either table shows is shown.
        hidden.and(hiddenThere);
      }
      for (Demand demand : both.demands()) {
        broken |= !isLeftOpen(both.table(), hidden, demand);
      }
    }
    assertThat(broken).isTrue();
  }

  private static BitSet hidden(SpecifiedTable specified) {
    return Protector.protect(specified.table(), specified.demands(), Options.standard()).hidden();
  }

  private static boolean isLeftOpen(Table table, BitSet hidden, Demand demand) {
    if (!hidden.get(demand.cell())) {
      return false;
    }
    Range range = Attack.range(table.space(), table.values(), hidden, demand.cell(), true, 10_000);
    return demand.requirement().isMetBy(Math.round(range.lower()), Math.round(range.upper()));
  }

  private static String persons(Random random) {
    StringBuilder data = new StringBuilder("place,sex\n");
    for (String place : List.of("a", "b", "c", "d", "e")) {
      for (int sex = 1; sex <= 2; sex++) {
        int persons = random.nextInt(3) == 0 ? random.nextInt(3) : 3 + random.nextInt(20);
        for (int i = 0; i < persons; i++) {
          data.append(place).append(',').append(sex).append('\n');
        }
      }
    }
    return data.toString();
  }
}
