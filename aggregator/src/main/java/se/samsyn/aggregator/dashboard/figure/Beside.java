package se.samsyn.aggregator.dashboard.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.samsyn.aggregator.dashboard.text.PeriodText;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.reading.Cube;
import se.samsyn.aggregator.reading.Pick;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.message.AgencyId;

/** Sections that put numbers of several indicators or readers beside each other. */
public final class Beside {
  private static final DimensionId LEVEL = new DimensionId("level");

  /** More classes than this are for the files, not for a page that is read in three minutes. */
  private static final int MOST_ROWS = 40;

  private final Texts texts;
  private final FigureMaker figures;
  private final Sentences sentences;

  public Beside(Texts texts) {
    this.texts = texts;
    this.figures = new FigureMaker(texts);
    this.sentences = new Sentences(texts);
  }

  /** Girls and boys among those assessed and those who got support; empty without both. */
  public Optional<Section> sexes(List<Indicator> joint) {
    List<Indicator> bySex = joint.stream().filter(i -> i.sex().isPresent()).toList();
    if (bySex.isEmpty()) {
      return Optional.empty();
    }
    Axis sex = Axis.leaves(bySex.get(0).sex().orElseThrow(), texts);
    Axis columns =
        new Axis(
            "",
            bySex.stream()
                .map(
                    i ->
                        new Axis.Entry(title(i), 0, p -> p.with(i.now()).with(i.count().measure())))
                .toList());
    List<String> remarks =
        bySex.stream()
            .map(
                i -> title(i) + ": " + sentences.classesInside(i.count(), sex) + difference(i, sex))
            .toList();
    return Optional.of(
        section(
            "sexes",
            remarks,
            figure(
                "sexes-main", Figure.Kind.MAIN_BARS, "sexes", bySex.get(0).count(), sex, columns),
            List.of()));
  }

  /** The levels of prevention, over time. */
  public Optional<Section> levels(Indicator indicator) {
    return indicator
        .dimension(LEVEL)
        .filter(level -> indicator.isToldBy(level, indicator.latestPeriods()))
        .map(
            level -> {
              Axis rows = classes(indicator, level);
              Axis columns = Axis.periods(indicator.latestPeriods(), texts);
              List<String> remarks = new ArrayList<>();
              remarks.add(
                  title(indicator) + ": " + sentences.classesInside(indicator.count(), rows));
              return section(
                  "levels",
                  remarks,
                  figure(
                      "levels-main",
                      Figure.Kind.OVER_TIME,
                      "levels",
                      indicator.count(),
                      rows,
                      columns),
                  List.of());
            });
  }

  /**
   * Early support beside late interventions, in each period that has both.
   *
   * @param early what is given early
   * @param late what costs, because nothing early reached
   */
  public Optional<Section> costs(Indicator early, Indicator late) {
    Map<Period, Cube> then =
        late.periods().stream().collect(Collectors.toMap(Beside::period, Function.identity()));
    List<Cube> both = early.periods().stream().filter(c -> then.containsKey(period(c))).toList();
    if (both.isEmpty()) {
      return Optional.empty();
    }
    Axis rows = Axis.periods(both, texts);
    List<Axis.Entry> columns = new ArrayList<>();
    columns.add(new Axis.Entry(title(early), 0, p -> p.with(early.count().measure())));
    late.definition().measures().stream()
        .filter(m -> !(m instanceof Measure.Distribution))
        .map(
            m ->
                new Axis.Entry(
                    m.equals(late.count().measure()) ? title(late) : texts.of(m.title()),
                    0,
                    p -> p.with(then.get(period(p.cube()))).with(m)))
        .forEach(columns::add);
    List<Figure> details =
        Stream.concat(
                Stream.of(trend("costs-early", title(early), early.count(), rows)),
                late.definition().measures().stream()
                    .filter(Measure.Sum.class::isInstance)
                    .map(
                        m ->
                            trend(
                                "costs-late",
                                title(late) + ": " + texts.of(m.title()),
                                Pick.total(late.now(), m),
                                Axis.periods(
                                    both.stream().map(c -> then.get(period(c))).toList(), texts))))
            .toList();
    return Optional.of(
        section(
            "costs",
            List.of(),
            figure(
                "costs-main",
                Figure.Kind.NUMBERS,
                "costs",
                early.count(),
                rows,
                new Axis("", columns)),
            details));
  }

  /** An agency's own part beside the whole; the cubes hold no other agency's. */
  public Section own(Indicator indicator, AgencyId own) {
    if (indicator.isSealed()) {
      return new SealedSections(texts).own(indicator);
    }
    Pick whole = indicator.headline();
    Pick part = whole.with(own);
    Axis columns =
        new Axis(
            "",
            List.of(
                new Axis.Entry(texts.of("own.together"), 0, p -> p),
                new Axis.Entry(texts.of("own.yours"), 0, p -> p.with(own))));
    String id = indicator.definition().id().value();
    List<Figure> details =
        indicator.definition().dimensions().stream()
            .filter(d -> d.nodes().size() <= MOST_ROWS)
            .map(
                d ->
                    figures.make(
                        id + "-" + d.id(),
                        Figure.Kind.BARS,
                        texts.of(d.title()),
                        caption(indicator, whole.measure()),
                        whole,
                        Axis.classes(d, texts),
                        columns))
            .toList();
    List<String> remarks = new ArrayList<>(sentences.remarks(whole));
    return new Section(
        id,
        whole.measure() instanceof Measure.Count
            ? title(indicator)
            : caption(indicator, whole.measure()),
        "",
        "",
        texts.of(
            "own.sentence",
            PeriodText.of(period(indicator.now()), texts),
            sentences.key(part),
            sentences.key(whole)),
        remarks,
        Optional.of(
            figures.make(
                id + "-main",
                Figure.Kind.TREND,
                texts.of("figure.by-and-period", title(indicator)),
                caption(indicator, whole.measure()),
                whole,
                Axis.periods(indicator.periods(), texts),
                columns)),
        details,
        Optional.of(indicator.definition()));
  }

  /**
   * Classes with parts are groups where the collection is sealed, and their parts are told here.
   */
  private Axis classes(Indicator indicator, Dimension dimension) {
    return indicator.isSealed() ? Axis.leaves(dimension, texts) : Axis.classes(dimension, texts);
  }

  private String difference(Indicator indicator, Axis sex) {
    List<Pick> two = sex.entries().stream().map(e -> e.narrow().apply(indicator.count())).toList();
    return two.size() == 2 ? sentences.chance(two.get(0), two.get(1)) : "";
  }

  private Figure trend(String id, String title, Pick base, Axis periods) {
    return figures.make(id, Figure.Kind.BARS, title, title, base, periods, Axis.total(texts));
  }

  private Figure figure(
      String id, Figure.Kind kind, String about, Pick base, Axis rows, Axis columns) {
    String title = texts.of("beside." + about + ".figure");
    return figures.make(id, kind, title, title, base, rows, columns);
  }

  private Section section(String id, List<String> remarks, Figure main, List<Figure> details) {
    return new Section(
        id,
        texts.of("beside." + id),
        "",
        "",
        texts.of("beside." + id + ".text"),
        remarks,
        Optional.of(main),
        details,
        Optional.empty());
  }

  private String caption(Indicator indicator, Measure measure) {
    return title(indicator) + ": " + texts.of(measure.title());
  }

  private String title(Indicator indicator) {
    return texts.of(indicator.definition().title());
  }

  private static Period period(Cube cube) {
    return cube.table().manifest().period();
  }
}
