package se.samsyn.disclosure.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.samsyn.disclosure.attack.Attack;
import se.samsyn.disclosure.attack.Attack.Range;
import se.samsyn.disclosure.protect.Options;
import se.samsyn.disclosure.protect.Protector;
import se.samsyn.disclosure.spec.SpecifiedTable;
import se.samsyn.disclosure.spec.Written;
import se.samsyn.disclosure.table.Table;

/**
 * Each primary rule: the attack that it is made against succeeds when the rule is off and fails
 * when it is on. The attacker has an integer program of its own over all that is published.
 */
class RulesUnderAttackTest {
  private static final String COUNTS =
      """
      region,class,n,earlier
      a,x,1,
      a,y,12,
      a,z,20,
      b,x,15,
      b,y,0,
      b,z,9,
      c,x,30,
      c,y,11,
      c,z,14,
      """;

  private static final String FIRMS =
      """
      region,class,n,firms,x1,x2,x3
      a,x,98,3,80,15,3
      a,y,118,4,80,15,14
      a,z,300,9,60,50,40
      b,x,250,9,60,50,40
      b,y,270,9,60,50,40
      b,z,260,9,60,50,40
      c,x,310,9,60,50,40
      c,y,280,9,60,50,40
      c,z,290,9,60,50,40
      """;

  @Test
  void minimumFrequencyHidesASinglePerson() {
    assertThat(exact(protect(COUNTS, ""), "a", "x")).isTrue();

    Protected on = protect(COUNTS, "minimum_frequency: 5");

    assertThat(on.range("a", "x").upper()).isGreaterThanOrEqualTo(5);
    assertThat(on.range("a", "x").upper() - on.range("a", "x").lower()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void protectedZerosHideThatThereIsNobody() {
    String many = COUNTS.replace("a,x,1,", "a,x,21,");
    assertThat(exact(protect(many, "minimum_frequency: 5"), "b", "y")).isTrue();

    Protected on = protect(many, "minimum_frequency: 5\n  zeros: protected");

    assertThat(on.range("b", "y").upper()).isGreaterThanOrEqualTo(5);
  }

  @Test
  void aStructuralZeroIsShownThoughZerosAreProtected() {
    Protected on =
        protect(
            COUNTS,
            "minimum_frequency: 5\n  zeros: protected\n"
                + "structural_zeros:\n  - {region: b, class: y}");

    assertThat(exact(on, "b", "y")).isTrue();
    assertThat(on.range("a", "x").upper()).isGreaterThanOrEqualTo(5);
  }

  @Test
  void dominanceHidesWhereOneHoldsNearlyAll() {
    // The largest of a,x holds 80 of 98: whoever sees 98 knows that nobody has more.
    assertThat(exact(protect(FIRMS, ""), "a", "x")).isTrue();

    Protected on = protect(FIRMS, "dominance: {n: 1, k: 75}");

    assertThat(on.range("a", "x").upper() * 75 / 100).isGreaterThanOrEqualTo(80);
  }

  @Test
  void pPercentKeepsTheSecondLargestFromEstimatingTheLargest() {
    // 98 - 15 = 83 is within 10 per cent of 80.
    Range off = protect(FIRMS, "").range("a", "x");
    assertThat(off.upper() - 15).isLessThan(88);

    Range on = protect(FIRMS, "p_percent: {p: 10}").range("a", "x");

    assertThat(on.upper() - 15).isGreaterThanOrEqualTo(88);
    assertThat(on.lower()).isLessThan(98);
  }

  @Test
  void pPercentWithAGroupKeepsTwoFromEstimatingTheLargestTogether() {
    // 118 - 15 - 14 = 89 is within 15 per cent of 80; for one alone 103 is not.
    Range off = protect(FIRMS, "p_percent: {p: 15, group: 1}").range("a", "y");
    assertThat(off.upper() - 15).isGreaterThanOrEqualTo(92);

    Range on = protect(FIRMS, "p_percent: {p: 15, group: 2}").range("a", "y");

    assertThat(on.upper() - 15 - 14).isGreaterThanOrEqualTo(92);
    assertThat(protect(groupOnly(), "p_percent: {p: 15, group: 1}").isShown("a", "y")).isTrue();
    assertThat(protect(groupOnly(), "p_percent: {p: 15, group: 2}").isShown("a", "y")).isFalse();
  }

  /** Without the cell that is unsafe to one alone, nothing hides a,y by chance. */
  private static String groupOnly() {
    return FIRMS.replace("a,x,98,3,80,15,3", "a,x,300,9,60,50,40");
  }

  @Test
  void groupDisclosureHidesThatEverybodyIsInOneClass() {
    String all = COUNTS.replace("b,x,15", "b,x,0").replace("b,z,9", "b,z,24");
    assertThat(exact(protect(all, ""), "b", "z")).isTrue();

    Range on = protect(all, "group_disclosure: [class]").range("b", "z");

    assertThat(on.lower()).isLessThan(24);
  }

  @Test
  void groupDisclosureHidesThatNobodyIsInAClass() {
    assertThat(exact(protect(COUNTS, ""), "b", "y")).isTrue();

    Range on = protect(COUNTS, "group_disclosure: [class]").range("b", "y");

    assertThat(on.upper()).isGreaterThanOrEqualTo(1);
  }

  @Test
  void whatWasPublishedEarlierIsNotUsedToHideAnything() {
    Protected off = protect(COUNTS, "minimum_frequency: 5");
    // Everybody has the earlier release, with one of the cells that are hidden now.
    String[] helper = off.anotherHidden("a", "x");
    String row = helper[0] + "," + helper[1] + ",";
    String published = COUNTS.replaceFirst("(?m)^(" + row + "\\d+,)$", "$1published");
    int known = off.cell(helper[0], helper[1]);
    assertThat(off.range("a", "x", known).upper()).isLessThan(5);

    Protected on = protect(published, "minimum_frequency: 5\nknown: {status: earlier}");

    assertThat(on.isShown(helper[0], helper[1])).isTrue();
    assertThat(on.range("a", "x", known).upper()).isGreaterThanOrEqualTo(5);
  }

  @Test
  void whatWasHiddenEarlierStaysHidden() {
    String hidden = COUNTS.replace("c,z,14,", "c,z,14,suppressed");
    assertThat(exact(protect(hidden, ""), "c", "z")).isTrue();

    assertThat(exact(protect(hidden, "\nknown: {status: earlier}"), "c", "z")).isFalse();
  }

  private static boolean exact(Protected table, String region, String clazz) {
    Range range = table.range(region, clazz);
    return range.upper() - range.lower() < 1;
  }

  private static Protected protect(String data, String rules) {
    boolean amounts = data.contains("firms");
    String measure =
        amounts
            ? "{id: n, kind: magnitude, contributors: firms, largest: [x1, x2, x3]}"
            : "{id: n, kind: frequency}";
    SpecifiedTable table =
        Written.table(
            "cells: {file: data.csv}\n"
                + "dimensions:\n"
                + "  - {id: region, classes: [a, b, c]}\n"
                + "  - {id: class, classes: [x, y, z]}\n"
                + "measures:\n  - "
                + measure
                + "\nrules:\n  "
                + (rules.isEmpty() || rules.startsWith("\n") ? "zeros: open" : "")
                + rules
                + "\n",
            data);
    BitSet hidden = Protector.protect(table.table(), table.demands(), Options.standard()).hidden();
    return new Protected(table, hidden);
  }

  /** A table and what is hidden of it. */
  private record Protected(SpecifiedTable specified, BitSet hidden) {
    int cell(String region, String clazz) {
      for (int cell = 0; cell < specified.cube().size(); cell++) {
        if (specified.cube().coordinates(cell).equals(List.of(region, clazz))) {
          return cell;
        }
      }
      throw new AssertionError("no such cell");
    }

    boolean isShown(String region, String clazz) {
      return !hidden.get(cell(region, clazz));
    }

    /** Another hidden finest cell of the same region. */
    String[] anotherHidden(String region, String clazz) {
      List<String[]> others = new ArrayList<>();
      for (String other : List.of("x", "y", "z")) {
        if (!other.equals(clazz) && !isShown(region, other)) {
          others.add(new String[] {region, other});
        }
      }
      return others.get(0);
    }

    /** What the attacker can say of a cell, who knows some hidden ones from elsewhere. */
    Range range(String region, String clazz, int... known) {
      Table table = specified.table();
      int cell = cell(region, clazz);
      BitSet unknown = (BitSet) hidden.clone();
      for (int own : known) {
        unknown.clear(own);
      }
      return unknown.get(cell)
          ? Attack.range(table.space(), table.values(), unknown, cell, true, 100_000)
          : new Range(table.value(cell), table.value(cell));
    }
  }
}
