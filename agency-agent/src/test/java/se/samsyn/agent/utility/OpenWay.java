package se.samsyn.agent.utility;

import java.util.List;
import java.util.random.RandomGenerator;
import se.samsyn.disclosure.audit.FeasibilityInterval;
import se.samsyn.disclosure.cube.CubeAudit;
import se.samsyn.disclosure.cube.CubePattern;
import se.samsyn.disclosure.cube.CubeProtection;
import se.samsyn.disclosure.cube.Layer;
import se.samsyn.disclosure.cube.LayerData;
import se.samsyn.disclosure.cube.Policy;
import se.samsyn.disclosure.protect.Options;
import se.samsyn.disclosure.table.TableSpace;

/**
 * Open collection: each agency protects its own table, complementary suppression included, and the
 * joint cell is the sum of what is shown or of what it leaves possible.
 */
final class OpenWay implements Way {
  private static final Layer CHILDREN = Layer.persons("children");
  private final int k;

  OpenWay(int k) {
    this.k = k;
  }

  @Override
  public Seen[] show(Scene scene, RandomGenerator random) {
    int size = Scene.CUBE.size();
    boolean[] hidden = new boolean[size];
    boolean[] unlimited = new boolean[size];
    boolean[] known = new boolean[size];
    for (long[] table : scene.agencies()) {
      CubePattern pattern =
          CubeProtection.protect(
              Scene.CUBE,
              List.of(LayerData.counts(CHILDREN, table)),
              Policy.minimumFrequency(k),
              Options.standard().withThreads(1));
      List<FeasibilityInterval> intervals =
          CubeAudit.intervals(
                  Scene.CUBE, List.of(CHILDREN), List.of(table.clone()), pattern.hidden())
              .get(0);
      for (int cell = 0; cell < size; cell++) {
        FeasibilityInterval interval = intervals.get(cell);
        boolean own = pattern.isHidden(cell);
        hidden[cell] |= own;
        known[cell] |= !own || interval.lower() > 0;
        unlimited[cell] |= interval.upper() >= TableSpace.UNBOUNDED;
      }
    }
    Seen[] seen = new Seen[size];
    for (int cell = 0; cell < size; cell++) {
      seen[cell] =
          !hidden[cell]
              ? Seen.alone(scene.joint()[cell])
              : known[cell] && !unlimited[cell] ? Seen.interval() : Seen.nothing();
    }
    return seen;
  }
}
