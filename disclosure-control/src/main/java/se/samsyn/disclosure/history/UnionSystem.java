package se.samsyn.disclosure.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import se.samsyn.disclosure.certificate.Attacker;
import se.samsyn.disclosure.protect.Demand;
import se.samsyn.disclosure.protect.ProtectionImpossible;
import se.samsyn.disclosure.rule.Requirement;
import se.samsyn.disclosure.table.Publication;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.Table;
import se.samsyn.disclosure.table.TableSpace;

/**
 * A new table and all releases before it as one system. The new table's cells come first, under
 * their own numbers; cells of one footprint are one cell.
 */
final class UnionSystem {
  private final List<Long> values = new ArrayList<>();
  private final List<Long> lower = new ArrayList<>();
  private final List<Long> upper = new ArrayList<>();
  private final List<Double> costs = new ArrayList<>();
  private final List<Publication> publication = new ArrayList<>();
  private final List<Integer> bundles = new ArrayList<>();
  private final Map<Footprint, Integer> cells = new LinkedHashMap<>();
  private final Map<Footprint, String> knownFrom = new HashMap<>();
  private final Map<Map.Entry<Map<Integer, Long>, Long>, Relation> relations =
      new LinkedHashMap<>();
  private final Set<Demand> demands = new LinkedHashSet<>();
  private final BitSet unknownHelpers = new BitSet();
  private final Optional<FinerGroups> finer;
  private int bundleCount;

  /**
   * @param finer who answers for groups that no release has as a cell; if nobody does, they are
   *     protected by nothing
   */
  UnionSystem(
      History history, Grouping next, List<Demand> nextDemands, Optional<FinerGroups> finer) {
    this.finer = finer;
    Table table = next.table();
    bundleCount = table.bundleCount();
    int[] places = new int[table.size()];
    for (int cell = 0; cell < table.size(); cell++) {
      int cellNumber = cell;
      places[cell] = add(table, cell, table.publication(cell), table.bundle(cell));
      Optional<Footprint> footprint = next.footprints().get(cell);
      Integer same = footprint.map(f -> cells.putIfAbsent(f, cellNumber)).orElse(null);
      if (same != null) {
        // A total with a single part.
        relate(Relation.sum(same, cell));
      }
    }
    addRelations(table, places);
    addDemands(nextDemands, places);
    history.releases().forEach(this::add);
    if (!history.releases().isEmpty()) {
      new Blocks(cells, List.copyOf(relations.values())).relate(this);
      new HelperValues(this, unknownHelpers, List.copyOf(relations.values())).fill();
    }
  }

  /**
   * The system as a table to be protected.
   *
   * @throws ReleasesContradict if the figures of the releases do not fit each other
   */
  Table table() {
    TableSpace space = new TableSpace(array(lower), array(upper), List.copyOf(relations.values()));
    long[] truth = array(values);
    if (!space.contains(truth)) {
      throw new ReleasesContradict(
          "the releases cannot all be true of the same data: their figures do not add up");
    }
    return new Table(
        space,
        truth,
        costs.stream().mapToDouble(c -> c).toArray(),
        publication.toArray(Publication[]::new),
        bundles.stream().mapToInt(b -> b).toArray());
  }

  List<Demand> demands() {
    return List.copyOf(demands);
  }

  long value(int cell) {
    return values.get(cell);
  }

  /** Adds a group of atoms that no release has as a cell. */
  int addHelper(Footprint footprint) {
    int cell = values.size();
    long value = finer.map(groups -> groups.value(footprint)).orElse(0L);
    values.add(value);
    lower.add(0L);
    upper.add(TableSpace.UNBOUNDED);
    costs.add(1.0);
    publication.add(Publication.NEVER);
    bundles.add(bundleCount++);
    cells.put(footprint, cell);
    unknownHelpers.set(cell, finer.isEmpty());
    finer
        .flatMap(groups -> groups.requirement(footprint, value))
        .ifPresent(requirement -> demands.add(Demand.of(cell, requirement)));
    return cell;
  }

  void setHelper(int cell, long value) {
    values.set(cell, value);
  }

  /** Adds a relation, unless it is there already. */
  void relate(Relation relation) {
    Map<Integer, Long> terms = new TreeMap<>();
    for (int i = 0; i < relation.cells().length; i++) {
      terms.put(relation.cells()[i], relation.coefficients()[i]);
    }
    relations.putIfAbsent(Map.entry(terms, relation.constant()), relation);
  }

  private void add(Release release) {
    Table table = release.grouping().table();
    int[] places = new int[table.size()];
    BitSet hidden = release.hidden();
    for (int cell = 0; cell < table.size(); cell++) {
      Optional<Footprint> footprint = release.grouping().footprints().get(cell);
      Integer same = footprint.map(cells::get).orElse(null);
      if (same == null) {
        Publication fate = hidden.get(cell) ? Publication.NEVER : Publication.ALWAYS;
        places[cell] = add(table, cell, fate, bundleCount++);
        footprint.ifPresent(f -> cells.put(f, values.size() - 1));
      } else {
        places[cell] = same;
        merge(release, cell, same, hidden.get(cell));
      }
      footprint.ifPresent(f -> knownFrom.putIfAbsent(f, release.id()));
      // What only protected others is a secret too: together with it they could be computed.
      if (hidden.get(cell)
          && footprint.isPresent()
          && table.publication(cell) == Publication.OPTIONAL) {
        demands.add(Demand.of(places[cell], Requirement.notExact(table.value(cell))));
      }
    }
    addRelations(table, places);
    addDemands(release.demands(), places);
  }

  private void merge(Release release, int cell, int same, boolean hidden) {
    Table table = release.grouping().table();
    if (table.value(cell) != values.get(same)) {
      Footprint footprint = release.grouping().footprints().get(cell).orElseThrow();
      String other = knownFrom.getOrDefault(footprint, "the new table");
      throw new ReleasesContradict(
          "release "
              + release.id()
              + " and "
              + other
              + " have different figures for the same cell; a revision must not be released beside"
              + " what it revises");
    }
    lower.set(same, Math.max(lower.get(same), table.space().lower(cell)));
    upper.set(same, Math.min(upper.get(same), table.space().upper(cell)));
    if (hidden && publication.get(same) == Publication.ALWAYS) {
      // Shown once is shown for ever, if by another release; the new table cannot insist on it.
      if (!knownFrom.containsKey(release.grouping().footprints().get(cell).orElseThrow())) {
        throw new ProtectionImpossible(
            "cell "
                + same
                + " must be shown in the new table, but release "
                + release.id()
                + " has hidden it");
      }
    } else if (!hidden && publication.get(same) != Publication.ALWAYS) {
      publication.set(same, Publication.ALWAYS);
      // What it was to be shown with in the new table may be hidden for all that.
      bundles.set(same, bundleCount++);
    }
  }

  private int add(Table table, int cell, Publication fate, int bundle) {
    values.add(table.value(cell));
    lower.add(table.space().lower(cell));
    upper.add(table.space().upper(cell));
    costs.add(table.cost(cell));
    publication.add(fate);
    bundles.add(bundle);
    return values.size() - 1;
  }

  private void addRelations(Table table, int[] places) {
    for (Relation relation : table.space().relations()) {
      // A total and its single part are one cell here, and the relation says nothing.
      int[] mapped = Arrays.stream(relation.cells()).map(cell -> places[cell]).toArray();
      if (Arrays.stream(mapped).distinct().count() == mapped.length) {
        relate(new Relation(mapped, relation.coefficients(), relation.constant()));
      }
    }
  }

  private void addDemands(List<Demand> some, int[] places) {
    for (Demand demand : some) {
      Attacker attacker =
          new Attacker(demand.attacker().knows().stream().map(cell -> places[cell]).toList());
      demands.add(new Demand(places[demand.cell()], attacker, demand.requirement()));
    }
  }

  private static long[] array(List<Long> numbers) {
    return numbers.stream().mapToLong(n -> n).toArray();
  }
}
