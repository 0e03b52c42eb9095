package se.samsyn.aggregator.release.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.samsyn.aggregator.release.HiddenCell;
import se.samsyn.comparison.Comparison;
import se.samsyn.comparison.CountedTable;
import se.samsyn.comparison.ShownCell;
import se.samsyn.disclosure.release.Concept;
import se.samsyn.disclosure.release.Contribution;
import se.samsyn.disclosure.release.Figure;
import se.samsyn.disclosure.release.PublishedRelease;
import se.samsyn.disclosure.release.PublishedTable;
import se.samsyn.disclosure.release.Shown;
import se.samsyn.disclosure.release.Subject;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.table.Cell;

/** From joint tables to the engine's release check and back: the one place that knows both. */
final class Translation {
  private final Comparison comparison;

  /**
   * @param comparison of all tables that figures were ever published of
   */
  Translation(Comparison comparison) {
    this.comparison = comparison;
  }

  /** The figures as the engine looks at them. */
  PublishedRelease published(PublishedFigures figures) {
    return published(figures, Set.of());
  }

  /** The figures without what is hidden of them. */
  PublishedRelease published(PublishedFigures figures, Set<HiddenCell> hidden) {
    Map<String, Concept> concepts = new LinkedHashMap<>();
    List<PublishedTable> tables = new ArrayList<>();
    for (PublishedFigures.Table table : figures.tables()) {
      List<Figure> shown = new ArrayList<>();
      comparison.concepts(counted(table)).forEach(c -> concepts.put(c.id(), c));
      cells(table, hidden).forEach((subject, cell) -> figure(subject, cell).ifPresent(shown::add));
      tables.add(
          new PublishedTable(
              table.definition().ref().toString(),
              figures.answeredFor()
                  ? PublishedTable.Assurance.PROTECTED
                  : PublishedTable.Assurance.NONE,
              shown,
              List.of()));
    }
    return new PublishedRelease(
        figures.name(), List.copyOf(concepts.values()), comparison.domains(), tables);
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
      cells(table, Set.of())
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
  private Map<Subject, List<Place>> cells(PublishedFigures.Table table, Set<HiddenCell> hidden) {
    Map<Subject, List<Place>> cells = new LinkedHashMap<>();
    Set<Contribution> all = new HashSet<>();
    table
        .revisions()
        .forEach((agency, revision) -> all.add(new Contribution(agency.value(), revision)));
    if (all.isEmpty()) {
      return cells;
    }
    add(table, Optional.empty(), all, table.joint(), hidden, cells);
    table
        .own()
        .forEach(
            (agency, own) ->
                add(
                    table,
                    Optional.of(agency),
                    Set.of(new Contribution(agency.value(), table.revisions().get(agency))),
                    own,
                    hidden,
                    cells));
    return cells;
  }

  private void add(
      PublishedFigures.Table table,
      Optional<AgencyId> agency,
      Set<Contribution> contributions,
      Map<MeasureId, List<Cell>> columns,
      Set<HiddenCell> hidden,
      Map<Subject, List<Place>> into) {
    comparison
        .places(counted(table), contributions)
        .forEach(
            (subject, places) -> {
              for (Comparison.Place place : places) {
                HiddenCell where =
                    new HiddenCell(table.definition().id(), agency, place.measure(), place.cell());
                Cell cell = columns.get(place.measure()).get(place.cell());
                into.computeIfAbsent(subject, s -> new ArrayList<>())
                    .add(new Place(where, hidden.contains(where) ? Cell.SUPPRESSED : cell));
              }
            });
  }

  private static CountedTable counted(PublishedFigures.Table table) {
    return new CountedTable(table.definition(), table.period());
  }

  private static Optional<Figure> figure(Subject subject, List<Place> places) {
    return ShownCell.figure(subject, places.stream().map(Place::cell).toList());
  }
}
