package se.samsyn.aggregator.sealed.opening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.aggregator.problem.ActionRefused.Why;
import se.samsyn.schemas.catalogue.Catalogue;
import se.samsyn.schemas.definition.ClassifiedBy;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Condition;
import se.samsyn.schemas.definition.Counting;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.definition.Purpose;
import se.samsyn.schemas.json.Codecs;

/**
 * The sealed form of a definition: one count of all, with the sums that may ride along, over trees
 * that are halved again and again. It has a name of its own, made of its content, so that no agency
 * ever sees one name with two meanings.
 */
final class SealedForm {
  /** Municipalities are units, and never an attribute of persons. */
  static final DimensionId MUNICIPALITY = new DimensionId("municipality");

  private static final Set<String> UNKNOWN = Set.of("9", "unknown");
  private static final int LONGEST_NAME = 28;
  private static final int HASH_DIGITS = 8;

  private final Definition source;
  private final SealedRequest request;
  private final Catalogue catalogue;
  private final List<Dimension> dimensions = new ArrayList<>();
  private final List<Condition> where;

  private SealedForm(Definition source, SealedRequest request, Catalogue catalogue) {
    this.source = source;
    this.request = request;
    this.catalogue = catalogue;
    this.where = new ArrayList<>(source.where());
  }

  /**
   * @param catalogue where a dimension of units is looked up that the definition lacks
   * @throws ActionRefused when the definition has no such form
   */
  static Definition of(Definition source, SealedRequest request, Catalogue catalogue)
      throws ActionRefused {
    SealedForm form = new SealedForm(source, request, catalogue);
    try {
      form.units();
      form.attributes();
      return form.named(form.measures());
    } catch (IllegalArgumentException e) {
      throw new ActionRefused(Why.MANIFEST_NOT_POSSIBLE, e.getMessage());
    }
  }

  private void units() throws ActionRefused {
    if (request.units().isEmpty()) {
      return;
    }
    Dimension units = dimension(request.units().get());
    Map<String, Code> leaves =
        units.leaves().stream().collect(Collectors.toMap(Code::code, code -> code));
    List<Code> covered = new ArrayList<>();
    for (String code : covered(leaves)) {
      if (!leaves.containsKey(code)) {
        throw new ActionRefused(Why.UNIT_UNKNOWN, code, units.id());
      }
      covered.add(leaves.get(code));
    }
    if (covered.size() == 1) {
      // One unit is the whole: what lies outside is left out by a condition.
      if (!(units.by() instanceof ClassifiedBy.Column by)) {
        throw new ActionRefused(Why.UNIT_UNKNOWN, units.id(), units.id());
      }
      where.add(new Condition.In(by.column(), List.of(covered.get(0).code())));
      return;
    }
    dimensions.add(withCodes(units, Halving.halved(ordered(covered))));
  }

  private Dimension dimension(DimensionId id) throws ActionRefused {
    return units(source, id, catalogue)
        .orElseThrow(() -> new ActionRefused(Why.UNITS_UNKNOWN, id, source.table()));
  }

  /**
   * The dimension that can be units: the definition's own, or where it has none, one of the
   * catalogue over a column of its table.
   */
  static Optional<Dimension> units(Definition source, DimensionId id, Catalogue catalogue) {
    return Stream.concat(
            source.dimensions().stream(),
            catalogue.newest().stream()
                .flatMap(d -> d.dimensions().stream())
                .filter(d -> isOfTheTable(d, source, catalogue)))
        .filter(d -> d.id().equals(id))
        .filter(d -> d.kind() == Dimension.Kind.SINGLE)
        .findFirst();
  }

  private static boolean isOfTheTable(Dimension dimension, Definition source, Catalogue catalogue) {
    return dimension.by() instanceof ClassifiedBy.Column by
        && catalogue.table(source.table()).flatMap(t -> t.column(by.column())).isPresent();
  }

  /** All that some agency covers; an agency of which nothing is said covers every unit. */
  private Set<String> covered(Map<String, Code> leaves) {
    boolean all =
        request.plan().participants().stream().anyMatch(a -> !request.covers().containsKey(a));
    return all
        ? leaves.keySet()
        : request.covers().values().stream().flatMap(Set::stream).collect(Collectors.toSet());
  }

  private List<Code> ordered(List<Code> units) throws ActionRefused {
    List<String> order = request.order();
    for (Code unit : units) {
      if (!order.isEmpty() && !order.contains(unit.code())) {
        throw new ActionRefused(Why.UNIT_NOT_ORDERED, unit.code());
      }
    }
    Map<String, Integer> places =
        IntStream.range(0, order.size())
            .boxed()
            .collect(Collectors.toMap(order::get, i -> i, Math::min));
    return units.stream()
        .sorted(
            Comparator.comparing((Code c) -> places.getOrDefault(c.code(), 0))
                .thenComparing(Code::code))
        .toList();
  }

  private void attributes() throws ActionRefused {
    Set<DimensionId> ids =
        source.dimensions().stream().map(Dimension::id).collect(Collectors.toSet());
    for (DimensionId left : request.without()) {
      if (!ids.contains(left)) {
        throw new ActionRefused(Why.DIMENSION_UNKNOWN, left, source.id());
      }
    }
    for (Dimension dimension : source.dimensions()) {
      if (request.without().contains(dimension.id())
          || request.units().filter(dimension.id()::equals).isPresent()) {
        continue;
      }
      if (dimension.id().equals(MUNICIPALITY)) {
        throw new ActionRefused(Why.MUNICIPALITIES_ARE_UNITS, source.id());
      }
      if (dimension.kind() == Dimension.Kind.MULTIPLE) {
        throw new ActionRefused(Why.DIMENSION_IS_MULTIPLE, dimension.id());
      }
      List<Code> known =
          dimension.codes().stream().filter(c -> !UNKNOWN.contains(c.code())).toList();
      boolean isFlat = known.stream().allMatch(Code::isLeaf);
      dimensions.add(
          withCodes(
              dimension,
              isFlat ? Halving.halved(known) : below(known.stream().map(SealedForm::collapsed))));
    }
  }

  /** A total over a single class is that class. */
  private static List<Code> below(Stream<Code> codes) {
    List<Code> all = codes.toList();
    return all.size() == 1 && !all.get(0).isLeaf() ? below(all.get(0).codes().stream()) : all;
  }

  private static Code collapsed(Code code) {
    List<Code> parts = code.codes().stream().map(SealedForm::collapsed).toList();
    return parts.size() == 1
        ? parts.get(0)
        : new Code(code.code(), code.label(), code.band(), parts);
  }

  private static Dimension withCodes(Dimension dimension, List<Code> codes) {
    return new Dimension(
        dimension.id(), dimension.title(), dimension.kind(), dimension.by(), codes);
  }

  private List<Measure> measures() throws ActionRefused {
    Measure.Count all =
        source.measures().stream()
            .filter(m -> m instanceof Measure.Count count && count.where().isEmpty())
            .map(Measure.Count.class::cast)
            .findFirst()
            .orElseThrow(() -> new ActionRefused(Why.NO_COUNT_OF_ALL, source.id()));
    Set<MeasureId> kept = new HashSet<>(Set.of(all.id()));
    if (source.counting() == Counting.DISJOINT) {
      source.measures().stream()
          .filter(Measure.Sum.class::isInstance)
          .forEach(sum -> kept.add(sum.id()));
    }
    Set<DimensionId> over = dimensions.stream().map(Dimension::id).collect(Collectors.toSet());
    return source.measures().stream()
        .filter(m -> kept.contains(m.id()) || isLeft(m, kept, over))
        .toList();
  }

  /** Whether a derived measure still has all that it is computed from. */
  private static boolean isLeft(Measure measure, Set<MeasureId> kept, Set<DimensionId> over) {
    if (measure instanceof Measure.Mean mean) {
      return kept.contains(mean.of()) && kept.contains(mean.per());
    }
    if (measure instanceof Measure.Ratio ratio) {
      return kept.contains(ratio.numerator()) && kept.contains(ratio.denominator());
    }
    return measure instanceof Measure.Distribution shares
        && kept.contains(shares.of())
        && over.contains(shares.over());
  }

  /** An answer by a dimension that was left out is the total. */
  private Purpose purpose() {
    Set<DimensionId> over = dimensions.stream().map(Dimension::id).collect(Collectors.toSet());
    return source.purpose() instanceof Purpose.Answers answers
        ? new Purpose.Answers(
            answers.answers().stream()
                .map(a -> new Purpose.Answer(a.question(), a.by().filter(over::contains)))
                .toList())
        : source.purpose();
  }

  private Definition named(List<Measure> measures) {
    Definition unnamed = definition(source.id(), source.version(), measures);
    String name = source.id().value();
    String start = name.substring(0, Math.min(name.length(), LONGEST_NAME)).replaceAll("-+$", "");
    String hash = Codecs.DEFINITION.hash(unnamed).hex().substring(0, HASH_DIGITS);
    return definition(new DefinitionId(start + "-" + hash), 1, measures);
  }

  private Definition definition(DefinitionId id, int version, List<Measure> measures) {
    return new Definition(
        id,
        version,
        source.title(),
        source.description(),
        purpose(),
        source.logic(),
        source.table(),
        source.unit(),
        source.counting(),
        source.period(),
        where,
        dimensions,
        measures,
        source.protection());
  }
}
