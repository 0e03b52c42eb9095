package se.samsyn.disclosure.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.samsyn.disclosure.attack.Attack;
import se.samsyn.disclosure.rule.Requirement;
import se.samsyn.disclosure.table.Publication;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.Table;
import se.samsyn.disclosure.table.TableSpace;

class InsidersTest {
  /** 2 x 3 with totals: a respondent who is alone in cell 1 sees through its column. */
  private static Table table() {
    return table(1, 2, 20, 23, 2, 30, 40, 72, 3, 32, 60, 95);
  }

  private static Table table(long... values) {
    long[] upper = new long[values.length];
    java.util.Arrays.fill(upper, 1000);
    double[] costs = new double[values.length];
    Publication[] publication = new Publication[values.length];
    int[] bundles = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      costs[i] = 1 + values[i];
      publication[i] = Publication.OPTIONAL;
      bundles[i] = i;
    }
    List<Relation> relations = new ArrayList<>();
    for (int row = 0; row < 3; row++) {
      relations.add(Relation.sum(4 * row + 3, 4 * row, 4 * row + 1, 4 * row + 2));
    }
    for (int column = 0; column < 4; column++) {
      relations.add(Relation.sum(8 + column, column, 4 + column));
    }
    return new Table(
        new TableSpace(new long[values.length], upper, relations),
        values,
        costs,
        publication,
        bundles);
  }

  @Test
  void aSingleRespondentComputesAnotherCellOnlyWhenTheRuleIsOff() {
    Table table = table();
    List<Demand> demands = new ArrayList<>();
    for (int cell = 0; cell < table.size(); cell++) {
      long value = table.value(cell);
      if (value > 0 && value < 4) {
        demands.add(Demand.of(cell, new Requirement(value, value + 1, 2)));
      }
    }
    BitSet off = Protector.protect(table, demands, Options.standard()).hidden();
    assertThat(exactFor(table, off)).as("rule off").isNotZero();
    List<Demand> all = new ArrayList<>(demands);
    all.addAll(Insiders.single(table, demands));
    BitSet on = Protector.protect(table, all, Options.standard()).hidden();
    assertThat(exactFor(table, on)).as("rule on").isZero();
  }

  @Test
  void whoIsAloneInATotalKnowsTheRestOfItAndNothingElse() {
    Table table = table(1, 0, 0, 1, 2, 30, 40, 72, 3, 30, 40, 73);
    List<Demand> demands = new ArrayList<>();
    for (int cell = 0; cell < table.size(); cell++) {
      long value = table.value(cell);
      if (value < 4) {
        demands.add(Demand.of(cell, new Requirement(value, value + 1, 1)));
      }
    }
    List<Demand> all = new ArrayList<>(demands);
    all.addAll(Insiders.single(table, demands));
    // Whatever is hidden, the empty rest of its own row cannot be kept from it.
    BitSet unknown = Protector.protect(table, all, Options.standard()).hidden();
    List.of(0, 3).forEach(unknown::clear);
    for (int cell : new int[] {1, 2, 4, 8}) {
      Attack.Range left = Attack.range(table.space(), table.values(), unknown, cell, true, 1000);
      assertThat(left.lower() == left.upper()).as("cell " + cell).isEqualTo(cell < 4);
    }
  }

  /** How many unsafe cells the respondent of cell 0 computes exactly. */
  private static long exactFor(Table table, BitSet hidden) {
    BitSet unknown = (BitSet) hidden.clone();
    unknown.clear(0);
    return unknown.stream()
        .filter(cell -> table.value(cell) < 4)
        .filter(
            cell -> {
              Attack.Range left =
                  Attack.range(table.space(), table.values(), unknown, cell, true, 1000);
              return left.lower() == left.upper();
            })
        .count();
  }
}
