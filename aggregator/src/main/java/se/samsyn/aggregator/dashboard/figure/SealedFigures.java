package se.samsyn.aggregator.dashboard.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.samsyn.aggregator.dashboard.figure.FigureMaker.Line;
import se.samsyn.aggregator.dashboard.figure.FigureMaker.Place;
import se.samsyn.aggregator.dashboard.text.PeriodText;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.reading.Cube;
import se.samsyn.aggregator.reading.Pick;
import se.samsyn.aggregator.reading.sealed.DividedUnit;
import se.samsyn.aggregator.reading.sealed.SealedView;
import se.samsyn.aggregator.reading.sealed.Shown;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.Measure;

/**
 * Figures of a sealed table: a row for each unit or class that was opened, or for those that are
 * shown together; none for what is inside a larger group.
 */
final class SealedFigures {
  /** More rows than this are for the files, not for a page that is read in three minutes. */
  private static final int MOST_ROWS = 40;

  /** As deep as rows are indented. */
  private static final int DEEPEST = 3;

  private final Texts texts;
  private final FigureMaker figures;

  SealedFigures(Texts texts) {
    this.texts = texts;
    this.figures = new FigureMaker(texts);
  }

  /** Whether there are more units than the page has room for. */
  boolean isLong(Pick base) {
    return view(base).units().size() > MOST_ROWS;
  }

  /**
   * The smallest units that were opened; empty where there is nothing to tell apart, or too much.
   */
  Optional<Axis> units(Pick base) {
    SealedView view = view(base);
    List<Shown> units = view.units();
    return units.size() > 1 && units.size() <= MOST_ROWS
        ? view.unitDimension().map(d -> new Axis(texts.of(d.title()), entries(base, d, units)))
        : Optional.empty();
  }

  /** The finest classes of all units together; empty where they are not told apart. */
  Optional<Axis> classes(Pick base, Dimension attribute) {
    List<Shown> classes = view(base).classes(Code.TOTAL, attribute);
    return classes.size() > 1 && classes.size() <= MOST_ROWS
        ? Optional.of(new Axis(texts.of(attribute.title()), entries(base, attribute, classes)))
        : Optional.empty();
  }

  /** Rows by an axis, as many columns as there are measures: one. */
  Figure one(String id, Figure.Kind kind, String title, Pick base, Axis rows) {
    return figures.make(id, kind, title, caption(base, title), base, rows, Axis.total(texts));
  }

  /** All measures of the whole. */
  Figure measures(String id, Pick base, List<Measure> measures) {
    String title = texts.of("figure.measures");
    return figures.make(
        id,
        Figure.Kind.NUMBERS,
        title,
        texts.of(
            "figure.caption",
            texts.of(base.cube().definition().title()),
            texts.of("figure.all-measures"),
            title),
        base,
        Axis.measures(measures, texts),
        Axis.total(texts));
  }

  /** An attribute by unit; empty where no unit below the whole is divided by it. */
  Optional<Figure> divided(String id, Pick base, Dimension attribute) {
    SealedView view = view(base);
    List<DividedUnit> rows = view.divided(attribute);
    if (isLong(base) || rows.stream().noneMatch(r -> r.classes().size() > 1)) {
      return Optional.empty();
    }
    Dimension units = view.unitDimension().orElseThrow();
    List<Line> lines =
        rows.stream()
            .map(
                row ->
                    new Line(
                        names(base).of(units, row.unit()),
                        Math.min(DEEPEST, row.depth()),
                        places(base.with(units.id(), row.unit().code()), attribute, row.classes())))
            .toList();
    List<String> notes = new ArrayList<>();
    if (rows.stream().anyMatch(r -> r.classes().size() < attribute.leaves().size())) {
      notes.add(texts.of("sealed.note.spanning"));
    }
    if (rows.stream().anyMatch(DividedUnit::isSplit)) {
      notes.add(texts.of("sealed.note.around"));
    }
    String title =
        texts.of(
            "sealed.figure.by-unit",
            texts.of(attribute.title()),
            texts.of(units.title()).toLowerCase(texts.language().locale()));
    return Optional.of(
        ragged(
            id,
            Figure.Kind.DIVIDED,
            title,
            base,
            texts.of(units.title()),
            attribute,
            lines,
            notes));
  }

  /** An attribute in each period; empty unless it is told in one and there are several. */
  Optional<Figure> overTime(String id, Pick base, Dimension attribute, List<Cube> periods) {
    List<Cube> sealed =
        periods.stream().filter(c -> c.table().manifest().sealed().isPresent()).toList();
    List<Line> lines =
        sealed.stream()
            .map(
                c -> {
                  Pick then = base.with(c);
                  return new Line(
                      PeriodText.of(c.table().manifest().period(), texts),
                      0,
                      places(then, attribute, view(then).classes(Code.TOTAL, attribute)));
                })
            .toList();
    if (lines.size() < 2 || lines.stream().noneMatch(l -> l.places().size() > 1)) {
      return Optional.empty();
    }
    String title = texts.of("figure.by-and-period", texts.of(attribute.title()));
    boolean spans = lines.stream().flatMap(l -> l.places().stream()).anyMatch(p -> p.span() > 1);
    return Optional.of(
        ragged(
            id,
            Figure.Kind.OVER_TIME,
            title,
            base,
            texts.of("axis.period"),
            attribute,
            lines,
            spans ? List.of(texts.of("sealed.note.spanning")) : List.of()));
  }

  private Figure ragged(
      String id,
      Figure.Kind kind,
      String title,
      Pick base,
      String rowTitle,
      Dimension attribute,
      List<Line> lines,
      List<String> notes) {
    return figures.make(
        id,
        kind,
        title,
        caption(base, title),
        rowTitle,
        attribute.leaves().stream().map(c -> texts.of(c.label())).toList(),
        lines,
        notes);
  }

  /** Classes that are shown together lie beside each other: they are one node of a tree. */
  private List<Place> places(Pick unit, Dimension attribute, List<Shown> classes) {
    GroupName names = names(unit);
    return classes.stream()
        .map(
            c ->
                new Place(
                    unit.with(attribute.id(), c.code()),
                    c.members().size(),
                    c.isWhole()
                        ? texts.of("sealed.undivided")
                        : c.isGroup() ? names.of(attribute, c) : ""))
        .toList();
  }

  private List<Axis.Entry> entries(Pick base, Dimension dimension, List<Shown> shown) {
    GroupName names = names(base);
    return shown.stream()
        // A mean of nobody is no number.
        .filter(s -> base.with(dimension.id(), s.code()).read().isKnown())
        .map(
            s ->
                new Axis.Entry(
                    names.of(dimension, s), 0, pick -> pick.with(dimension.id(), s.code())))
        .toList();
  }

  private String caption(Pick base, String title) {
    return texts.of(
        "figure.caption",
        texts.of(base.cube().definition().title()),
        texts.of(base.measure().title()),
        title);
  }

  private GroupName names(Pick base) {
    return new GroupName(base.cube().table().manifest(), texts);
  }

  private static SealedView view(Pick base) {
    return SealedView.of(base.cube(), base.measure());
  }
}
