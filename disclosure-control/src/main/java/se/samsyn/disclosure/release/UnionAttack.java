package se.samsyn.disclosure.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import se.samsyn.disclosure.rule.MinimumFrequency;

/** Attacks the numbers of a union with what somebody knows. */
final class UnionAttack {
  private final Union union;
  private final Attained attained;
  private final Criterion criterion;
  private final int mostNumbers;
  private final Patience patience;
  private int largest;

  /**
   * @param attained what is known to be possible beside all that is said; more is added
   * @param mostNumbers of a program; a question that takes a larger one throws {@link TooLarge}
   */
  UnionAttack(
      Union union, MinimumFrequency rule, Attained attained, int mostNumbers, Patience patience) {
    this.patience = patience;
    this.mostNumbers = mostNumbers;
    this.union = union;
    this.attained = attained;
    criterion = new Criterion(union, rule);
  }

  /**
   * The numbers of which too much is found out.
   *
   * @param knowledge of all that is said
   * @param worthwhile which components are attacked at all
   * @param isNews whether it counts that so much is found out about a number
   */
  Result broken(
      Knowledge knowledge,
      Predicate<Component> worthwhile,
      BiPredicate<Integer, Range> isNews,
      Thoroughness thoroughness) {
    Map<Integer, Finding.Kind> broken = new TreeMap<>();
    Map<Integer, Range> ranges = new HashMap<>();
    int groups = 0;
    for (int number = 0; number < union.system().size(); number++) {
      groups += criterion.asks(number) ? 1 : 0;
      if (knowledge.isFixed(number)) {
        ranges.put(number, bounds(knowledge, number));
        attained.add(number, knowledge.lower(number), knowledge.upper(number));
      }
    }
    keepNews(knowledge, ranges, isNews, broken);
    ranges.keySet().retainAll(broken.keySet());
    int attacked = 0;
    List<Component> components = new ArrayList<>(Component.all(knowledge, union.system().size()));
    components.sort(Comparator.comparingInt(component -> component.numbers().length));
    for (Component component : components) {
      if (thoroughness == Thoroughness.ANY && !broken.isEmpty()) {
        break;
      }
      int[] open = IntStream.of(component.numbers()).filter(n -> isOpen(knowledge, n)).toArray();
      if (open.length > 0 && worthwhile.test(component)) {
        attacked += open.length;
        Map<Integer, Range> found = attack(knowledge, component, open, attained);
        keepNews(knowledge, found, isNews, broken);
        found.keySet().retainAll(broken.keySet());
        ranges.putAll(found);
      }
    }
    return new Result(broken, ranges, groups, attacked);
  }

  private void keepNews(
      Knowledge knowledge,
      Map<Integer, Range> ranges,
      BiPredicate<Integer, Range> isNews,
      Map<Integer, Finding.Kind> broken) {
    ranges.forEach(
        (number, range) ->
            kind(knowledge, number, range)
                .filter(kind -> isNews.test(number, range))
                .ifPresent(kind -> broken.put(number, kind)));
  }

  /**
   * @param broken what is disclosed of which number
   * @param ranges how far these are known
   * @param groups how many numbers anything is asked for
   * @param attacked how many of them took a program
   */
  record Result(
      Map<Integer, Finding.Kind> broken, Map<Integer, Range> ranges, int groups, int attacked) {}

  /** What of these numbers is disclosed to who knows this. */
  Map<Integer, Finding.Kind> broken(Knowledge knowledge, List<Integer> numbers) {
    Map<Integer, Finding.Kind> broken = new HashMap<>();
    List<Integer> open = new ArrayList<>();
    for (int number : numbers) {
      if (knowledge.isFixed(number)) {
        kind(knowledge, number, bounds(knowledge, number)).ifPresent(k -> broken.put(number, k));
      } else if (isOpen(knowledge, number)) {
        open.add(number);
      }
    }
    Attained less = attained.copy();
    byComponent(
        knowledge,
        open,
        (component, mine) ->
            attack(knowledge, component, mine, less)
                .forEach(
                    (number, range) ->
                        kind(knowledge, number, range).ifPresent(k -> broken.put(number, k))));
    return broken;
  }

  /**
   * What who knows this finds out about numbers, as far as it can be told at all.
   *
   * @param enough whether a range that is certainly within the true one will do
   */
  Map<Integer, Range> ranges(
      Knowledge knowledge,
      Collection<Integer> numbers,
      Predicate<Map.Entry<Integer, Range>> enough) {
    Map<Integer, Range> ranges = new HashMap<>();
    List<Integer> open = new ArrayList<>();
    for (int number : numbers) {
      if (knowledge.isFixed(number)) {
        ranges.put(number, bounds(knowledge, number));
      } else {
        open.add(number);
      }
    }
    Attained less = attained.copy();
    byComponent(
        knowledge,
        open,
        (component, mine) ->
            ranges.putAll(programs(knowledge, component, less).ranges(mine, enough)));
    return ranges;
  }

  /** Whether too much is found out about a number by who knows this, and it within a range. */
  boolean isBroken(Knowledge knowledge, int number, Range range) {
    return kind(knowledge, number, range).isPresent();
  }

  /** Whether all that somebody knows may be true; what only whole numbers exclude may. */
  boolean mayBe(Knowledge knowledge) {
    return Component.all(knowledge, union.system().size()).stream()
        .allMatch(component -> programs(knowledge, component, attained).mayBe());
  }

  /** What is known without a program. */
  static Range bounds(Knowledge knowledge, int number) {
    return Range.of(knowledge.lower(number), knowledge.upper(number));
  }

  private static void byComponent(
      Knowledge knowledge, List<Integer> numbers, BiConsumer<Component, int[]> visitor) {
    Set<Integer> left = new LinkedHashSet<>(numbers);
    while (!left.isEmpty()) {
      Component component = Component.of(knowledge, left.iterator().next());
      int[] mine = IntStream.of(component.numbers()).filter(left::contains).toArray();
      visitor.accept(component, mine);
      IntStream.of(mine).forEach(left::remove);
    }
  }

  private Map<Integer, Range> attack(
      Knowledge knowledge, Component component, int[] open, Attained possible) {
    return programs(knowledge, component, possible)
        .ranges(open, e -> kind(knowledge, e.getKey(), e.getValue()).isEmpty());
  }

  private ComponentAttack programs(Knowledge knowledge, Component component, Attained possible) {
    largest = Math.max(largest, component.numbers().length);
    if (largest > mostNumbers) {
      throw new TooLarge();
    }
    return new ComponentAttack(knowledge, component, possible, patience);
  }

  /** How many numbers the largest program has had. */
  int largest() {
    return largest;
  }

  private Optional<Finding.Kind> kind(Knowledge knowledge, int number, Range range) {
    return criterion.broken(number, range, personsAtLeast(knowledge, number));
  }

  private boolean isOpen(Knowledge knowledge, int number) {
    return criterion.isOpen(
        number,
        knowledge.lower(number),
        knowledge.upper(number),
        personsAtLeast(knowledge, number));
  }

  private long personsAtLeast(Knowledge knowledge, int number) {
    Integer persons = union.personsOf().get(number);
    return persons == null ? 0 : knowledge.lower(persons);
  }
}
