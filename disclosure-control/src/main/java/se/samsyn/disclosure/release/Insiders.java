package se.samsyn.disclosure.release;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What an agency learns of the others by subtracting its own part.
 *
 * <p>A joint figure that says no more than the agencies' own figures leave possible tells nothing
 * of the records of one agency to who knows those of another: what is published of the two is
 * apart. Any other joint figure does, and nobody here knows how much, for that depends on the
 * agency's own part. So all that it hangs together with must come from one table whose makers have
 * answered for it, or have been released before.
 */
final class Insiders {
  /** So many numbers are looked at one by one before the rest are together. */
  private static final int ALONE = 3;

  private final Union union;
  private final Rows rows;
  private final UnionAttack attack;
  private final Map<BitSet, Set<String>> agencies = new HashMap<>();

  Insiders(Union union, Rows rows, UnionAttack attack) {
    this.union = union;
    this.rows = rows;
    this.attack = attack;
  }

  /** The joint figures that tell too much, each with the agencies that could subtract. */
  Map<Integer, Set<String>> learn(Thoroughness thoroughness) {
    Map<Integer, Set<String>> found = new TreeMap<>();
    Predicate<Statement> own = statement -> agencies(statement.number()).size() == 1;
    Knowledge apart = new Knowledge(union, rows, own, table -> false);
    Set<Integer> candidates = telling(bounds(apart));
    Set<Integer> related = jointRatios(apart);
    if (candidates.isEmpty() && related.isEmpty()) {
      return found;
    }
    Knowledge linked =
        union.ratios().isEmpty() ? apart : new Knowledge(union, rows, own, table -> true);
    Provenance provenance = new Provenance(union, linked);
    Set<Integer> suspects = new TreeSet<>();
    for (Component component : Component.all(linked, union.system().size())) {
      Set<Integer> mine = new TreeSet<>();
      for (int number : component.numbers()) {
        if (candidates.contains(number) || related.contains(number)) {
          mine.add(number);
        }
      }
      if (!mine.isEmpty() && !provenance.isOneHanded(component)) {
        suspects.addAll(mine);
      }
    }
    Set<Integer> telling = new HashSet<>(related);
    candidates.retainAll(suspects);
    if (thoroughness == Thoroughness.ANY && suspects.stream().anyMatch(telling::contains)) {
      candidates.clear();
    }
    for (int i = 0; i < ALONE && thoroughness == Thoroughness.ANY && !candidates.isEmpty(); i++) {
      // A program about one number ends sooner than one about thousands, and may do.
      int one = candidates.iterator().next();
      candidates.remove(one);
      telling.addAll(toldBeyond(apart, Set.of(one)));
      if (telling.contains(one)) {
        candidates.clear();
      }
    }
    telling.addAll(toldBeyond(apart, candidates));
    suspects.retainAll(telling);
    suspects.forEach(number -> found.put(number, agencies(number)));
    return found;
  }

  /** The numbers of which a figure says more than what is known apart. */
  private Set<Integer> toldBeyond(Knowledge apart, Set<Integer> numbers) {
    Map<Integer, Range> said = new HashMap<>();
    for (Statement statement : union.statements()) {
      if (numbers.contains(statement.number())) {
        said.merge(
            statement.number(),
            Range.of(statement.lower(), statement.upper()),
            (a, b) ->
                Range.of(
                    Math.max(a.outerLower(), b.outerLower()),
                    Math.min(a.outerUpper(), b.outerUpper())));
      }
    }
    // That a number may be outside of what is said of it shows that the figure tells more; where
    // nothing shows it, the number is bounded from outside.
    return telling(
        attack.ranges(
            apart,
            numbers,
            e ->
                e.getValue().innerLower() < said.get(e.getKey()).outerLower()
                    || e.getValue().innerUpper() > said.get(e.getKey()).outerUpper()));
  }

  /** What propagation alone tells of the numbers of which there are joint figures. */
  private Map<Integer, Range> bounds(Knowledge apart) {
    return union.statements().stream()
        .map(Statement::number)
        .filter(number -> agencies(number).size() > 1)
        .distinct()
        .collect(
            Collectors.toMap(
                number -> number, number -> Range.of(apart.lower(number), apart.upper(number))));
  }

  /** Those of which a figure says more than these ranges. */
  private Set<Integer> telling(Map<Integer, Range> ranges) {
    Set<Integer> telling = new TreeSet<>();
    for (Statement statement : union.statements()) {
      Range range = ranges.get(statement.number());
      if (range != null
          && (statement.lower() > range.outerLower() || statement.upper() < range.outerUpper())) {
        telling.add(statement.number());
      }
    }
    return telling;
  }

  /** The numbers over several agencies that a ratio ties to another, unless they are known. */
  private Set<Integer> jointRatios(Knowledge apart) {
    Set<Integer> joint = new TreeSet<>();
    for (Union.TableRelation ratio : union.ratios()) {
      for (int number : ratio.relation().cells()) {
        if (agencies(number).size() > 1 && !apart.isFixed(number)) {
          joint.add(number);
        }
      }
    }
    return joint;
  }

  private Set<String> agencies(int number) {
    List<BitSet> hull = union.unknowns().get(number).hull();
    return hull.isEmpty()
        ? Set.of()
        : agencies.computeIfAbsent(hull.get(Grid.AGENCIES), this::names);
  }

  private Set<String> names(BitSet classes) {
    return union.grid().sets(Grid.AGENCIES).elements(classes).stream()
        .map(contribution -> ((Contribution) contribution).agency())
        .collect(Collectors.toSet());
  }
}
