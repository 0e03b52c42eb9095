package se.samsyn.disclosure.protect;

import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.samsyn.disclosure.rule.Requirement;
import se.samsyn.disclosure.table.Publication;
import se.samsyn.disclosure.table.Table;

/**
 * Shows secondary cells again, the dearest and least wanted first, where everything can be met
 * without them.
 */
final class CleanUp {
  /** In a large table no more are tried after so many ways have been sought. */
  private static final int EFFORT = 1000;

  private final Table table;
  private final HiddenCells hidden;
  private final LineCapacity lines;
  private final Prices prices;
  private final RayPool pool;
  private final RaySearch search;
  private final Map<Integer, List<Demand>> demands;

  CleanUp(
      Table table,
      HiddenCells hidden,
      Prices prices,
      RayPool pool,
      RaySearch search,
      Collection<Demand> demands) {
    this.table = table;
    this.hidden = hidden;
    this.lines = new LineCapacity(table);
    this.prices = prices;
    this.pool = pool;
    this.search = search;
    this.demands = demands.stream().collect(Collectors.groupingBy(Demand::cell));
  }

  void run() {
    hidden.cells().stream()
        .filter(this::isSecondary)
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer c) -> -table.cost(c) - prices.ofHiding(c))
                .thenComparing(c -> c))
        .forEach(this::tryToShow);
  }

  private boolean isSecondary(int cell) {
    return hidden.bundle(cell).stream()
        .allMatch(
            member ->
                table.publication(member) != Publication.NEVER && !demands.containsKey(member));
  }

  private void tryToShow(int cell) {
    boolean isTooMuch = Protector.isLarge(table) && search.estimates() >= EFFORT;
    if (!hidden.isHidden(cell) || isTooMuch) {
      return;
    }
    List<Integer> bundle = hidden.bundle(cell);
    if (!bundle.stream().allMatch(member -> isShowable(member, bundle))) {
      return;
    }
    BitSet removed = new BitSet();
    bundle.forEach(member -> removed.or(pool.removeThrough(member)));
    BitSet affected = new BitSet();
    removed.stream()
        .forEach(
            number -> {
              for (int touched : pool.way(number).cells()) {
                affected.set(touched);
              }
            });
    bundle.forEach(affected::clear);
    // Those that lose most first: where one cannot be met the others need not be looked at.
    BitSet beside = beside(bundle);
    List<Demand> open =
        affected.stream()
            .boxed()
            .sorted(Comparator.comparing((Integer c) -> !beside.get(c)).thenComparing(c -> c))
            .flatMap(this::demandsOn)
            .toList();
    if (search.canMeetWithin(open, other -> !bundle.contains(other))) {
      hidden.show(cell);
    } else {
      pool.restore(removed);
    }
  }

  /** The cells that share a relation with one of these. */
  private BitSet beside(List<Integer> bundle) {
    BitSet beside = new BitSet();
    for (int cell : bundle) {
      for (int i = 0; i < table.space().degree(cell); i++) {
        int r = table.space().relationOf(cell, i);
        IntStream.of(table.space().relations().get(r).cells()).forEach(beside::set);
      }
    }
    return beside;
  }

  /** Whether each of its relations by itself would still hide what it must. */
  private boolean isShowable(int cell, List<Integer> bundle) {
    for (int i = 0; i < table.space().degree(cell); i++) {
      int r = table.space().relationOf(cell, i);
      for (int other : table.space().relations().get(r).cells()) {
        if (hidden.isHidden(other)
            && !bundle.contains(other)
            && !demandsOn(other)
                .allMatch(
                    d -> lines.allows(r, d, c -> hidden.isHidden(c) && !bundle.contains(c)))) {
          return false;
        }
      }
    }
    return true;
  }

  private Stream<Demand> demandsOn(int cell) {
    if (demands.containsKey(cell)) {
      return demands.get(cell).stream();
    }
    if (table.publication(cell) != Publication.OPTIONAL) {
      return Stream.of();
    }
    return Stream.of(Demand.of(cell, Requirement.notExact(table.value(cell))));
  }
}
