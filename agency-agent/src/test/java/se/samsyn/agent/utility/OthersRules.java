package se.samsyn.agent.utility;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;
import java.util.random.RandomGenerator;
import se.samsyn.disclosure.audit.FeasibilityInterval;
import se.samsyn.disclosure.cube.CubeAudit;
import se.samsyn.disclosure.cube.Layer;

/**
 * The default rules of comparable systems, as far as they are published: each agency's table, or
 * where the system has the records in one place the joint one, goes through the rule.
 */
final class OthersRules {
  private static final Layer CHILDREN = Layer.persons("children");

  private OthersRules() {}

  /** Any count of 1 or 2 fails the agency's whole table, and then nothing adds up. */
  static Seen[] dataShield(Scene scene, RandomGenerator random) {
    boolean failed =
        scene.agencies().stream()
            .anyMatch(
                table ->
                    Arrays.stream(Scene.finest())
                        .anyMatch(cell -> table[cell] == 1 || table[cell] == 2));
    return each(scene, joint -> failed ? Seen.nothing() : Seen.alone(joint));
  }

  /** Up to 3 becomes 0, else noise with a standard deviation of 1.3; at each agency. */
  static Seen[] i2b2(Scene scene, RandomGenerator random) {
    return altered(scene, n -> n <= 3 ? 0 : Math.round(n + 1.3 * random.nextGaussian()));
  }

  /** Up to 7 becomes 0, then rounded to 5; of the joint count. */
  static Seen[] openSafely(Scene scene, RandomGenerator random) {
    return each(scene, n -> Seen.altered(Math.abs(n - (n <= 7 ? 0 : 5 * Math.round(n / 5.0)))));
  }

  /** Up to 10 is "10 or fewer", else rounded, noise, rounded; at each agency. */
  static Seen[] shrine(Scene scene, RandomGenerator random) {
    Seen[] seen = new Seen[Scene.CUBE.size()];
    for (int cell = 0; cell < seen.length; cell++) {
      int at = cell;
      seen[cell] =
          scene.agencies().stream().anyMatch(table -> table[at] <= 10)
              ? Seen.interval()
              : Seen.altered(Double.NaN);
    }
    return seen;
  }

  /** Under 10 becomes 10, else Laplace noise (epsilon 0.28) rounded to 10; at each agency. */
  static Seen[] samply(Scene scene, RandomGenerator random) {
    return altered(
        scene,
        n -> {
          if (n < 10) {
            return 10;
          }
          double at = random.nextDouble() - 0.5;
          double noise = -Math.signum(at) * Math.log(1 - 2 * Math.abs(at)) / 0.28;
          return 10 * Math.round((n + noise) / 10);
        });
  }

  /** Joint results under 20 are empty; nothing is done about subtraction. */
  static Seen[] fdpg(Scene scene, RandomGenerator random) {
    if (scene.agencies().size() < 3) {
      throw new IllegalArgumentException("with fewer than three sites only the total is shown");
    }
    BitSet hidden = new BitSet();
    for (int cell = 0; cell < scene.joint().length; cell++) {
      hidden.set(cell, scene.joint()[cell] < 20);
    }
    List<FeasibilityInterval> known =
        CubeAudit.intervals(Scene.CUBE, List.of(CHILDREN), List.of(scene.joint()), hidden).get(0);
    Seen[] seen = new Seen[Scene.CUBE.size()];
    for (int cell = 0; cell < seen.length; cell++) {
      long count = scene.joint()[cell];
      FeasibilityInterval interval = known.get(cell);
      seen[cell] =
          !hidden.get(cell)
              ? Seen.alone(count)
              : interval.lower() == interval.upper()
                  ? Seen.followsBySubtraction(count)
                  : Seen.nothing();
    }
    return seen;
  }

  /** An agency with at least 10 rows gives exact counts, small ones included. */
  static Seen[] mip(Scene scene, RandomGenerator random) {
    boolean all = scene.agencies().stream().allMatch(table -> table[0] >= 10);
    return each(scene, joint -> all ? Seen.alone(joint) : Seen.nothing());
  }

  /** Every joint count is perturbed by its cell key; by how much is the office's secret. */
  static Seen[] cellKey(Scene scene, RandomGenerator random) {
    return each(scene, joint -> Seen.altered(Double.NaN));
  }

  private static Seen[] altered(Scene scene, LongUnaryOperator rule) {
    Seen[] seen = new Seen[Scene.CUBE.size()];
    for (int cell = 0; cell < seen.length; cell++) {
      long shown = 0;
      for (long[] table : scene.agencies()) {
        shown += rule.applyAsLong(table[cell]);
      }
      seen[cell] = Seen.altered(Math.abs(scene.joint()[cell] - shown));
    }
    return seen;
  }

  private static Seen[] each(Scene scene, LongFunction<Seen> rule) {
    return Arrays.stream(scene.joint()).mapToObj(rule).toArray(Seen[]::new);
  }
}
