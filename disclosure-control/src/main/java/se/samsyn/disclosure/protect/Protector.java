package se.samsyn.disclosure.protect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import se.samsyn.disclosure.certificate.Certificate;
import se.samsyn.disclosure.certificate.CertificateVerifier;
import se.samsyn.disclosure.rule.Requirement;
import se.samsyn.disclosure.table.Publication;
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
  private Protector() {}

  /**
   * @param demands for the unsafe cells, which are hidden in any case
   * @return a pattern whose certificate has been verified
   * @throws ProtectionImpossible if cells that must be shown reveal what is demanded to be hidden
   */
  public static Protection protect(Table table, Collection<Demand> demands, Options options) {
    HiddenCells hidden = new HiddenCells(table);
    List<Demand> all = new ArrayList<>(demands);
    all.forEach(demand -> hidden.hide(demand.cell()));
    all.sort(
        Comparator.comparingLong((Demand d) -> table.value(d.cell()))
            .thenComparingInt(Demand::cell));
    RayPool pool = new RayPool(table);
    try (RaySearch search = new RaySearch(table, hidden, pool)) {
      all.forEach(search::meet);
      meetSecondary(table, hidden, search);
      if (options.cleanUp()) {
        new CleanUp(table, hidden, pool, search, all).run();
        meetSecondary(table, hidden, search);
      }
    }
    hidden.notExact().forEach(all::add);
    Certificate certificate = pool.certificate(hidden.cells(), all);
    List<String> faults = CertificateVerifier.faults(table, certificate);
    if (!faults.isEmpty()) {
      throw new IllegalStateException("the pattern is not proven: " + faults.get(0));
    }
    return new Protection(table, hidden.cells(), certificate);
  }

  /** Hiding a cell for one measure hides it for others, where it must not be exact either. */
  private static void meetSecondary(Table table, HiddenCells hidden, RaySearch search) {
    int before;
    do {
      before = hidden.count();
      for (Demand demand : hidden.notExact()) {
        search.meet(demand);
      }
    } while (hidden.count() > before);
  }

  /** The cells hidden so far, by bundle. */
  static final class HiddenCells {
    private final Table table;
    private final BitSet cells = new BitSet();
    private final List<List<Integer>> members = new ArrayList<>();

    HiddenCells(Table table) {
      this.table = table;
      for (int i = 0; i < table.bundleCount(); i++) {
        members.add(new ArrayList<>(1));
      }
      for (int cell = 0; cell < table.size(); cell++) {
        members.get(table.bundle(cell)).add(cell);
        if (table.publication(cell) == Publication.NEVER) {
          cells.set(cell);
        }
      }
    }

    boolean isHidden(int cell) {
      return cells.get(cell);
    }

    /**
     * Hides the cell and its bundle.
     *
     * @throws ProtectionImpossible if one of them must be shown
     */
    void hide(int cell) {
      if (table.publication(cell) == Publication.NEVER) {
        return;
      }
      for (int member : members.get(table.bundle(cell))) {
        if (table.publication(member) == Publication.ALWAYS) {
          throw new ProtectionImpossible("cell " + member + " must be shown and is unsafe");
        }
        cells.set(member);
      }
    }

    void show(int cell) {
      members.get(table.bundle(cell)).forEach(cells::clear);
    }

    List<Integer> bundle(int cell) {
      return members.get(table.bundle(cell));
    }

    int count() {
      return cells.cardinality();
    }

    BitSet cells() {
      return (BitSet) cells.clone();
    }

    /** That no hidden cell which could have been shown is known exactly. */
    List<Demand> notExact() {
      return cells.stream()
          .filter(cell -> table.publication(cell) == Publication.OPTIONAL)
          .mapToObj(cell -> Demand.of(cell, Requirement.notExact(table.value(cell))))
          .toList();
    }
  }
}
