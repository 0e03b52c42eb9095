package se.samsyn.aggregator.release.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.samsyn.aggregator.release.HiddenCell;
import se.samsyn.disclosure.release.Axis;
import se.samsyn.disclosure.release.Concept;
import se.samsyn.disclosure.release.Contribution;
import se.samsyn.disclosure.release.Extent;
import se.samsyn.disclosure.release.Figure;
import se.samsyn.disclosure.release.PublishedRelease;
import se.samsyn.disclosure.release.PublishedTable;
import se.samsyn.disclosure.release.Shown;
import se.samsyn.disclosure.release.Subject;
import se.samsyn.disclosure.release.Window;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.definition.Unit;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.table.Cell;
import se.samsyn.schemas.table.CellSpace;

/** From joint tables to the engine's release check and back: the one place that knows both. */
final class Translation {
  private final Map<Concepts, Set<String>> several;

  /**
   * @param definitions all that figures were ever published of: what a person may have several
   *     classes of is a property of the records, not of one table
   */
  Translation(Iterable<Definition> definitions) {
    several = new HashMap<>();
    definitions.forEach(
        d ->
            several
                .computeIfAbsent(Concepts.of(d), c -> new HashSet<>())
                .addAll(RecordClasses.severalIn(d)));
  }

  /** Definitions that count the same thing, perhaps grouped differently. */
  private record Concepts(String id, Unit unit) {
    static Concepts of(Definition d) {
      return new Concepts(
          "%s of %s by %s where %s"
              .formatted(
                  d.unit(),
                  d.table(),
                  d.period().date().orElse("source"),
                  RecordClasses.otherConditions(d)),
          d.unit());
    }
  }

  /** The figures as the engine looks at them. */
  PublishedRelease published(PublishedFigures figures) {
    Map<String, Concept> concepts = new LinkedHashMap<>();
    List<PublishedTable> tables = new ArrayList<>();
    for (PublishedFigures.Table table : figures.tables()) {
      List<Figure> shown = new ArrayList<>();
      for (Measure.Collected measure : table.definition().collected()) {
        Concept base = base(table.definition());
        Concept concept = concept(base, measure);
        concepts.put(base.id(), base);
        concepts.put(concept.id(), concept);
      }
      cells(table).forEach((subject, cell) -> figure(subject, cell).ifPresent(shown::add));
      tables.add(
          new PublishedTable(
              table.definition().ref().toString(),
              figures.answeredFor()
                  ? PublishedTable.Assurance.PROTECTED
                  : PublishedTable.Assurance.NONE,
              shown,
              List.of()));
    }
    return new PublishedRelease(figures.name(), List.copyOf(concepts.values()), Map.of(), tables);
  }

  /** Which cells the changed release no longer shows as they are in the figures. */
  Set<HiddenCell> hidden(PublishedFigures figures, PublishedRelease changed) {
    Set<HiddenCell> hidden = new LinkedHashSet<>();
    for (PublishedFigures.Table table : figures.tables()) {
      Map<Subject, Shown> left =
          changed.tables().stream()
              .filter(t -> t.id().equals(table.definition().ref().toString()))
              .flatMap(t -> t.figures().stream())
              .collect(Collectors.toMap(Figure::subject, Figure::shown, (a, b) -> a));
      cells(table)
          .forEach(
              (subject, places) ->
                  figure(subject, places)
                      .filter(f -> !(f.shown() instanceof Shown.Hidden))
                      .filter(f -> !f.shown().equals(left.get(subject)))
                      .ifPresent(f -> places.forEach(p -> hidden.add(p.where()))));
    }
    return hidden;
  }

  /** A cell, and where it stands. */
  private record Place(HiddenCell where, Cell cell) {}

  /** The joint figure and the only agency's own are about the same; both say the same of it. */
  private Map<Subject, List<Place>> cells(PublishedFigures.Table table) {
    Map<Subject, List<Place>> cells = new LinkedHashMap<>();
    Set<Contribution> all = new HashSet<>();
    table
        .revisions()
        .forEach((agency, revision) -> all.add(new Contribution(agency.value(), revision)));
    if (all.isEmpty()) {
      return cells;
    }
    add(table, Optional.empty(), all, table.joint(), cells);
    table
        .own()
        .forEach(
            (agency, own) ->
                add(
                    table,
                    Optional.of(agency),
                    Set.of(new Contribution(agency.value(), table.revisions().get(agency))),
                    own,
                    cells));
    return cells;
  }

  private void add(
      PublishedFigures.Table table,
      Optional<AgencyId> agency,
      Set<Contribution> contributions,
      Map<MeasureId, List<Cell>> columns,
      Map<Subject, List<Place>> into) {
    Definition definition = table.definition();
    CellSpace space = CellSpace.of(definition);
    RecordClasses classes = new RecordClasses(definition, table.period());
    Window window = new Window(table.period().start(), table.period().end());
    for (Measure.Collected measure : definition.collected()) {
      String concept = concept(base(definition), measure).id();
      List<Cell> column = columns.get(measure.id());
      for (int i = 0; i < space.size(); i++) {
        int cell = i;
        classes
            .of(space.coordinates(i))
            .ifPresent(
                some ->
                    into.computeIfAbsent(
                            new Subject(concept, new Extent(contributions, window, some)),
                            s -> new ArrayList<>())
                        .add(
                            new Place(
                                new HiddenCell(definition.id(), agency, measure.id(), cell),
                                column.get(cell))));
      }
    }
  }

  /** Empty where nothing is said, not even that something is hidden. */
  private static Optional<Figure> figure(Subject subject, List<Place> places) {
    Optional<Figure> best = Optional.empty();
    for (Place place : places) {
      Optional<Shown> shown = shown(place.cell());
      if (shown.isPresent()
          && (best.isEmpty() || shown.get().worth() > best.get().shown().worth())) {
        best = Optional.of(new Figure(subject, shown.get()));
      }
    }
    return best;
  }

  private static Optional<Shown> shown(Cell cell) {
    if (cell instanceof Cell.Value v) {
      return Optional.of(Shown.exact(v.value()));
    }
    if (cell instanceof Cell.Interval i) {
      return Optional.of(Shown.between(i.lower(), i.upper()));
    }
    if (cell instanceof Cell.Suppressed) {
      return Optional.of(Shown.HIDDEN);
    }
    // A combination that does not exist holds nobody, and everybody knows.
    return cell instanceof Cell.NotApplicable ? Optional.of(Shown.exact(0)) : Optional.empty();
  }

  private Concept base(Definition definition) {
    Concepts same = Concepts.of(definition);
    return switch (definition.unit()) {
      case EVENTS -> new Concept(same.id(), Concept.Kind.EVENTS, Optional.empty(), Set.of());
      case GIVEN -> Concept.persons(same.id());
      case PERSONS -> {
        Set<Axis> overlapping = new HashSet<>(Set.of(Axis.PERIOD));
        several.getOrDefault(same, Set.of()).forEach(a -> overlapping.add(Axis.dimension(a)));
        yield Concept.personsOverlapping(same.id(), overlapping);
      }
    };
  }

  private static Concept concept(Concept base, Measure.Collected measure) {
    if (measure instanceof Measure.Count count) {
      if (count.where().isEmpty()) {
        return base;
      }
      String id =
          base.id()
              + " with "
              + count.where().stream()
                  .map(Object::toString)
                  .sorted()
                  .collect(Collectors.joining(" and "));
      return base.kind() == Concept.Kind.PERSONS
          ? Concept.filtered(id, base)
          : new Concept(id, Concept.Kind.EVENTS, Optional.of(base.id()), Set.of());
    }
    String id = ((Measure.Sum) measure).column() + " of " + base.id();
    return base.kind() == Concept.Kind.PERSONS
        ? Concept.amount(id, base)
        : new Concept(id, Concept.Kind.EVENTS, Optional.empty(), Set.of());
  }
}
