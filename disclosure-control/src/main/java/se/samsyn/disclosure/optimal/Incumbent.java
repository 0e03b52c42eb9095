package se.samsyn.disclosure.optimal;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import se.samsyn.disclosure.protect.Demand;
import se.samsyn.disclosure.protect.Options;
import se.samsyn.disclosure.protect.Protection;
import se.samsyn.disclosure.protect.ProtectionImpossible;
import se.samsyn.disclosure.protect.Protector;
import se.samsyn.disclosure.table.Publication;
import se.samsyn.disclosure.table.Table;

/** The cheapest safe pattern so far. */
final class Incumbent {
  private static final double NEARLY_FREE = 0.01;

  private final Table table;
  private final List<Demand> demands;
  private final Choices choices;
  private Optional<Protection> best = Optional.empty();
  private double cost = Double.POSITIVE_INFINITY;

  Incumbent(Table table, Collection<Demand> demands, Choices choices) {
    this.table = table;
    this.demands = List.copyOf(demands);
    this.choices = choices;
  }

  /** Infinite if there is none yet. */
  double cost() {
    return cost;
  }

  Optional<Protection> best() {
    return best;
  }

  void offer(Protection protection) {
    double offered = choices.cost(protection.hidden());
    if (offered < cost) {
      cost = offered;
      best = Optional.of(new Protection(table, protection.hidden(), protection.certificate()));
    }
  }

  /**
   * Tries the heuristic.
   *
   * @param x what it shall prefer to hide: per choice between 0 and 1
   */
  Optional<Protection> guided(double[] x) {
    double[] costs = new double[table.size()];
    Publication[] publication = new Publication[table.size()];
    int[] bundles = new int[table.size()];
    for (int cell = 0; cell < costs.length; cell++) {
      int choice = choices.of(cell);
      double part = choice < 0 ? 1 : Math.max(NEARLY_FREE, 1 - x[choice]);
      costs[cell] = table.cost(cell) * part;
      publication[cell] = table.publication(cell);
      bundles[cell] = table.bundle(cell);
    }
    return tried(new Table(table.space(), table.values(), costs, publication, bundles));
  }

  /** Looks for a safe pattern that hides nothing else than these choices. */
  Optional<Protection> within(BitSet chosen) {
    double[] costs = new double[table.size()];
    Publication[] publication = new Publication[table.size()];
    int[] bundles = new int[table.size()];
    for (int cell = 0; cell < costs.length; cell++) {
      int choice = choices.of(cell);
      costs[cell] = table.cost(cell);
      publication[cell] =
          choice >= 0 && !chosen.get(choice) ? Publication.ALWAYS : table.publication(cell);
      bundles[cell] = table.bundle(cell);
    }
    return tried(new Table(table.space(), table.values(), costs, publication, bundles));
  }

  private Optional<Protection> tried(Table variant) {
    try {
      Protection protection = Protector.protect(variant, demands, Options.standard());
      offer(protection);
      return Optional.of(protection);
    } catch (ProtectionImpossible e) {
      return Optional.empty();
    }
  }
}
