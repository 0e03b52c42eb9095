package se.samsyn.disclosure.respondent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import se.samsyn.disclosure.cube.CubeSystem;
import se.samsyn.disclosure.cube.Layer;
import se.samsyn.disclosure.protect.Protection;
import se.samsyn.disclosure.table.Cube;
import se.samsyn.disclosure.table.Publication;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.Table;
import se.samsyn.disclosure.table.TableSpace;

/**
 * All views beside each other as one system of cells and relations for the engine. Cells of a
 * <em>group</em> of layers are shown or hidden together, in all views.
 *
 * <p>That a cell is between two bounds is a figure too, which can be shown or hidden: the cell is
 * the lower bound, and a distance that is limited, and an excess. Who is shown the bounds knows
 * that the excess is 0; who is not, knows nothing of it, and so nothing of the cell.
 */
final class ViewSystem {
  private static final double CHEAP = 1e-3;

  /** To tell nothing of a cell instead of its bounds costs less than to hide a number. */
  private static final double OF_BOUNDS = 0.5;

  private final Cube cube;
  private final int[] groups;
  private final List<JointView> views;
  private final List<BitSet> uncertain;
  private final List<BitSet> bounded;
  private final CubeSystem system;
  private final int[] excess;
  private final Table table;

  /**
   * @param groups the group of each layer
   * @param uncertain per group the cells of which a part is not known
   * @param bounded per group those of them of which the bounds may be shown
   */
  ViewSystem(
      Cube cube,
      List<JointLayer> layers,
      int[] groups,
      List<JointView> views,
      List<BitSet> uncertain,
      List<BitSet> bounded) {
    this.cube = cube;
    this.groups = groups;
    this.views = views;
    this.uncertain = uncertain;
    this.bounded = bounded;
    this.system = new CubeSystem(cube, layers(layers, views.size()));
    this.excess = new int[groups.length * cube.size()];
    this.table = new Building().table();
  }

  private static List<Layer> layers(List<JointLayer> layers, int views) {
    List<Layer> all = new ArrayList<>();
    for (int view = 0; view < views; view++) {
      String of = view + " ";
      for (JointLayer layer : layers) {
        Layer plain = layer.layer();
        all.add(new Layer(of + plain.id(), plain.adding(), plain.partOf().map(of::concat)));
      }
    }
    return all;
  }

  Table table() {
    return table;
  }

  /** The system's cell for a cell of the cube in a view. */
  int cell(int view, int layer, int cell) {
    return system.cell(view * groups.length + layer, cell);
  }

  /** The system's cell for what a filtered layer leaves of its base. */
  int rest(int view, int layer, int cell) {
    return system.firstRestCell(view * groups.length + layer) + cell;
  }

  /** Whether nothing of the joint cell is shown. */
  boolean isHidden(Protection protection, int layer, int cell) {
    if (!uncertain.get(groups[layer]).get(cell)) {
      return !views.get(0).isAbsent(cell) && protection.hidden().get(cell(0, layer, cell));
    }
    return !bounded.get(groups[layer]).get(cell)
        || protection.hidden().get(excess[layer * cube.size() + cell]);
  }

  /** What is needed to build the table once. */
  private final class Building {
    private final List<Relation> relations = new ArrayList<>(system.relations());
    private final long[] values =
        system.complete(views.stream().flatMap(view -> view.values().stream()).toList());
    private final int size;
    private final long[] lower;
    private final long[] upper;
    private final double[] costs;
    private final Publication[] publication;
    private final int[] bundles;
    private int nextCell = values.length;

    /** First the bundles of cells, then those of bounds, then those of one. */
    private int nextBundle = 2 * uncertain.size() * cube.size();

    Building() {
      int bounds = 0;
      for (int group : groups) {
        bounds += 2 * views.size() * bounded.get(group).cardinality();
      }
      size = values.length + bounds;
      lower = new long[size];
      upper = new long[size];
      Arrays.fill(upper, TableSpace.UNBOUNDED);
      costs = new double[size];
      Arrays.fill(costs, CHEAP);
      publication = new Publication[size];
      Arrays.fill(publication, Publication.NEVER);
      bundles = new int[size];
      Arrays.fill(bundles, -1);
    }

    Table table() {
      long[] all = Arrays.copyOf(values, size);
      for (int view = 0; view < views.size(); view++) {
        for (int layer = 0; layer < groups.length; layer++) {
          for (int cell = 0; cell < cube.size(); cell++) {
            add(view, layer, cell, all);
          }
        }
      }
      for (int place = 0; place < size; place++) {
        bundles[place] = bundles[place] < 0 ? nextBundle++ : bundles[place];
      }
      return new Table(new TableSpace(lower, upper, relations), all, costs, publication, bundles);
    }

    private void add(int view, int layer, int cell, long[] all) {
      int place = cell(view, layer, cell);
      int bundle = groups[layer] * cube.size() + cell;
      double cost = 1 + Math.log1p(views.get(0).value(0, cell)) / 4 + cube.level(cell) * 0.5;
      if (views.get(view).isAbsent(cell)) {
        upper[place] = 0;
      } else if (!uncertain.get(groups[layer]).get(cell)) {
        // What an agency knows of the others may be known, where it is safe.
        publication[place] = view == 0 ? Publication.OPTIONAL : Publication.ATTACHED;
        bundles[place] = bundle;
        costs[place] = view == 0 ? cost : CHEAP;
      }
      if (bounded.get(groups[layer]).get(cell)) {
        long least = views.get(view).lower(layer, cell);
        long most = views.get(view).upper(layer, cell);
        int distance = nextCell++;
        int over = nextCell++;
        upper[distance] = most - least;
        all[distance] = views.get(view).value(layer, cell) - least;
        lower[over] = -most;
        publication[over] = Publication.ATTACHED;
        bundles[over] = uncertain.size() * cube.size() + bundle;
        costs[over] = view == 0 ? cost * OF_BOUNDS : CHEAP;
        relations.add(
            new Relation(new int[] {place, distance, over}, new long[] {1, -1, -1}, least));
        if (view == 0) {
          excess[layer * cube.size() + cell] = over;
        }
      }
    }
  }
}
