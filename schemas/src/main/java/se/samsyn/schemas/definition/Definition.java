package se.samsyn.schemas.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An indicator: what is counted among which records, by which dimensions, and how the table is
 * protected. Immutable under its id and version.
 *
 * @param table the input table it reads
 * @param where conditions that every record must meet
 * @param dimensions the spanning variables, outermost first; the full cube of all their totals is
 *     the table
 * @param measures at least one of them collected
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Definition(
    DefinitionId id,
    int version,
    Text title,
    Text description,
    Purpose purpose,
    LogicStep logic,
    TableId table,
    Unit unit,
    Counting counting,
    Periodicity period,
    List<Condition> where,
    @JsonInclude(JsonInclude.Include.ALWAYS) List<Dimension> dimensions,
    List<Measure> measures,
    ProtectionPolicy protection) {
  /** More cells than this are refused: nobody reads them, and protection must end. */
  public static final int MAX_CELLS = 1_000_000;

  public Definition {
    where = where == null ? List.of() : List.copyOf(where);
    dimensions = List.copyOf(dimensions);
    measures = List.copyOf(measures);
    Stream.of(id, title, description, purpose, logic, table, unit, counting, period, protection)
        .forEach(Objects::requireNonNull);
    if (version < 1) {
      throw new IllegalArgumentException("version starts at 1");
    }
    requireDistinct("dimension", dimensions.stream().map(d -> d.id().value()).toList());
    requireDistinct("measure", measures.stream().map(m -> m.id().value()).toList());
    if (measures.stream().noneMatch(Measure.Collected.class::isInstance)) {
      throw new IllegalArgumentException("a definition needs a count or a sum");
    }
    for (Measure measure : measures) {
      requireParts(measure, measures, dimensions);
    }
    if (purpose instanceof Purpose.Answers answers) {
      for (Purpose.Answer answer : answers.answers()) {
        requireDimension("question " + answer.question().word(), answer.by(), dimensions);
      }
    }
    long cells = 1;
    for (Dimension d : dimensions) {
      cells = Math.multiplyExact(cells, d.nodes().size());
    }
    if (cells > MAX_CELLS) {
      throw new IllegalArgumentException(
          "the table would have " + cells + " cells, more than " + MAX_CELLS);
    }
  }

  public DefinitionRef ref() {
    return new DefinitionRef(id, version);
  }

  /** The same, divided otherwise. */
  public Definition withDimensions(List<Dimension> others) {
    return new Definition(
        id,
        version,
        title,
        description,
        purpose,
        logic,
        table,
        unit,
        counting,
        period,
        where,
        others,
        measures,
        protection);
  }

  /** The measures that agencies send, in order. */
  public List<Measure.Collected> collected() {
    return measures.stream()
        .filter(Measure.Collected.class::isInstance)
        .map(Measure.Collected.class::cast)
        .toList();
  }

  private static void requireDistinct(String what, List<String> ids) {
    Set<String> seen = new HashSet<>();
    for (String id : ids) {
      if (!seen.add(id)) {
        throw new IllegalArgumentException(what + " " + id + " comes twice");
      }
    }
  }

  private static void requireParts(Measure measure, List<Measure> all, List<Dimension> dimensions) {
    if (measure instanceof Measure.Mean m) {
      requirePart(m, m.of(), all, Measure.Sum.class);
      requirePart(m, m.per(), all, Measure.Count.class);
    } else if (measure instanceof Measure.Ratio r) {
      requirePart(r, r.numerator(), all, Measure.Count.class);
      requirePart(r, r.denominator(), all, Measure.Count.class);
    } else if (measure instanceof Measure.Distribution d) {
      requirePart(d, d.of(), all, Measure.Count.class);
      requireDimension("measure " + d.id(), Optional.of(d.over()), dimensions);
    }
  }

  private static void requireDimension(
      String where, Optional<DimensionId> id, List<Dimension> dimensions) {
    if (id.isPresent() && dimensions.stream().noneMatch(d -> d.id().equals(id.get()))) {
      throw new IllegalArgumentException(where + ": no dimension " + id.get());
    }
  }

  private static void requirePart(Measure whole, MeasureId part, List<Measure> all, Class<?> kind) {
    if (all.stream().noneMatch(m -> m.id().equals(part) && kind.isInstance(m))) {
      throw new IllegalArgumentException(
          "measure "
              + whole.id()
              + ": no "
              + kind.getSimpleName().toLowerCase(java.util.Locale.ROOT)
              + " "
              + part);
    }
  }
}
