package se.samsyn.disclosure.protect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import se.samsyn.disclosure.certificate.CertificateVerifier;
import se.samsyn.disclosure.solve.SideBySide;
import se.samsyn.disclosure.table.Table;

/**
 * Interval protection: hides cells until no attacker, with linear or integer programs over all
 * relations, gets inside what is demanded for any unsafe cell, and no hidden cell is left with a
 * single possible value.
 *
 * <p>Per demand that is not met yet, the cheapest deviation of the table that meets it is sought
 * with a linear program (Fischetti and Salazar-Gonzalez 1999 use the same subproblem), and the
 * cells that it changes are hidden. Deviations are kept as whole-number rays and tried first for
 * later demands.
 */
public final class Protector {
  /**
   * Tables of so many cells are protected by each guide and without one; the cheapest pattern is
   * taken.
   */
  private static final int SMALL = 500;

  private static final int LARGE = 3000;

  private Protector() {}

  /**
   * @param demands for the unsafe cells, which are hidden in any case
   * @return a pattern whose certificate has been verified
   * @throws ProtectionImpossible if cells that must be shown reveal what is demanded to be hidden
   */
  public static Protection protect(Table table, Collection<Demand> demands, Options options) {
    List<double[]> guides = new ArrayList<>();
    if (table.size() <= SMALL) {
      guides.addAll(LinePattern.several(table, demands));
      guides.add(new double[0]);
    } else {
      guides.add(LinePattern.of(table, demands));
    }
    Protection best = null;
    List<Callable<Protection>> attempts = new ArrayList<>();
    guides.forEach(guide -> attempts.add(() -> attempt(table, demands, options, guide)));
    for (Protection protection : SideBySide.run(attempts, options.threads())) {
      if (best == null || cost(protection) < cost(best)) {
        best = protection;
      }
    }
    List<String> faults = CertificateVerifier.faults(table, best.certificate());
    if (!faults.isEmpty()) {
      throw new IllegalStateException("the pattern is not proven: " + faults.get(0));
    }
    return best;
  }

  /** Whether what is done is bounded, at the price of a few more hidden cells. */
  static boolean isLarge(Table table) {
    return table.size() > LARGE;
  }

  private static Protection attempt(
      Table table, Collection<Demand> demands, Options options, double[] wanted) {
    HiddenCells hidden = new HiddenCells(table);
    List<Demand> all = new ArrayList<>(demands);
    all.forEach(demand -> hidden.hide(demand.cell()));
    all.sort(
        Comparator.comparingLong((Demand d) -> table.value(d.cell()))
            .thenComparingInt(Demand::cell));
    Prices prices = new Prices(table, hidden, wanted);
    RayPool pool = new RayPool(table);
    RaySearch search = new RaySearch(table, hidden, prices, pool, options.threads());
    search.meet(all);
    meetSecondary(table, hidden, search);
    if (options.cleanUp()) {
      new CleanUp(table, hidden, prices, pool, search, all).run();
      // Of what was sketched some cannot be had in whole numbers: then more is hidden again.
      search.meet(all);
      meetSecondary(table, hidden, search);
    }
    all.addAll(hidden.notExact());
    return new Protection(table, hidden.cells(), pool.certificate(hidden.cells(), all));
  }

  private static double cost(Protection protection) {
    return protection.hidden().stream().mapToDouble(protection.table()::cost).sum();
  }

  /** Hiding a cell for one measure hides it for others, where it must not be exact either. */
  private static void meetSecondary(Table table, HiddenCells hidden, RaySearch search) {
    int before;
    do {
      before = hidden.count();
      search.meet(hidden.notExact());
    } while (hidden.count() > before);
  }
}
