package se.samsyn.disclosure.respondent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts in small units are large: the solver's precision alone would miss them. */
class PossibleTableTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 1_000, 1_000_000_000, 1_000_000_000_000L})
  void aWholeTableWithinTheBoundsIsFoundAtAnySize(long unit) {
    Agencies agencies = Agencies.madeUp(new Random(7), 1);
    List<long[]> table = agencies.table(0);
    long[] costs = table.get(1).clone();
    for (int cell = 0; cell < costs.length; cell++) {
      costs[cell] = costs[cell] * unit + unit / 3 * Agencies.leaves(cell).size();
    }
    long[] lower = costs.clone();
    long[] upper = costs.clone();
    // Two places and their totals by sex, of which only bounds are known.
    for (int cell : new int[] {4, 5, 7, 8}) {
      lower[cell] = 0;
      upper[cell] = costs[0];
    }
    RespondentPart part =
        new RespondentPart(
            List.of(table.get(0), lower), List.of(table.get(0), upper), new BitSet());
    List<long[]> found =
        PossibleTable.of(Agencies.CUBE, List.of(Agencies.CHILDREN, Agencies.COSTS), part)
            .orElseThrow();
    assertThat(found.get(1)[4] + found.get(1)[5]).isEqualTo(costs[3]);
    assertThat(found.get(1)[4] + found.get(1)[7] + found.get(1)[10]).isEqualTo(costs[1]);
  }
}
