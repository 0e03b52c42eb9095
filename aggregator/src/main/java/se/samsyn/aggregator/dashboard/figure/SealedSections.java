package se.samsyn.aggregator.dashboard.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.reading.Pick;
import se.samsyn.aggregator.reading.sealed.SealedView;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.Purpose;
import se.samsyn.schemas.definition.Question;

/**
 * Sections of a sealed collection: no agency has numbers here, and units and classes are shown as
 * far as they were opened.
 */
public final class SealedSections implements Sections {
  private final Texts texts;
  private final SealedFigures figures;
  private final SealedSentences sentences;

  public SealedSections(Texts texts) {
    this.texts = texts;
    this.figures = new SealedFigures(texts);
    this.sentences = new SealedSentences(texts);
  }

  @Override
  public Section answer(Purpose.Answer answer, Indicator indicator) {
    Question question = answer.question();
    String heading = texts.of("question." + question.word());
    Pick count = indicator.count();
    if (question == Question.ACTORS && answer.by().isEmpty()) {
      return section(
          question.word(),
          heading,
          Headline.of(texts.of("sealed.actors")),
          List.of(),
          List.of(),
          indicator);
    }
    Optional<Dimension> by = answer.by().flatMap(indicator::dimension);
    Headline headline =
        by.map(d -> sentences.largest(question, count, d, figures.classes(count, d)))
            .orElseGet(() -> sentences.total(question, count));
    return section(question.word(), heading, headline, indicator, count, by);
  }

  @Override
  public Section instrument(Indicator indicator) {
    Pick headline = indicator.headline();
    return section(
        indicator.definition().id().value(),
        texts.of(indicator.definition().title()),
        sentences.measure(headline),
        indicator,
        headline,
        Optional.empty());
  }

  /** For an agency's people: the whole only, since their own part never left them. */
  public Section own(Indicator indicator) {
    Pick whole = indicator.count();
    String id = indicator.definition().id().value();
    String title = texts.of(indicator.definition().title());
    return section(
        id,
        title,
        sentences.own(whole),
        sentences.remarks(whole),
        List.of(
            figures.one(
                id + "-main",
                Figure.Kind.TREND,
                texts.of("figure.by-and-period", title),
                whole,
                Axis.periods(indicator.periods(), texts))),
        indicator);
  }

  /**
   * @param by the attribute whose classes are the answer; empty where the total is
   */
  private Section section(
      String id,
      String heading,
      Headline headline,
      Indicator indicator,
      Pick base,
      Optional<Dimension> by) {
    SealedView view = SealedView.of(base.cube(), base.measure());
    if (!view.isOpened()) {
      return section(
          id,
          heading,
          headline,
          sentences.remarks(base),
          List.of(trend(id + "-main", Figure.Kind.TREND, indicator, base)),
          indicator);
    }
    List<Figure> made = new ArrayList<>();
    by.ifPresent(d -> addAttribute(id, indicator, base, d, made));
    addUnits(id, indicator, base, made);
    if (made.isEmpty() || indicator.periods().size() > 1) {
      made.add(
          trend(
              id + "-trend",
              made.isEmpty() ? Figure.Kind.TREND : Figure.Kind.BARS,
              indicator,
              base));
    }
    view.attributes().stream()
        .filter(d -> by.filter(d::equals).isEmpty())
        .forEach(d -> addAttribute(id, indicator, base, d, made));
    addMeasures(id, indicator, base, made);
    List<String> remarks = new ArrayList<>();
    if (by.isEmpty()) {
      sentences.change(base, indicator).forEach(remarks::add);
      indicator.sex().ifPresent(sex -> remarks.add(sentences.classes(base, sex)));
    }
    sentences.grouped(view).ifPresent(remarks::add);
    if (figures.isLong(base)) {
      remarks.add(texts.of("sealed.units.files"));
    }
    view.attributes().stream()
        .filter(d -> !view.isDivided(d))
        .forEach(d -> remarks.add(texts.of("sealed.not-divided", texts.of(d.title()))));
    remarks.addAll(sentences.remarks(base));
    return section(id, heading, headline, remarks, made, indicator);
  }

  private void addUnits(String id, Indicator indicator, Pick base, List<Figure> made) {
    Figure.Kind kind = made.isEmpty() ? Figure.Kind.MAIN_BARS : Figure.Kind.BARS;
    figures
        .units(base)
        .ifPresent(
            units ->
                made.add(
                    figures.one(
                        id + "-units",
                        kind,
                        texts.of("sealed.figure.units", lower(units.title())),
                        base,
                        units)));
  }

  /** An attribute of all units together, in each unit and over time. */
  private void addAttribute(
      String id, Indicator indicator, Pick base, Dimension attribute, List<Figure> made) {
    String name = id + "-" + attribute.id();
    Figure.Kind kind = made.isEmpty() ? Figure.Kind.MAIN_BARS : Figure.Kind.BARS;
    boolean isByUnit = figures.units(base).isPresent();
    figures
        .classes(base, attribute)
        .ifPresent(
            classes ->
                made.add(
                    figures.one(
                        name,
                        kind,
                        isByUnit
                            ? texts.of("sealed.figure.whole", classes.title())
                            : classes.title(),
                        base,
                        classes)));
    figures.divided(name + "-units", base, attribute).ifPresent(made::add);
    figures
        .overTime(name + "-periods", base, attribute, indicator.latestPeriods())
        .ifPresent(made::add);
  }

  /**
   * The other measures: of the whole beside each other, then each by unit as far as it is opened.
   */
  private void addMeasures(String id, Indicator indicator, Pick base, List<Figure> made) {
    List<Measure> measures =
        indicator.definition().measures().stream()
            .filter(m -> !(m instanceof Measure.Distribution))
            .toList();
    if (measures.size() < 2) {
      return;
    }
    made.add(figures.measures(id + "-measures", base, measures));
    measures.stream()
        .filter(m -> !m.equals(base.measure()))
        .map(base::with)
        .forEach(
            other ->
                figures
                    .units(other)
                    .ifPresent(
                        units ->
                            made.add(
                                figures.one(
                                    id + "-units-" + other.measure().id(),
                                    Figure.Kind.BARS,
                                    texts.of(
                                        "sealed.figure.by-unit",
                                        texts.of(other.measure().title()),
                                        lower(units.title())),
                                    other,
                                    units))));
  }

  /** Large where it is what the section shows first. */
  private Figure trend(String id, Figure.Kind kind, Indicator indicator, Pick base) {
    String title = texts.of("figure.trend");
    return figures.one(id, kind, title, base, Axis.periods(indicator.periods(), texts));
  }

  private String lower(String title) {
    return title.toLowerCase(texts.language().locale());
  }

  private static Section section(
      String id,
      String heading,
      Headline headline,
      List<String> remarks,
      List<Figure> figures,
      Indicator indicator) {
    return new Section(
        id,
        heading,
        headline.key(),
        headline.keyOf(),
        headline.sentence(),
        remarks,
        figures.stream().findFirst(),
        figures.stream().skip(1).sorted(Comparator.comparing(Figure::isWide)).toList(),
        Optional.of(indicator.definition()));
  }

  /**
   * What a section says first.
   *
   * @param key the one number for the overview; empty where there is none
   * @param keyOf the class that has it, where it is not the total
   */
  record Headline(String sentence, String key, String keyOf) {
    static Headline of(String sentence) {
      return new Headline(sentence, "", "");
    }
  }
}
