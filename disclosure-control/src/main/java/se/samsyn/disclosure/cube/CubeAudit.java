package se.samsyn.disclosure.cube;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import se.samsyn.disclosure.audit.Audit;
import se.samsyn.disclosure.audit.FeasibilityInterval;
import se.samsyn.disclosure.table.Cube;

/**
 * What the published cells of a cube say of its hidden ones. Knows nothing but what was published.
 */
public final class CubeAudit {
  private CubeAudit() {}

  /**
   * The feasibility interval of each cell of each layer.
   *
   * @param layers the layers of which the published values are known
   * @param published per layer the values by cell; where hidden, anything
   * @param hidden the cells of the cube that are hidden in all layers
   * @return per layer one interval per cell; a published cell's is its value
   * @throws se.samsyn.disclosure.audit.InconsistentTable if no table has these figures
   */
  public static List<List<FeasibilityInterval>> intervals(
      Cube cube, List<Layer> layers, List<long[]> published, BitSet hidden) {
    CubeSystem system = new CubeSystem(cube, layers);
    var space = system.space();
    long[] known = new long[space.size()];
    BitSet unknown = new BitSet();
    unknown.set(system.shown(), space.size());
    for (int i = 0; i < layers.size(); i++) {
      for (int cell = 0; cell < cube.size(); cell++) {
        if (hidden.get(cell)) {
          unknown.set(system.cell(i, cell));
        } else {
          known[system.cell(i, cell)] = published.get(i)[cell];
        }
      }
    }
    FeasibilityInterval[] all = Audit.intervals(space, known, unknown, system.shown());
    List<List<FeasibilityInterval>> intervals = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      intervals.add(Arrays.asList(Arrays.copyOfRange(all, i * cube.size(), (i + 1) * cube.size())));
    }
    return List.copyOf(intervals);
  }
}
