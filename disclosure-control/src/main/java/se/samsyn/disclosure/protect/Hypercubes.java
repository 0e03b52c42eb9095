package se.samsyn.disclosure.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import se.samsyn.disclosure.protect.DeviationProgram.Goal;
import se.samsyn.disclosure.table.Table;
import se.samsyn.disclosure.table.TableSpace;

/**
 * Rays that are products of swaps: along each axis one place rises and another falls, with the
 * totals of both up to where they meet; a cell changes by the product of what its places do. In a
 * table without levels these are the corners of a hypercube (Repsilber 1994; Giessing and Repsilber
 * 2002, Tools and strategies to protect multiple tables with the GHQUAR cell suppression engine).
 *
 * <p>A cheap one is found by choosing the swap of one axis after the other, the others' fixed. That
 * takes thousands of steps where a linear program over a table of many dimensions takes millions,
 * but not every ray is of this kind, and the cheapest seldom is.
 */
final class Hypercubes {
  /** The cost of what cannot change. */
  private static final double BLOCKED = 1e30;

  private static final int SWEEPS = 6;

  private final Table table;
  private final Axes axes;

  Hypercubes(Table table, Axes axes) {
    this.table = table;
    this.axes = axes;
  }

  /** A cheap product, if one was found: the best of several local optima. */
  Optional<Ray> cheapest(Goal goal, IntPredicate allowed, IntToDoubleFunction price) {
    Step step = new Step(goal, allowed, price);
    Swap[] best = null;
    double least = BLOCKED;
    for (int first = 0; first < axes.count(); first++) {
      Swap[] swaps = new Swap[axes.count()];
      double cost = descend(swaps, first, step);
      if (cost < least) {
        least = cost;
        best = swaps;
      }
    }
    return best == null ? Optional.empty() : ray(best, goal);
  }

  /** Chooses the swaps, from the given axis on, until none can be bettered by itself. */
  private double descend(Swap[] swaps, int first, Step step) {
    for (int a = 0; a < swaps.length; a++) {
      swaps[a] = Swap.still(axes.place(a, step.goal.cell()));
    }
    double cost = Double.MAX_VALUE;
    double before = Double.POSITIVE_INFINITY;
    for (int sweep = 0; sweep < SWEEPS && cost < before; sweep++) {
      before = sweep == 0 ? Double.POSITIVE_INFINITY : cost;
      for (int i = 0; i < swaps.length; i++) {
        int a = (first + i) % swaps.length;
        swaps[a] =
            Swap.cheapest(axes.axis(a), axes.place(a, step.goal.cell()), costs(a, swaps, step));
        cost = swaps[a].cost();
      }
    }
    return cost;
  }

  /** Cells, by {@link Axes#cellAt} index, that swaps change together, and how. */
  private record Product(int[] index, boolean[] rises) {
    Product times(Swap swap, int stride) {
      int[] places = swap.places();
      int[] next = new int[index.length * places.length];
      boolean[] nextRises = new boolean[next.length];
      for (int i = 0; i < next.length; i++) {
        int j = i % places.length;
        next[i] = index[i / places.length] + stride * places[j];
        nextRises[i] = rises[i / places.length] == swap.rises()[j];
      }
      return new Product(next, nextRises);
    }
  }

  /** Of all axes but one. */
  private Product product(Swap[] swaps, Goal goal, int except) {
    Product product = new Product(new int[1], new boolean[] {goal.up()});
    for (int a = 0; a < swaps.length; a++) {
      product = a == except ? product : product.times(swaps[a], axes.stride(a));
    }
    return product;
  }

  private Swap.Costs costs(int axis, Swap[] swaps, Step step) {
    Product others = product(swaps, step.goal, axis);
    int size = axes.axis(axis).size();
    double[] rise = new double[size];
    double[] fall = new double[size];
    for (int place = 0; place < size; place++) {
      for (int i = 0; i < others.index.length; i++) {
        int cell = axes.cellAt(others.index[i] + axes.stride(axis) * place);
        double up = step.cost(cell, true);
        double down = step.cost(cell, false);
        rise[place] += others.rises[i] ? up : down;
        fall[place] += others.rises[i] ? down : up;
      }
    }
    return new Swap.Costs(rise, fall);
  }

  /** What is sought. */
  private final class Step {
    private final Goal goal;
    private final IntPredicate allowed;
    private final IntToDoubleFunction price;

    Step(Goal goal, IntPredicate allowed, IntToDoubleFunction price) {
      this.goal = goal;
      this.allowed = allowed;
      this.price = price;
    }

    /** That a cell changes by the goal's amount. */
    double cost(int cell, boolean up) {
      if (cell < 0 || !hasRoom(cell, up)) {
        return BLOCKED;
      }
      if (cell == goal.cell()) {
        return up == goal.up() ? 0 : BLOCKED;
      }
      return allowed.test(cell) ? price.applyAsDouble(cell) : BLOCKED;
    }

    private boolean hasRoom(int cell, boolean up) {
      TableSpace space = table.space();
      long value = table.value(cell);
      return up
          ? space.upper(cell) == TableSpace.UNBOUNDED || space.upper(cell) - value >= goal.amount()
          : value - space.lower(cell) >= goal.amount();
    }
  }

  private Optional<Ray> ray(Swap[] swaps, Goal goal) {
    Product product = product(swaps, goal, -1);
    int[] order =
        IntStream.range(0, product.index.length)
            .boxed()
            .sorted(Comparator.comparingInt(i -> axes.cellAt(product.index[i])))
            .mapToInt(i -> i)
            .toArray();
    return Ray.verified(
        table,
        IntStream.of(order).map(i -> axes.cellAt(product.index[i])).toArray(),
        IntStream.of(order).mapToLong(i -> product.rises[i] ? 1 : -1).toArray());
  }

  /**
   * The cells of a product of places: those that a ray goes through, and on each axis in turn the
   * next cheapest place that can move with them.
   *
   * @param most about how many cells
   * @return ascending
   */
  int[] box(Ray ray, int most, IntToDoubleFunction price) {
    List<BitSet> places = new ArrayList<>();
    List<int[]> byCost = new ArrayList<>();
    for (int a = 0; a < axes.count(); a++) {
      BitSet some = new BitSet();
      for (int cell : ray.cells()) {
        some.set(axes.place(a, cell));
      }
      places.add(some);
      byCost.add(placesByCost(a, ray, price));
    }
    boolean grows = true;
    while (grows) {
      grows = false;
      for (int a = 0; a < places.size(); a++) {
        grows |= grow(places, a, byCost.get(a), most);
      }
    }
    return cells(places);
  }

  private boolean grow(List<BitSet> places, int a, int[] byCost, int most) {
    long size = places.stream().mapToLong(BitSet::cardinality).reduce(1, (x, y) -> x * y);
    BitSet some = places.get(a);
    if (size / some.cardinality() * (some.cardinality() + 1) <= most) {
      for (int place : byCost) {
        if (!some.get(place) && axes.axis(a).canMoveWith(place, some)) {
          some.set(place);
          return true;
        }
      }
    }
    return false;
  }

  /** What the cells beside a ray's cost, seen along an axis. */
  private int[] placesByCost(int axis, Ray ray, IntToDoubleFunction price) {
    double[] cost = new double[axes.axis(axis).size()];
    for (int cell : ray.cells()) {
      int line = axes.index(cell) - axes.stride(axis) * axes.place(axis, cell);
      for (int place = 0; place < cost.length; place++) {
        int beside = axes.cellAt(line + axes.stride(axis) * place);
        cost[place] += beside < 0 ? BLOCKED : price.applyAsDouble(beside);
      }
    }
    return IntStream.range(0, cost.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer p) -> cost[p]).thenComparing(p -> p))
        .mapToInt(p -> p)
        .toArray();
  }

  private int[] cells(List<BitSet> places) {
    int[] index = {0};
    for (int a = 0; a < places.size(); a++) {
      int stride = axes.stride(a);
      BitSet some = places.get(a);
      index = Arrays.stream(index).flatMap(i -> some.stream().map(p -> i + stride * p)).toArray();
    }
    return Arrays.stream(index).map(axes::cellAt).filter(cell -> cell >= 0).sorted().toArray();
  }
}
