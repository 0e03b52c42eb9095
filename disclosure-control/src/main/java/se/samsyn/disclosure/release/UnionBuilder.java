package se.samsyn.disclosure.release;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.samsyn.disclosure.release.Unknown.Role;
import se.samsyn.disclosure.table.Relation;

/** Puts the tables of a family of concepts together. */
final class UnionBuilder {
  /** More than the largest figure that somebody may have. */
  private static final long PLENTY = 1000;

  private final Map<String, Concept> concepts;
  private final List<Source> sources;
  private final Grid grid;
  private final LinearSystem system = new LinearSystem();
  private final List<Unknown> unknowns = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();
  private final List<Union.TableRelation> ratios = new ArrayList<>();
  private final Map<Integer, Integer> personsOf = new HashMap<>();
  private final Map<List<Object>, Layer> layers = new LinkedHashMap<>();

  /**
   * @param concepts the family
   */
  UnionBuilder(
      Map<String, Concept> concepts, List<Source> sources, Map<String, Set<String>> domains) {
    this.concepts = concepts;
    this.sources = sources;
    this.grid = new Grid(extents(), domains);
  }

  Union build() {
    for (int table = 0; table < sources.size(); table++) {
      for (Figure figure : sources.get(table).table().figures()) {
        if (concepts.containsKey(figure.subject().concept())) {
          Layer.Cell cell = cell(figure.subject());
          cell.tables().set(table);
          statements.add(Statement.of(cell.number(), table, figure));
        }
      }
      for (Ratio ratio : sources.get(table).table().ratios()) {
        if (concepts.containsKey(ratio.numerator().concept())) {
          add(table, ratio);
        }
      }
    }
    placeAmounts();
    Map<String, List<Layer>> kinds =
        layers.values().stream()
            .collect(
                Collectors.groupingBy(
                    layer -> root(layer.concept()), LinkedHashMap::new, Collectors.toList()));
    kinds.values().forEach(this::relate);
    personsOf.forEach(this::bindToPersons);
    return new Union(grid, sources, system, unknowns, statements, ratios, personsOf);
  }

  /**
   * Puts an amount beside each count of the persons that have it, where the two do not share their
   * groups: where there is nobody there is no amount, and who is many may be added up.
   */
  private void placeAmounts() {
    for (Concept amount : concepts.values()) {
      Concept base = amount.partOf().map(concepts::get).orElse(null);
      if (amount.kind() == Concept.Kind.AMOUNT && base != null && !base.overlapping().isEmpty()) {
        Layer mine =
            layers.computeIfAbsent(
                List.of(amount.id(), List.of()), key -> new Layer(amount, List.of()));
        for (Layer layer : List.copyOf(layers.values())) {
          if (layer.concept().equals(base)) {
            layer
                .cells()
                .forEach((place, persons) -> note(cell(mine, place).number(), persons.number()));
          }
        }
      }
    }
  }

  private List<Extent> extents() {
    return sources.stream()
        .flatMap(source -> source.table().subjects())
        .filter(subject -> concepts.containsKey(subject.concept()))
        .map(Subject::extent)
        .toList();
  }

  private Layer.Cell cell(Subject subject) {
    Concept concept = concepts.get(subject.concept());
    List<Integer> place = grid.place(subject.extent());
    List<Integer> over = overlapping(concept).stream().map(place::get).toList();
    Layer layer =
        layers.computeIfAbsent(List.of(concept.id(), over), key -> new Layer(concept, over));
    return cell(layer, place);
  }

  private Layer.Cell cell(Layer layer, List<Integer> place) {
    return layer
        .cells()
        .computeIfAbsent(
            place, p -> new Layer.Cell(number(Role.FIGURE, layer.concept(), hull(place)), p));
  }

  private int number(Role role, Concept concept, List<BitSet> hull) {
    unknowns.add(new Unknown(role, concept, hull));
    return system.add();
  }

  private List<BitSet> hull(List<Integer> place) {
    return IntStream.range(0, place.size())
        .mapToObj(axis -> grid.sets(axis).classes(place.get(axis)))
        .toList();
  }

  private List<Integer> overlapping(Concept concept) {
    return IntStream.range(0, grid.axes().size())
        .filter(axis -> concept.overlapsAlong(grid.axes().get(axis)))
        .boxed()
        .toList();
  }

  /** Concepts with one root share their finest groups. */
  private String root(Concept concept) {
    Concept base = concept.partOf().map(concepts::get).orElse(null);
    if (base == null) {
      return concept.id();
    }
    boolean shares = concept.kind() == Concept.Kind.PERSONS || base.overlapping().isEmpty();
    if (concept.kind() == Concept.Kind.PERSONS
        && !base.overlapping().equals(concept.overlapping())) {
      throw new IllegalArgumentException(
          "concept " + concept.id() + " overlaps along other axes than what it is part of");
    }
    return shares ? root(base) : concept.id();
  }

  /** Relates all numbers of layers that share their groups. */
  private void relate(List<Layer> some) {
    List<Integer> over = overlapping(some.get(0).concept());
    List<Integer> along =
        IntStream.range(0, grid.axes().size()).filter(a -> !over.contains(a)).boxed().toList();
    some.forEach(layer -> new Corrections(grid, layer, along).relate(this::addChange));
    Partitions partitions = new Partitions(grid, along);
    Map<Layer, Set<Layer.Cell>> withParts = new HashMap<>();
    Map<List<Integer>, List<Integer>> finest = new LinkedHashMap<>();
    for (Layer layer : some) {
      Set<Layer.Cell> related = partitions.relate(layer, system);
      withParts.put(layer, related);
      for (Layer.Cell cell : layer.cells().values()) {
        if (!related.contains(cell)) {
          finest.putIfAbsent(along.stream().map(cell.place()::get).toList(), cell.place());
        }
      }
    }
    Groups groups = new Groups(grid, along, finest.values());
    for (Layer layer : some) {
      split(layer, along, groups, withParts.get(layer));
    }
    some.stream()
        .filter(layer -> layer.concept().kind() == Concept.Kind.AMOUNT)
        .forEach(layer -> notePersons(layer, some));
    new Overlaps(grid, over, some, concepts, system, unknowns).relate();
  }

  private void notePersons(Layer amounts, List<Layer> some) {
    for (Layer layer : some) {
      if (amounts.concept().partOf().filter(layer.concept().id()::equals).isPresent()) {
        layer.groups().forEach((group, persons) -> note(amounts.groups().get(group), persons));
        layer.cells().forEach((place, cell) -> note(number(amounts, place), cell.number()));
      }
    }
  }

  private static Integer number(Layer layer, List<Integer> place) {
    Layer.Cell cell = layer.cells().get(place);
    return cell == null ? null : cell.number();
  }

  private void note(Integer amount, int persons) {
    if (amount != null) {
      personsOf.put(amount, persons);
    }
  }

  /** Where there is nobody there is no amount: amount <= persons x more than anybody has. */
  private void bindToPersons(int amount, int persons) {
    long most =
        statements.stream().filter(s -> !s.isHidden()).mapToLong(Statement::upper).max().orElse(0);
    Unknown unknown = unknowns.get(amount);
    int slack = number(Role.SLACK, unknown.concept(), unknown.hull());
    system.relate(
        new Relation(new int[] {amount, persons, slack}, new long[] {1, -(most + PLENTY), 1}, 0));
  }

  /** Each figure that has no parts is the sum of its groups; that of one group is the group. */
  private void split(Layer layer, List<Integer> along, Groups groups, Set<Layer.Cell> withParts) {
    Map<Layer.Cell, int[]> open = new LinkedHashMap<>();
    for (Layer.Cell cell : layer.cells().values()) {
      if (!withParts.contains(cell)) {
        int[] within = groups.within(cell.place());
        if (within.length == 1) {
          layer.groups().put(within[0], cell.number());
        } else {
          open.put(cell, within);
        }
      }
    }
    open.forEach(
        (cell, within) ->
            system.sum(
                cell.number(),
                IntStream.of(within)
                    .mapToObj(
                        group ->
                            layer
                                .groups()
                                .computeIfAbsent(group, g -> number(layer, along, groups.hull(g))))
                    .toList()));
  }

  private int number(Layer layer, List<Integer> along, List<BitSet> classes) {
    List<BitSet> hull = new ArrayList<>();
    List<Integer> over = overlapping(layer.concept());
    for (int axis = 0; axis < grid.axes().size(); axis++) {
      hull.add(
          along.contains(axis)
              ? classes.get(along.indexOf(axis))
              : grid.sets(axis).classes(layer.over().get(over.indexOf(axis))));
    }
    return number(Role.GROUP, layer.concept(), hull);
  }

  /** The number by which the one place has changed into the other. */
  private void addChange(Layer layer, List<Integer> now, List<Integer> then) {
    int before = cell(layer, then).number();
    int after = cell(layer, now).number();
    int change = number(Role.CHANGE, layer.concept(), hull(now));
    system.relate(new Relation(new int[] {after, before, change}, new long[] {1, -1, -1}, 0));
  }

  private void add(int table, Ratio ratio) {
    // numerator >= lower x denominator, numerator <= upper x denominator.
    add(table, ratio, ratio.lower(), 1);
    add(table, ratio, ratio.upper(), -1);
    // Nobody shows a share of nothing.
    int denominator = cell(ratio.denominator()).number();
    int more = number(Role.SLACK, unknowns.get(denominator).concept(), List.of());
    ratios.add(
        new Union.TableRelation(
            table, ratio, new Relation(new int[] {denominator, more}, new long[] {1, -1}, 1)));
  }

  private void add(int table, Ratio ratio, BigDecimal bound, int sign) {
    int numerator = cell(ratio.numerator()).number();
    int denominator = cell(ratio.denominator()).number();
    BigDecimal plain = bound.stripTrailingZeros();
    int digits = Math.max(0, plain.scale());
    BigInteger ten = BigInteger.TEN.pow(digits);
    BigInteger times = plain.movePointRight(digits).toBigIntegerExact();
    BigInteger divisor = ten.gcd(times);
    long ofNumerator = ten.divide(divisor).longValueExact() * sign;
    long ofDenominator = times.divide(divisor).longValueExact() * -sign;
    int slack = number(Role.SLACK, unknowns.get(numerator).concept(), List.of());
    Relation relation =
        ofDenominator == 0
            ? new Relation(new int[] {numerator, slack}, new long[] {ofNumerator, -1}, 0)
            : new Relation(
                new int[] {numerator, denominator, slack},
                new long[] {ofNumerator, ofDenominator, -1},
                0);
    ratios.add(new Union.TableRelation(table, ratio, relation));
  }
}
