package se.samsyn.agent.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * An onlooker by brute force, written from the specification and not from its code: t contributors
 * put together what they know, the program, every public bit and every opened total. All tables of
 * the other agencies with up to a number of persons are gone through; of every union of cells the
 * others' persons must be able to reach k, and must not be known exactly while they are few.
 */
class OnlookerAttackTest {
  private static final long SEED = 7;

  /** What is switched off. */
  private enum Off {
    NOTHING,
    RESERVE,
    ALL_OR_NOTHING,
    ONE_BIT
  }

  /** Nodes as sets of cells; groups as nodes that open together, each with its parents. */
  private record Shape(int cells, int impossible, int[] nodes, int[][] groups, int[][] parents) {
    /** Two units by two classes. */
    static final Shape UNITS_BY_CLASSES =
        new Shape(
            4,
            0,
            new int[] {0b1111, 0b0011, 0b1100, 0b0101, 0b1010, 1, 2, 4, 8},
            new int[][] {{0}, {1, 2}, {3, 4}, {5, 6, 7, 8}},
            new int[][] {{}, {0}, {0}, {1, 2, 3, 4}});

    /** Three units, two of them together below the whole. */
    static final Shape THREE_UNITS =
        new Shape(
            3,
            0,
            new int[] {0b111, 0b011, 0b100, 1, 2},
            new int[][] {{0}, {1, 2}, {3, 4}},
            new int[][] {{}, {0}, {1}});

    /** One unit, two attributes of two classes. */
    static Shape attributes(int impossible) {
      return new Shape(
          4,
          impossible,
          new int[] {0b1111, 0b0011, 0b1100, 0b0101, 0b1010},
          new int[][] {{0}, {1, 2}, {3, 4}},
          new int[][] {{}, {0}, {0}});
    }

    /** Two units, an attribute of two classes that is shown in the first unit only. */
    static final Shape STARTS_BELOW =
        new Shape(
            4,
            0,
            new int[] {0b1111, 0b0011, 0b1100, 1, 2},
            new int[][] {{0}, {1, 2}, {3, 4}},
            new int[][] {{}, {0}, {1}});
  }

  private record Rules(boolean overlapping, int k, int t, int n, int fewest) {
    int part(int count) {
      return overlapping ? count == 0 ? 0 : count < k ? 1 : n + 1 : Math.min(count, k);
    }

    int others() {
      return n - t;
    }

    int least(Off off) {
      return (t + 1) * (overlapping ? n + 1 : k) + (off == Off.RESERVE ? 0 : 1);
    }
  }

  private static final List<Shape> SHAPES =
      List.of(Shape.UNITS_BY_CLASSES, Shape.THREE_UNITS, Shape.attributes(0), Shape.STARTS_BELOW);

  @Test
  void disjointCountsHold() {
    for (Shape shape : SHAPES) {
      assertThat(violations(shape, new Rules(false, 2, 1, 3, 0), Off.NOTHING, 9, 15)).isZero();
      assertThat(violations(shape, new Rules(false, 3, 1, 3, 0), Off.NOTHING, 10, 5)).isZero();
      assertThat(violations(shape, new Rules(false, 2, 2, 4, 0), Off.NOTHING, 9, 15)).isZero();
    }
  }

  @Test
  void overlappingCountsHold() {
    for (Shape shape : SHAPES) {
      assertThat(violations(shape, new Rules(true, 2, 1, 3, 0), Off.NOTHING, 9, 15)).isZero();
      assertThat(violations(shape, new Rules(true, 2, 2, 4, 0), Off.NOTHING, 9, 15)).isZero();
    }
  }

  @Test
  void withoutTheOnePersonOfReserveTheOnlookerSucceeds() {
    assertThat(violations(Shape.UNITS_BY_CLASSES, new Rules(false, 2, 1, 3, 0), Off.RESERVE, 9, 10))
        .isPositive();
    assertThat(violations(Shape.UNITS_BY_CLASSES, new Rules(true, 2, 1, 3, 0), Off.RESERVE, 9, 10))
        .isPositive();
  }

  @Test
  void openedOneByOneTheOthersFollowBySubtraction() {
    assertThat(
            violations(Shape.THREE_UNITS, new Rules(false, 2, 1, 3, 0), Off.ALL_OR_NOTHING, 9, 10))
        .isPositive();
  }

  @Test
  void whoeverLearnsWhichMemberFailedSucceeds() {
    assertThat(violations(Shape.UNITS_BY_CLASSES, new Rules(false, 2, 1, 3, 0), Off.ONE_BIT, 9, 10))
        .isPositive();
  }

  /** Older children are in no primary school: what is left over is known. */
  @Test
  void aCombinationThatCannotBeGivesTheOthersAway() {
    assertThat(
            violations(Shape.attributes(0b0010), new Rules(false, 2, 1, 3, 0), Off.NOTHING, 12, 5))
        .isPositive();
  }

  /** The bits of an amount's groups are seen too; three others besides the coalition. */
  @Test
  void amountsHoldWithTheirOwnReserve() {
    for (Shape shape : List.of(Shape.THREE_UNITS, Shape.UNITS_BY_CLASSES)) {
      assertThat(violations(shape, new Rules(false, 3, 1, 3, 2), Off.NOTHING, 10, 5)).isZero();
      assertThat(violations(shape, new Rules(false, 2, 1, 4, 3), Off.NOTHING, 6, 5)).isZero();
    }
  }

  /**
   * Unions of cells, over all views and the coalition's own tables, that are bounded below k, or
   * exact at 1 to k.
   *
   * @param most persons of the other agencies together
   * @param tables how many tables of the coalition are tried
   */
  private static long violations(Shape shape, Rules rules, Off off, int most, int tables) {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    List<int[]> worlds = new ArrayList<>();
    others(shape, new int[rules.others() * shape.cells()], 0, most, worlds);
    long violations = 0;
    for (int table = 0; table < tables; table++) {
      int[][] own = own(shape, rules, random, table);
      Map<Long, int[]> bounds = new HashMap<>();
      for (int[] world : worlds) {
        long view = view(shape, rules, off, own, world);
        if (view != 0) {
          bounds.merge(view, sums(shape, world), OnlookerAttackTest::wider);
        }
      }
      for (int[] bound : bounds.values()) {
        for (int union = 0; union < bound.length; union += 2) {
          int least = bound[union];
          int greatest = bound[union + 1];
          boolean few = greatest > 0 && greatest < rules.k();
          boolean exact = least == greatest && greatest > 0 && greatest <= rules.k();
          violations += few || exact ? 1 : 0;
        }
      }
    }
    return violations;
  }

  /** The coalition's tables: first nobody, then at random. */
  private static int[][] own(Shape shape, Rules rules, Random random, int table) {
    int[][] own = new int[rules.t()][shape.cells()];
    for (int[] agency : own) {
      for (int cell = 0; cell < agency.length; cell++) {
        boolean possible = (shape.impossible() >> cell & 1) == 0;
        agency[cell] = table == 0 || !possible ? 0 : random.nextInt(rules.k() + 2);
      }
    }
    return own;
  }

  private static void others(Shape shape, int[] counts, int at, int left, List<int[]> worlds) {
    if (at == counts.length) {
      worlds.add(counts.clone());
      return;
    }
    boolean possible = (shape.impossible() >> (at % shape.cells()) & 1) == 0;
    for (int persons = 0; persons <= (possible ? left : 0); persons++) {
      counts[at] = persons;
      others(shape, counts, at + 1, left - persons, worlds);
    }
    counts[at] = 0;
  }

  /** All that is seen, as a number; 0 where nothing opens. */
  private static long view(Shape shape, Rules rules, Off off, int[][] own, int[] world) {
    int[] nodes = shape.nodes();
    boolean[] safe = new boolean[nodes.length];
    boolean[] amountSafe = new boolean[nodes.length];
    int[] totals = new int[nodes.length];
    for (int node = 0; node < nodes.length; node++) {
      int sum = 0;
      boolean weak = false;
      for (int agency = 0; agency < rules.n(); agency++) {
        int count = 0;
        for (int cell = 0; cell < shape.cells(); cell++) {
          if ((nodes[node] >> cell & 1) == 1) {
            count +=
                agency < rules.others()
                    ? world[agency * shape.cells() + cell]
                    : own[agency - rules.others()][cell];
          }
        }
        totals[node] += agency < rules.others() ? count : 0;
        sum += rules.part(count);
        weak |= count > 0 && count < rules.fewest();
      }
      safe[node] = sum == 0 || sum >= rules.least(off);
      int least = (rules.t() + 1) * rules.k() + rules.fewest();
      amountSafe[node] = sum == 0 || sum >= least && !weak;
    }
    boolean[] open = new boolean[nodes.length];
    long view = walk(shape, off, safe, null, open);
    if (!open[0]) {
      return 0;
    }
    if (rules.fewest() > 0) {
      view = view << 8 | walk(shape, off, amountSafe, open.clone(), new boolean[nodes.length]);
    }
    for (int node = 0; node < nodes.length; node++) {
      view = view * 17 + (open[node] ? totals[node] + 1 : 0);
    }
    return view;
  }

  /** The public bits of one walk. */
  private static long walk(Shape shape, Off off, boolean[] safe, boolean[] within, boolean[] open) {
    long bits = 1;
    for (int group = 0; group < shape.groups().length; group++) {
      boolean asked = true;
      for (int parent : shape.parents()[group]) {
        asked &= open[parent];
      }
      boolean all = true;
      for (int member : shape.groups()[group]) {
        asked &= within == null || within[member];
        all &= safe[member];
      }
      for (int member : shape.groups()[group]) {
        open[member] = asked && (off == Off.ALL_OR_NOTHING ? safe[member] : all);
        if (off == Off.ALL_OR_NOTHING || off == Off.ONE_BIT) {
          bits = bits << 1 | (asked && safe[member] ? 1 : 0);
        }
      }
      bits = bits << 1 | (asked && all ? 1 : 0);
    }
    return bits;
  }

  /** For every union of cells its persons, twice: the least and the greatest so far. */
  private static int[] sums(Shape shape, int[] world) {
    int[] sums = new int[2 * ((1 << shape.cells()) - 1)];
    for (int union = 1; union < 1 << shape.cells(); union++) {
      int sum = 0;
      for (int i = 0; i < world.length; i++) {
        sum += (union >> (i % shape.cells()) & 1) == 1 ? world[i] : 0;
      }
      sums[2 * union - 2] = sum;
      sums[2 * union - 1] = sum;
    }
    return sums;
  }

  private static int[] wider(int[] bounds, int[] more) {
    for (int i = 0; i < bounds.length; i += 2) {
      bounds[i] = Math.min(bounds[i], more[i]);
      bounds[i + 1] = Math.max(bounds[i + 1], more[i + 1]);
    }
    return bounds;
  }
}
