package se.samsyn.agent.approval;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import se.samsyn.agent.approval.ManyTables.Asked;
import se.samsyn.agent.approval.ManyTables.Child;
import se.samsyn.agent.approval.ManyTables.Visit;
import se.samsyn.agent.protect.SentTable;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.table.Cell;
import se.samsyn.schemas.table.CellSpace;

/**
 * Somebody who puts an agency's tables together with a program in whole numbers. Every child that
 * there can be (place, sex, month of birth, records) is written down; those that the tables count
 * alike are one unknown number. Asked is for the few in a cell, in one cell and not in another, and
 * in both. Nothing of the agent's protection takes part, nor of how it compares tables.
 */
final class TablesOnlooker {
  private static final int K = ManyTables.K;
  private static final Set<Integer> EVER = Set.of(0, 1);
  private static final long MOST = 200;
  private static final long MOST_MINUTES = 100_000;

  private final List<Asked> asked;
  private final List<SentTable> tables;
  private final boolean changed;
  private final List<Spot> spots = new ArrayList<>();
  private final List<Child> possible;
  private final Set<BitSet> kinds = new LinkedHashSet<>();

  /** A cell of a table. */
  private record Spot(int table, int cell) {}

  /** Bounds of a number; empty ones if nothing can be true. */
  private record Bounds(long least, long most) {
    boolean isNarrow(long truth) {
      if (truth < least || truth > most) {
        throw new AssertionError("the onlooker's program excludes what is true");
      }
      return most < K || most - least < 2;
    }
  }

  static {
    Loader.loadNativeLibraries();
  }

  private TablesOnlooker(List<Asked> asked, List<SentTable> tables, boolean changed) {
    this.asked = asked;
    this.tables = tables;
    this.changed = changed;
    for (int t = 0; t < tables.size(); t++) {
      for (int c = 0; c < CellSpace.of(tables.get(t).counted().definition()).size(); c++) {
        spots.add(new Spot(t, c));
      }
    }
    possible = possible();
    for (Child child : possible) {
      versions().forEach(v -> kinds.add(countedIn(child, v)));
    }
    kinds.remove(new BitSet());
  }

  /** Somebody who knows that the records are the same in all tables, or takes it so. */
  static TablesOnlooker ofSameRecords(List<Asked> asked, List<SentTable> tables) {
    return new TablesOnlooker(asked, tables, false);
  }

  /** Somebody to whom children may have come and gone before the last table. */
  static TablesOnlooker ofChangedRecords(List<Asked> asked, List<SentTable> tables) {
    return new TablesOnlooker(asked, tables, true);
  }

  /**
   * What is found of the few, in words.
   *
   * @param before the records at all sendings but the last
   * @param last the records at the last sending
   */
  Optional<String> found(List<Child> before, List<Child> last) {
    Program all = new Program(0, tables.size());
    if (!changed && !before.equals(last)) {
      return all.isPossible() ? smallGroupsThatAreNone(all) : Optional.empty();
    }
    return groups(all, before, last)
        .or(() -> asked.get(0).sums() ? amounts(all, before) : Optional.empty())
        .or(() -> changed ? changes(all, before, last) : Optional.empty());
  }

  /** Those in a cell and, or but not, in another. */
  private Set<Set<BitSet>> groups() {
    Set<Set<BitSet>> groups = new LinkedHashSet<>();
    for (int a = 0; a < spots.size(); a++) {
      for (int b = 0; b < spots.size(); b++) {
        Set<BitSet> both = new LinkedHashSet<>();
        Set<BitSet> rest = new LinkedHashSet<>();
        for (BitSet kind : kinds) {
          if (kind.get(a)) {
            (kind.get(b) ? both : rest).add(kind);
          }
        }
        groups.add(rest);
        if (isDivided(spots.get(a), spots.get(b))) {
          groups.add(both);
        }
      }
    }
    return groups;
  }

  /**
   * Whether the two tables divide the same children. Who has records in two periods, or of two
   * sorts, is protected as a part of each and not as those who have both: one table of classes of
   * which a child may have several tells as much.
   */
  private boolean isDivided(Spot a, Spot b) {
    Asked one = asked.get(a.table());
    Asked other = asked.get(b.table());
    return one.period().equals(other.period()) && !one.bySort() && !other.bySort();
  }

  private Optional<String> groups(Program all, List<Child> before, List<Child> last) {
    Map<BitSet, Long> truth = truth(before, last);
    for (Set<BitSet> group : groups()) {
      long persons = sum(group, truth);
      if (isFew(persons) && all.count(group).isNarrow(persons) && !byOneTable(group, persons)) {
        return Optional.of(
            "%d children of kinds %s in %s".formatted(persons, group, all.count(group)));
      }
    }
    return Optional.empty();
  }

  /** Records were changed, and who takes it that they were not believes to know of a few. */
  private Optional<String> smallGroupsThatAreNone(Program all) {
    for (Set<BitSet> group : groups()) {
      Bounds bounds = all.count(group);
      if (bounds.least() >= 1 && bounds.most() < K && !byOneTable(group, bounds.least())) {
        return Optional.of(group.size() + " kinds of children, it seems " + bounds.least());
      }
    }
    return Optional.empty();
  }

  /** What a few have together, to within half of it. */
  private Optional<String> amounts(Program all, List<Child> children) {
    Map<BitSet, Long> truth = truth(children, children);
    Map<BitSet, Long> minutes = new HashMap<>();
    for (Child child : children) {
      minutes.merge(countedIn(child, EVER), minutes(child), Long::sum);
    }
    for (Set<BitSet> group : groups()) {
      long amount = sum(group, minutes);
      if (isFew(sum(group, truth)) && amount > 0) {
        Bounds bounds = all.minutes(group);
        if (bounds.most() - bounds.least() < Math.max(2, amount / 2.0)) {
          return Optional.of("what " + sum(group, truth) + " children have");
        }
      }
    }
    return Optional.empty();
  }

  /** By how few a cell changed that tables of both times have. */
  private Optional<String> changes(Program all, List<Child> before, List<Child> last) {
    for (int then = 0; then < spots.size(); then++) {
      for (int now = 0; now < spots.size(); now++) {
        Spot cell = spots.get(now);
        if (timeOf(spots.get(then)) == 0 && timeOf(cell) == 1 && isSame(spots.get(then), cell)) {
          long change =
              last.stream().filter(c -> contains(c, cell)).count()
                  - before.stream().filter(c -> contains(c, cell)).count();
          Bounds bounds = all.difference(now, then);
          boolean open = change > 0 ? bounds.most() >= K : bounds.least() <= -K;
          if (isFew(Math.abs(change)) && (!open || bounds.most() - bounds.least() < 2)) {
            return Optional.of("a change of " + change);
          }
        }
      }
    }
    return Optional.empty();
  }

  private boolean isSame(Spot one, Spot two) {
    return possible.stream().allMatch(child -> contains(child, one) == contains(child, two));
  }

  /** Whether one of the tables tells it by itself. */
  private boolean byOneTable(Set<BitSet> group, long persons) {
    return IntStream.range(0, tables.size())
        .anyMatch(t -> new Program(t, t + 1).count(group).isNarrow(persons));
  }

  private Map<BitSet, Long> truth(List<Child> before, List<Child> last) {
    Map<BitSet, Long> truth = new HashMap<>();
    Set<Child> all = new LinkedHashSet<>(before);
    all.addAll(last);
    for (Child child : all) {
      Set<Integer> times = new HashSet<>();
      if (before.contains(child)) {
        times.add(0);
      }
      if (last.contains(child)) {
        times.add(1);
      }
      truth.merge(countedIn(child, times), 1L, Long::sum);
    }
    return truth;
  }

  private static long sum(Set<BitSet> group, Map<BitSet, Long> numbers) {
    return group.stream().mapToLong(kind -> numbers.getOrDefault(kind, 0L)).sum();
  }

  private static boolean isFew(long persons) {
    return persons > 0 && persons < K;
  }

  /** The minutes stand in the first record. */
  private long minutes(Child child) {
    Period period = tables.get(0).counted().period();
    return period.contains(child.visits().iterator().next().day()) ? child.minutes() : 0;
  }

  /** At which times a child may be among the records: 0 before the last table, 1 at it. */
  private List<Set<Integer>> versions() {
    return changed ? List.of(Set.of(0), Set.of(1), EVER) : List.of(EVER);
  }

  private int timeOf(Spot spot) {
    return changed && spot.table() == tables.size() - 1 ? 1 : 0;
  }

  private BitSet countedIn(Child child, Set<Integer> times) {
    BitSet counted = new BitSet();
    for (int s = 0; s < spots.size(); s++) {
      if (times.contains(timeOf(spots.get(s))) && contains(child, spots.get(s))) {
        counted.set(s);
      }
    }
    return counted;
  }

  /** What the definition says, of a child whose classes never change. */
  private boolean contains(Child child, Spot spot) {
    Asked table = asked.get(spot.table());
    Period period = tables.get(spot.table()).counted().period();
    List<Visit> counted =
        child.visits().stream()
            .filter(v -> period.contains(v.day()))
            .filter(v -> isAmong(v.sort(), table.codes("sort")))
            .filter(v -> isAmong(child.sex(), table.codes("sex")))
            .toList();
    if (counted.isEmpty()) {
      return false;
    }
    List<String> codes =
        CellSpace.of(tables.get(spot.table()).counted().definition()).coordinates(spot.cell());
    long age = ChronoUnit.YEARS.between(child.born(), period.start());
    if (table.byAge() && (age < 7 || age > 16)) {
      return false;
    }
    for (int d = 0; d < codes.size(); d++) {
      String code = codes.get(d);
      boolean in =
          code.equals("_T")
              || switch (table.dimensionNames().get(d)) {
                case "place" -> code.equals(child.place());
                case "sex" -> code.equals(child.sex());
                case "sort" -> counted.stream().anyMatch(v -> v.sort().equals(code));
                case "age" -> code.equals(age < 10 ? "a1" : age < 13 ? "a2" : "a3");
                case "other-age" -> code.equals(age < 9 ? "a1" : age < 13 ? "a2" : "a3");
                default -> throw new IllegalArgumentException(table.dimensions());
              };
      if (!in) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAmong(String code, Set<String> codes) {
    return codes.isEmpty() || codes.contains(code);
  }

  /** All children that there can be, as far as tables can tell. */
  private List<Child> possible() {
    List<Child> possible = new ArrayList<>();
    List<Visit> visits = new ArrayList<>();
    for (LocalDate day : ManyTables.DAYS) {
      for (String sort : ManyTables.SORTS) {
        visits.add(new Visit(day, sort));
      }
    }
    boolean bySort = asked.stream().anyMatch(Asked::bySort);
    boolean byAge = asked.stream().anyMatch(Asked::byAge);
    for (int subset = 1; subset < 1 << visits.size(); subset++) {
      Set<Visit> mine = new LinkedHashSet<>();
      for (int v = 0; v < visits.size(); v++) {
        if ((subset >> v & 1) == 1) {
          mine.add(visits.get(v));
        }
      }
      // Where no table tells sorts apart, a child with one sort stands for all.
      if (bySort || mine.stream().allMatch(v -> v.sort().equals("s0"))) {
        for (String place : ManyTables.PLACES) {
          for (String sex : ManyTables.SEXES) {
            for (int month = 0; month < (byAge ? ManyTables.MONTHS : 1); month++) {
              possible.add(
                  new Child(
                      "",
                      place,
                      sex,
                      byAge
                          ? ManyTables.FIRST_BIRTH.plusMonths(month)
                          : ManyTables.FIRST_BIRTH.plusYears(5),
                      mine,
                      0));
            }
          }
        }
      }
    }
    return possible;
  }

  /** The numbers of children of each kind, and their minutes, beside some of the tables. */
  private final class Program {
    // Amounts are large: to whoever asks for them, half a minute is as good as a whole one.
    private final MPSolver solver = MPSolver.createSolver(asked.get(0).sums() ? "SCIP" : "SAT");
    private final Map<BitSet, MPVariable> counts = new LinkedHashMap<>();
    private final Map<BitSet, MPVariable> sums = new LinkedHashMap<>();

    /** With the tables from one to before another. */
    Program(int from, int to) {
      solver.setTimeLimit(120_000);
      for (BitSet kind : kinds) {
        counts.put(kind, solver.makeIntVar(0, MOST, "n"));
        if (asked.get(0).sums()) {
          sums.put(kind, solver.makeNumVar(0, MOST_MINUTES, "m"));
          // Nobody has no minutes.
          MPConstraint some = solver.makeConstraint(-MPSolver.infinity(), 0);
          some.setCoefficient(sums.get(kind), 1);
          some.setCoefficient(counts.get(kind), -MOST_MINUTES);
        }
      }
      for (int s = 0; s < spots.size(); s++) {
        if (spots.get(s).table() >= from && spots.get(s).table() < to) {
          tell(s, "children", counts);
          if (asked.get(0).sums()) {
            tell(s, "minutes", sums);
          }
        }
      }
    }

    private void tell(int spot, String measure, Map<BitSet, MPVariable> numbers) {
      Cell cell =
          tables
              .get(spots.get(spot).table())
              .table()
              .cells()
              .get(new MeasureId(measure))
              .get(spots.get(spot).cell());
      if (cell instanceof Cell.Value value) {
        MPConstraint told = solver.makeConstraint(value.value(), value.value());
        numbers.forEach((kind, number) -> told.setCoefficient(number, kind.get(spot) ? 1 : 0));
      }
    }

    boolean isPossible() {
      solver.objective().clear();
      return optimum().isPresent();
    }

    Bounds count(Set<BitSet> group) {
      return bounds(counts, kind -> group.contains(kind) ? 1 : 0);
    }

    Bounds minutes(Set<BitSet> group) {
      return bounds(sums, kind -> group.contains(kind) ? 1 : 0);
    }

    /** By how much one cell is above another. */
    Bounds difference(int cell, int other) {
      return bounds(counts, kind -> (kind.get(cell) ? 1 : 0) - (kind.get(other) ? 1 : 0));
    }

    private Bounds bounds(Map<BitSet, MPVariable> numbers, ToLongFunction<BitSet> factor) {
      solver.objective().clear();
      numbers.forEach(
          (kind, number) -> solver.objective().setCoefficient(number, factor.applyAsLong(kind)));
      solver.objective().setMinimization();
      long least = optimum().orElseThrow();
      solver.objective().setMaximization();
      return new Bounds(least, optimum().orElseThrow());
    }

    private Optional<Long> optimum() {
      MPSolver.ResultStatus status = solver.solve();
      if (status == MPSolver.ResultStatus.INFEASIBLE) {
        return Optional.empty();
      }
      if (status != MPSolver.ResultStatus.OPTIMAL) {
        throw new AssertionError("the attack's program did not end: " + status);
      }
      return Optional.of(Math.round(solver.objective().value()));
    }
  }
}
