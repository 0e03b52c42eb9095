package se.samsyn.disclosure.history;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import se.samsyn.disclosure.audit.Audit;
import se.samsyn.disclosure.audit.FeasibilityInterval;
import se.samsyn.disclosure.protect.Demand;
import se.samsyn.disclosure.protect.Options;
import se.samsyn.disclosure.protect.Protection;
import se.samsyn.disclosure.protect.ProtectionImpossible;
import se.samsyn.disclosure.protect.Protector;
import se.samsyn.disclosure.table.Table;

/**
 * A new table together with all releases before it: earlier published cells are public, earlier
 * hidden ones stay hidden and what was demanded for them is demanded still.
 *
 * <p>The releases must be of the same data. Atoms are taken to be non-negative.
 */
public final class ReleaseUnion {
  private final History history;
  private final Grouping next;
  private final List<Demand> nextDemands;
  private final Optional<FinerGroups> finer;
  private final Table table;
  private final List<Demand> demands;

  private ReleaseUnion(
      History history, Grouping next, List<Demand> nextDemands, Optional<FinerGroups> finer) {
    this.finer = finer;
    this.history = history;
    this.next = next;
    this.nextDemands = nextDemands;
    UnionSystem system = new UnionSystem(history, next, nextDemands, finer);
    this.table = system.table();
    this.demands = system.demands();
  }

  /**
   * For who does not have the data: cells of releases are protected, but not the groups that come
   * out when their groupings cut each other.
   *
   * @param demands for the unsafe cells of the new table
   * @throws ReleasesContradict if releases and new table cannot all be true of the same data
   * @throws ProtectionImpossible if the new table must show what a release has hidden
   */
  public static ReleaseUnion of(History history, Grouping next, Collection<Demand> demands) {
    return new ReleaseUnion(history, next, List.copyOf(demands), Optional.empty());
  }

  /**
   * For who has the data: groups that come out when groupings cut each other are protected as well.
   *
   * @param demands for the unsafe cells of the new table
   * @throws ReleasesContradict if releases and new table cannot all be true of the same data
   * @throws ProtectionImpossible if the new table must show what a release has hidden
   */
  public static ReleaseUnion of(
      History history, Grouping next, Collection<Demand> demands, FinerGroups finer) {
    return new ReleaseUnion(history, next, List.copyOf(demands), Optional.of(finer));
  }

  /** All as one table, the cells of the new one first; any method of protection may be used. */
  public Table table() {
    return table;
  }

  /** The demands of the new table and of all releases, on {@link #table()}. */
  public List<Demand> demands() {
    return demands;
  }

  /**
   * Hides cells of the new table until the union is safe.
   *
   * @return the pattern of {@link #table()}; cells that were published earlier are not hidden
   * @throws ProtectionImpossible if the new table cannot be protected even by hiding all of it; the
   *     message names the releases that stand in the way
   */
  public Protection protect(Options options) {
    try {
      return Protector.protect(table, demands, options);
    } catch (ProtectionImpossible e) {
      throw new ProtectionImpossible(
          "the new table cannot be protected beside what was released before: "
              + culprits(options)
              + " ("
              + e.getMessage()
              + ")");
    }
  }

  /** What the union of a protected table and all releases says of each cell of the union. */
  public FeasibilityInterval[] audit(Protection protection) {
    return Audit.intervals(table.space(), table.values(), protection.hidden());
  }

  /** The new table as a release, to be remembered from now on. */
  public Release released(String id, Protection protection) {
    var hidden = protection.hidden();
    hidden.clear(next.table().size(), table.size());
    return new Release(id, next, hidden, nextDemands);
  }

  private String culprits(Options options) {
    List<Release> alone =
        history.releases().stream()
            .filter(release -> isPossible(history.without(release), options))
            .toList();
    if (!alone.isEmpty()) {
      return "release " + names(alone) + " gives away what it would have to hide";
    }
    if (!isPossible(History.NONE, options)) {
      return "it could not be protected by itself either";
    }
    return "releases "
        + names(history.releases())
        + " together give away what it would have to hide";
  }

  private boolean isPossible(History some, Options options) {
    try {
      UnionSystem system = new UnionSystem(some, next, nextDemands, finer);
      Protector.protect(system.table(), system.demands(), options);
      return true;
    } catch (ProtectionImpossible e) {
      return false;
    }
  }

  private static String names(List<Release> releases) {
    return releases.stream().map(Release::id).collect(Collectors.joining(", "));
  }
}
