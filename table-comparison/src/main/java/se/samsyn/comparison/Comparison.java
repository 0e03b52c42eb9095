package se.samsyn.comparison;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.samsyn.disclosure.release.Concept;
import se.samsyn.disclosure.release.Contribution;
import se.samsyn.disclosure.release.Extent;
import se.samsyn.disclosure.release.Subject;
import se.samsyn.disclosure.release.Window;
import se.samsyn.schemas.definition.ClassifiedBy;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Condition;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.definition.TableId;
import se.samsyn.schemas.definition.Unit;
import se.samsyn.schemas.table.CellSpace;

/**
 * Some tables in names that mean the same in all of them: a column and its codes, a number line cut
 * where any table's bands begin or end, days of birth in place of ages at different days. So a
 * class of one definition can be compared with a class of another, and a figure of one with a
 * figure of another.
 *
 * <p>Which names are needed depends on all tables that are compared, so figures of two comparisons
 * cannot be put together.
 */
public final class Comparison {
  private final Set<CountedTable> tables;
  private final Births births;
  private final Set<String> complete;
  private final Map<Input, InputUse> inputs;
  private final Map<String, NumberLine> lines = new HashMap<>();
  private final Map<Node, Set<String>> classes = new HashMap<>();

  /** Tables over one input can share records. */
  private record Input(TableId table, Optional<String> date, Unit unit) {
    static Input of(Definition definition) {
      return new Input(definition.table(), definition.period().date(), definition.unit());
    }
  }

  /** A class of a dimension, for {@link #classes}. */
  private record Node(String axis, Dimension dimension, Period period, String code) {}

  /**
   * @param tables all that figures of are to be put together; {@link Comparability} says whether
   *     they can be
   * @param births how ages at different days hang together
   */
  public Comparison(Collection<CountedTable> tables, Births births) {
    this(new LinkedHashSet<>(tables), births, Set.of());
  }

  private Comparison(Set<CountedTable> tables, Births births, Set<String> complete) {
    this.tables = tables;
    this.births = births;
    this.complete = complete;
    inputs =
        tables.stream()
            .collect(
                Collectors.groupingBy(
                    t -> Input.of(t.definition()),
                    LinkedHashMap::new,
                    Collectors.collectingAndThen(Collectors.toList(), InputUse::new)));
    for (CountedTable table : tables) {
      for (Dimension dimension : table.definition().dimensions()) {
        if (dimension.isBanded()) {
          NumberLine line = lines.computeIfAbsent(axis(table, dimension), axis -> new NumberLine());
          dimension.leaves().forEach(leaf -> line.cut(span(table, dimension, leaf)));
        }
      }
    }
  }

  /**
   * As somebody reads the tables who takes it that every record has one of the classes that any of
   * them names, of more and more dimensions. A table leaves out records that have none.
   *
   * @param isPossible whether the figures may be true if that is so
   * @return the one that takes most first, and last this one
   */
  public List<Comparison> readings(Predicate<Comparison> isPossible) {
    Deque<Comparison> readings = new ArrayDeque<>(List.of(this));
    for (String axis : new TreeSet<>(named(this::isBesideAnother).keySet())) {
      Set<String> more = new HashSet<>(readings.peekFirst().complete);
      if (more.add(axis)) {
        Comparison next = new Comparison(tables, births, more);
        if (isPossible.test(next)) {
          readings.addFirst(next);
        }
      }
    }
    return List.copyOf(readings);
  }

  /** Whether there is another table over the same input: else nothing is left out of any. */
  private boolean isBesideAnother(CountedTable table) {
    Input input = Input.of(table.definition());
    return tables.stream().filter(t -> Input.of(t.definition()).equals(input)).count() > 1;
  }

  /** Per dimension of which every record has a class, all its classes; as the engine asks. */
  public Map<String, Set<String>> domains() {
    Map<String, Set<String>> domains = named(table -> true);
    domains.keySet().retainAll(complete);
    return domains;
  }

  /** All classes that any of some tables names, by axis. */
  private Map<String, Set<String>> named(Predicate<CountedTable> some) {
    Map<String, Set<String>> named = new HashMap<>();
    for (CountedTable table : tables.stream().filter(some).toList()) {
      for (Measure.Collected measure : table.definition().collected()) {
        List<String> totals =
            table.definition().dimensions().stream().map(d -> Code.TOTAL).toList();
        classes(table, listed(table, measure), totals)
            .ifPresent(
                classes ->
                    classes.forEach(
                        (axis, all) ->
                            named.computeIfAbsent(axis, x -> new HashSet<>()).addAll(all)));
      }
    }
    return named;
  }

  /**
   * All that figures of the table are about, and what that is part of.
   *
   * @throws IllegalArgumentException if its conditions and another table's cross
   */
  public List<Concept> concepts(CountedTable table) {
    Map<String, Concept> concepts = new LinkedHashMap<>();
    addWithWider(table, use(table).conditions(table), concepts);
    for (Measure.Collected measure : table.definition().collected()) {
      addWithWider(table, use(table).conditions(table, measure), concepts);
      Concept concept = concept(table, measure);
      concepts.put(concept.id(), concept);
    }
    return List.copyOf(concepts.values());
  }

  /** The classes that all records of a measure have, whatever the cell. */
  private Map<String, Set<String>> listed(CountedTable table, Measure.Collected measure) {
    Map<String, Set<String>> listed = new HashMap<>();
    Stream.concat(
            table.definition().where().stream(),
            measure instanceof Measure.Count count
                ? count.where().stream().filter(use(table)::isClass)
                : Stream.empty())
        .filter(Condition.In.class::isInstance)
        .map(Condition.In.class::cast)
        .forEach(
            in ->
                listed.merge(
                    use(table).axis(in.column()), Set.copyOf(in.codes()), Comparison::both));
    return listed;
  }

  /**
   * The finest classes of a cell by axis; empty when no record can be in it.
   *
   * @param listed see {@link #listed}
   */
  private Optional<Map<String, Set<String>>> classes(
      CountedTable table, Map<String, Set<String>> listed, List<String> nodes) {
    Map<String, Set<String>> all = new HashMap<>(listed);
    for (int d = 0; d < nodes.size(); d++) {
      Dimension dimension = table.definition().dimensions().get(d);
      all.merge(axis(table, dimension), classes(table, dimension, nodes.get(d)), Comparison::both);
    }
    return all.values().stream().anyMatch(Set::isEmpty) ? Optional.empty() : Optional.of(all);
  }

  /** Where a figure stands in a table, by {@link CellSpace}. */
  public record Place(MeasureId measure, int cell) {}

  /**
   * All that a table's cells are about, in the order of measures and cells. Cells about the same (a
   * total of one class) come together; cells that no record can be in are left out.
   *
   * @param contributions whose records
   */
  public Map<Subject, List<Place>> places(CountedTable table, Set<Contribution> contributions) {
    CellSpace space = CellSpace.of(table.definition());
    Map<Subject, List<Place>> places = new LinkedHashMap<>();
    Window window = new Window(table.period().start(), table.period().end());
    for (Measure.Collected measure : table.definition().collected()) {
      String concept = concept(table, measure).id();
      Map<String, Set<String>> listed = listed(table, measure);
      for (int i = 0; i < space.size(); i++) {
        Place place = new Place(measure.id(), i);
        classes(table, listed, space.coordinates(i))
            .map(some -> new Subject(concept, new Extent(contributions, window, some)))
            .ifPresent(s -> places.computeIfAbsent(s, x -> new ArrayList<>()).add(place));
      }
    }
    return places;
  }

  /** The name of what a dimension tells apart. */
  public String axis(CountedTable table, Dimension dimension) {
    if (dimension.by() instanceof ClassifiedBy.Age age) {
      return age.age() == ClassifiedBy.AgeAt.PERIOD_START ? "day of birth" : "age at record";
    }
    return use(table).axis(((ClassifiedBy.Column) dimension.by()).column());
  }

  /** The finest classes of a node of the dimension; of the total, those that are in the table. */
  public Set<String> classes(CountedTable table, Dimension dimension, String node) {
    return classes.computeIfAbsent(
        new Node(axis(table, dimension), dimension, table.period(), node),
        n ->
            dimension
                .find(node)
                .map(code -> code.preorder().filter(Code::isLeaf).toList())
                .orElseGet(dimension::leaves)
                .stream()
                .flatMap(leaf -> finest(table, dimension, leaf).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  /** A condition in words that mean the same over every period. */
  static String inWords(Condition condition, Period period) {
    return condition instanceof Condition.InPeriod
        ? condition + " " + period
        : condition.toString();
  }

  private Set<String> finest(CountedTable table, Dimension dimension, Code leaf) {
    return dimension.isBanded()
        ? lines.get(axis(table, dimension)).pieces(span(table, dimension, leaf))
        : Set.of(leaf.code());
  }

  private NumberLine.Span span(CountedTable table, Dimension dimension, Code leaf) {
    Code.Band band = leaf.band().orElseThrow();
    boolean atStart =
        dimension.by() instanceof ClassifiedBy.Age age
            && age.age() == ClassifiedBy.AgeAt.PERIOD_START;
    return atStart
        ? births.born(band, table.period().start())
        : new NumberLine.Span(band.from(), band.to());
  }

  private InputUse use(CountedTable table) {
    return inputs.get(Input.of(table.definition()));
  }

  private Concept concept(CountedTable table, Measure.Collected measure) {
    if (measure instanceof Measure.Count) {
      return counted(table, use(table).conditions(table, measure));
    }
    Concept base = counted(table, use(table).conditions(table));
    String id = ((Measure.Sum) measure).column() + " of " + base.id();
    return base.kind() == Concept.Kind.PERSONS
        ? Concept.amount(id, base)
        : new Concept(id, Concept.Kind.EVENTS, Optional.empty(), Set.of());
  }

  private void addWithWider(
      CountedTable table, Set<String> conditions, Map<String, Concept> concepts) {
    Optional<Set<String>> next = Optional.of(conditions);
    while (next.isPresent()) {
      Concept concept = counted(table, next.get());
      concepts.put(concept.id(), concept);
      next = use(table).wider(next.get());
    }
  }

  private Concept counted(CountedTable table, Set<String> conditions) {
    return new Concept(
        id(table, conditions),
        table.definition().unit() == Unit.EVENTS ? Concept.Kind.EVENTS : Concept.Kind.PERSONS,
        use(table).wider(conditions).map(wider -> id(table, wider)),
        use(table).overlapping());
  }

  private static String id(CountedTable table, Set<String> conditions) {
    return "%s of %s by %s where %s"
        .formatted(
            table.definition().unit(),
            table.definition().table(),
            table.definition().period().date().orElse("source"),
            new ArrayList<>(conditions));
  }

  private static Set<String> both(Set<String> a, Set<String> b) {
    Set<String> both = new HashSet<>(a);
    both.retainAll(b);
    return both;
  }
}
