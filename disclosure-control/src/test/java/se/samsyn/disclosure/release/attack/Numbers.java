package se.samsyn.disclosure.release.attack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.samsyn.disclosure.release.Axis;
import se.samsyn.disclosure.release.Concept;
import se.samsyn.disclosure.release.Contribution;
import se.samsyn.disclosure.release.Extent;
import se.samsyn.disclosure.release.Figure;
import se.samsyn.disclosure.release.PublishedRelease;
import se.samsyn.disclosure.release.PublishedTable;
import se.samsyn.disclosure.release.Ratio;
import se.samsyn.disclosure.release.Subject;

/**
 * All that some releases are about, as unknown whole numbers: per contribution, finest group and
 * combination of counts that a person is in, the persons; per kind of record, the amounts. Holds
 * the true numbers too, for judging what an attack found.
 */
final class Numbers {
  private final World world;
  private final Concept base;
  private final List<Axis> overlapping;
  private final List<Axis> additive;
  private final Refinement refinement;
  private final List<Contribution> contributions;
  private final List<List<Refinement.Box>> groups = new ArrayList<>();
  private final List<Subject> layers = new ArrayList<>();
  private final List<Set<Integer>> kinds = new ArrayList<>();
  private final List<Set<Integer>> combinations = new ArrayList<>();
  private final Map<List<Object>, Integer> numbers = new LinkedHashMap<>();
  private final List<Long> truth = new ArrayList<>();

  Numbers(World world, List<PublishedRelease> releases) {
    this.world = world;
    base =
        world.concepts().values().stream()
            .filter(c -> c.kind() == Concept.Kind.PERSONS && c.partOf().isEmpty())
            .findFirst()
            .orElseThrow();
    Set<Subject> subjects =
        releases.stream().flatMap(Numbers::subjects).collect(Collectors.toSet());
    List<Extent> extents = subjects.stream().map(Subject::extent).distinct().toList();
    refinement = new Refinement(extents);
    overlapping = refinement.axes().stream().filter(base.overlapping()::contains).toList();
    additive = refinement.axes().stream().filter(a -> !overlapping.contains(a)).toList();
    contributions =
        extents.stream()
            .flatMap(e -> e.contributions().stream())
            .distinct()
            .sorted((a, b) -> a.toString().compareTo(b.toString()))
            .toList();
    groups.addAll(refinement.groups(additive, extents).values());
    for (Subject subject : subjects) {
      if (layers.stream().noneMatch(l -> isSameLayer(l, subject))) {
        layers.add(subject);
      }
    }
    addKinds();
    addCombinations();
    count();
  }

  static Stream<Subject> subjects(PublishedRelease release) {
    return release.tables().stream()
        .flatMap(
            t ->
                Stream.concat(
                    t.figures().stream().map(Figure::subject),
                    t.ratios().stream().flatMap(r -> Stream.of(r.numerator(), r.denominator()))));
  }

  private boolean isSameLayer(Subject a, Subject b) {
    return a.concept().equals(b.concept())
        && refinement.boxes(overlapping).stream()
            .allMatch(x -> Refinement.holds(a.extent(), x) == Refinement.holds(b.extent(), x));
  }

  private int layer(Subject subject) {
    for (int i = 0; i < layers.size(); i++) {
      if (isSameLayer(layers.get(i), subject)) {
        return i;
      }
    }
    throw new AssertionError("a layer is missing");
  }

  /** The counts that a record is in, if it lies in this box and meets these filters. */
  private Set<Integer> kind(Refinement.Box box, Predicate<String> meets) {
    Set<Integer> kind = new TreeSet<>();
    for (int i = 0; i < layers.size(); i++) {
      Concept concept = world.concepts().get(layers.get(i).concept());
      boolean counts =
          concept.kind() == Concept.Kind.AMOUNT
              || concept.partOf().isEmpty()
              || meets.test(concept.id());
      if (counts && Refinement.holds(layers.get(i).extent(), box)) {
        kind.add(i);
      }
    }
    return kind;
  }

  private void addKinds() {
    List<String> filters =
        world.concepts().values().stream()
            .filter(c -> c.kind() == Concept.Kind.PERSONS && c.partOf().isPresent())
            .map(Concept::id)
            .toList();
    Set<Set<Integer>> all = new LinkedHashSet<>();
    for (Refinement.Box box : refinement.boxes(overlapping)) {
      for (int some = 0; some < 1 << filters.size(); some++) {
        int bits = some;
        all.add(kind(box, f -> (bits >> filters.indexOf(f) & 1) == 1));
      }
    }
    kinds.addAll(all);
  }

  private void addCombinations() {
    Set<Set<Integer>> all = new LinkedHashSet<>(kinds);
    if (!base.overlapping().isEmpty()) {
      // A person has any records: unions of kinds, until no new one comes out.
      for (int before = 0; before < all.size(); ) {
        before = all.size();
        for (Set<Integer> a : List.copyOf(all)) {
          for (Set<Integer> kind : kinds) {
            Set<Integer> both = new TreeSet<>(a);
            both.addAll(kind);
            all.add(both);
          }
        }
      }
    }
    all.removeIf(Set::isEmpty);
    combinations.addAll(all);
  }

  private void count() {
    for (Contribution c : contributions) {
      for (int g = 0; g < groups.size(); g++) {
        List<Refinement.Box> group = groups.get(g);
        Map<Integer, List<Entry>> persons =
            world.entries().stream()
                .filter(e -> e.agency().equals(c.agency()) && e.revisions().contains(c.revision()))
                .filter(e -> group.contains(refinement.box(e, additive)))
                .collect(Collectors.groupingBy(Entry::person));
        Map<Set<Integer>, Long> counts = new HashMap<>();
        persons
            .values()
            .forEach(
                records -> {
                  Set<Integer> combination = new TreeSet<>();
                  records.forEach(e -> combination.addAll(kindOf(e)));
                  counts.merge(combination, 1L, Long::sum);
                });
        for (Set<Integer> combination : combinations) {
          add(List.of(c, g, combination), counts.getOrDefault(combination, 0L));
        }
        for (Concept amount : amounts()) {
          for (Set<Integer> kind : amountKinds()) {
            add(
                List.of(c, g, kind, amount.id()),
                persons.values().stream()
                    .flatMap(List::stream)
                    .filter(e -> kind(refinement.box(e, overlapping), f -> false).equals(kind))
                    .mapToLong(e -> e.amounts().get(amount.id()))
                    .sum());
          }
        }
      }
    }
  }

  private Set<Integer> kindOf(Entry e) {
    return kind(refinement.box(e, overlapping), e.meets()::contains);
  }

  private void add(List<Object> key, long value) {
    numbers.put(key, truth.size());
    truth.add(value);
  }

  private List<Concept> amounts() {
    return world.concepts().values().stream().filter(c -> c.kind() == Concept.Kind.AMOUNT).toList();
  }

  /** The kinds of records by where they lie alone. */
  private Set<Set<Integer>> amountKinds() {
    return refinement.boxes(overlapping).stream()
        .map(box -> kind(box, f -> false))
        .filter(kind -> !kind.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  int size() {
    return truth.size();
  }

  long truth(int number) {
    return truth.get(number);
  }

  long truth(Map<Integer, Long> sum) {
    return sum.entrySet().stream().mapToLong(e -> e.getValue() * truth.get(e.getKey())).sum();
  }

  /** The numbers that add up to a subject. */
  Map<Integer, Long> sum(Subject subject) {
    Map<Integer, Long> sum = new HashMap<>();
    for (Contribution c : subject.extent().contributions()) {
      for (int g = 0; g < groups.size(); g++) {
        if (Refinement.holds(subject.extent(), groups.get(g).get(0))) {
          sum.putAll(sum(c, g, layer(subject)));
        }
      }
    }
    return sum;
  }

  /** The numbers of a group that a layer counts. */
  Map<Integer, Long> sum(Contribution c, int group, int layer) {
    Map<Integer, Long> sum = new HashMap<>();
    Concept concept = world.concepts().get(layers.get(layer).concept());
    if (concept.kind() == Concept.Kind.AMOUNT) {
      amountKinds().stream()
          .filter(kind -> kind.contains(layer))
          .forEach(kind -> sum.put(numbers.get(List.of(c, group, kind, concept.id())), 1L));
    } else {
      combinations.stream()
          .filter(combination -> combination.contains(layer))
          .forEach(combination -> sum.put(numbers.get(List.of(c, group, combination)), 1L));
    }
    return sum;
  }

  /** The persons of whom an amount may be: those counted wherever its records are. */
  void forEachAmount(AmountVisitor visitor) {
    numbers.forEach(
        (key, number) -> {
          if (key.size() == 4) {
            Set<Integer> persons = new HashSet<>();
            for (Set<Integer> combination : combinations) {
              if (combination.containsAll((Collection<?>) key.get(2))) {
                persons.add(numbers.get(List.of(key.get(0), key.get(1), combination)));
              }
            }
            visitor.visit(number, persons);
          }
        });
  }

  /** Receives an amount and those who may have it. */
  @FunctionalInterface
  interface AmountVisitor {
    void visit(int amount, Set<Integer> persons);
  }

  /** The numbers that an agency knows of itself. */
  Set<Integer> own(String agency) {
    return numbers.entrySet().stream()
        .filter(e -> ((Contribution) e.getKey().get(0)).agency().equals(agency))
        .map(Map.Entry::getValue)
        .collect(Collectors.toSet());
  }

  List<Contribution> contributions() {
    return contributions;
  }

  int groups() {
    return groups.size();
  }

  List<Subject> layers() {
    return layers;
  }

  Concept concept(int layer) {
    return world.concepts().get(layers.get(layer).concept());
  }

  /**
   * The layer of the persons that an amount is of, over the same records; -1 if none counts them.
   */
  int personsOf(int layer) {
    Subject amount = layers.get(layer);
    Subject persons = new Subject(concept(layer).partOf().orElseThrow(), amount.extent());
    for (int i = 0; i < layers.size(); i++) {
      if (isSameLayer(layers.get(i), persons)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether all records of the one layer are of the other. */
  boolean isWithin(int part, int whole) {
    return part != whole && kinds.stream().allMatch(k -> !k.contains(part) || k.contains(whole));
  }

  static Stream<Figure> figures(PublishedRelease release) {
    return release.tables().stream().map(PublishedTable::figures).flatMap(List::stream);
  }

  static Stream<Ratio> ratios(PublishedRelease release) {
    return release.tables().stream().map(PublishedTable::ratios).flatMap(List::stream);
  }
}
