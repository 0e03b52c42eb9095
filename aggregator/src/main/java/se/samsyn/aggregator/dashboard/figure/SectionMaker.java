package se.samsyn.aggregator.dashboard.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.reading.Pick;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.Purpose;
import se.samsyn.schemas.definition.Question;
import se.samsyn.schemas.message.Participant;

/** Sections of what was collected openly: each agency has numbers of its own. */
public final class SectionMaker implements Sections {
  /** More classes than this are for the files, not for a page that is read in three minutes. */
  private static final int MOST_ROWS = 40;

  private final Texts texts;
  private final FigureMaker figures;
  private final Sentences sentences;

  public SectionMaker(Texts texts) {
    this.texts = texts;
    this.figures = new FigureMaker(texts);
    this.sentences = new Sentences(texts);
  }

  /** A question that no indicator of the collection answers. */
  public Section unanswered(Question question) {
    return unanswered(question, "sentence.unanswered");
  }

  private Section unanswered(Question question, String why) {
    return new Section(
        question.word(),
        texts.of("question." + question.word()),
        "",
        "",
        texts.of(why),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  @Override
  public Section answer(Purpose.Answer answer, Indicator indicator) {
    Question question = answer.question();
    if (question == Question.ACTORS && answer.by().isEmpty() && !showsActors(indicator)) {
      return unanswered(question, "sentence.own-figures");
    }
    String id = question.word();
    Pick count = indicator.count();
    Optional<Axis> parts = parts(answer, indicator);
    List<Figure> details = new ArrayList<>();
    Figure main;
    String sentence;
    List<String> remarks = new ArrayList<>();
    if (parts.isPresent()) {
      Axis axis = parts.get();
      main = figure(id, "main", Figure.Kind.MAIN_BARS, axis.title(), count, axis, total());
      sentence = sentences.largest(largestKey(question), count, axis);
      indicator
          .sex()
          .ifPresent(
              sex ->
                  details.add(
                      figure(
                          id,
                          "sex",
                          Figure.Kind.BARS,
                          texts.of("figure.by-and-sex", axis.title()),
                          count,
                          axis,
                          Axis.classes(sex, texts))));
      if (question == Question.RESULT) {
        dimensions(indicator)
            .filter(d -> answer.by().filter(d.id()::equals).isEmpty())
            .filter(d -> indicator.sex().filter(d::equals).isEmpty())
            .forEach(d -> details.add(byAndSex(id, count, axis, d)));
      }
      if (indicator.periods().size() > 1) {
        details.add(
            figure(
                id,
                "trend",
                Figure.Kind.OVER_TIME,
                texts.of("figure.by-and-period", axis.title()),
                count,
                axis,
                Axis.periods(indicator.latestPeriods(), texts)));
      }
    } else {
      main = trend(id, indicator, count);
      sentence = sentences.total(question, count);
      sentences.pooled(count, indicator.longer()).ifPresent(remarks::add);
      sentences.change(count, indicator.before()).ifPresent(remarks::add);
      sentences.change(count, indicator.baseline()).ifPresent(remarks::add);
      indicator.sex().ifPresent(s -> remarks.add(sentences.classes(count, Axis.classes(s, texts))));
      details.addAll(breakdowns(id, indicator, count));
    }
    remarks.addAll(sentences.remarks(count));
    return new Section(
        id,
        texts.of("question." + question.word()),
        parts
            .map(p -> sentences.largest(count, p).map(e -> sentences.key(e.narrow().apply(count))))
            .orElse(Optional.of(sentences.key(count)))
            .orElse(""),
        parts.flatMap(p -> sentences.largest(count, p)).map(Axis.Entry::label).orElse(""),
        sentence,
        remarks,
        Optional.of(main),
        details,
        Optional.of(indicator.definition()));
  }

  @Override
  public Section instrument(Indicator indicator) {
    String id = indicator.definition().id().value();
    Pick headline = indicator.headline();
    List<Figure> details = new ArrayList<>();
    List<Measure> measures =
        indicator.definition().measures().stream()
            .filter(m -> !(m instanceof Measure.Distribution))
            .toList();
    if (measures.size() > 1) {
      details.add(
          figure(
              id,
              "measures",
              Figure.Kind.NUMBERS,
              texts.of("figure.measures"),
              headline,
              Axis.measures(measures, texts),
              totalAndSex(indicator)));
    }
    details.addAll(breakdowns(id, indicator, headline));
    List<String> remarks = new ArrayList<>();
    sentences.pooled(headline, indicator.longer()).ifPresent(remarks::add);
    sentences.change(headline, indicator.before()).ifPresent(remarks::add);
    sentences.change(headline, indicator.baseline()).ifPresent(remarks::add);
    remarks.addAll(sentences.remarks(headline));
    return new Section(
        id,
        texts.of(indicator.definition().title()),
        sentences.key(headline),
        "",
        sentences.measure(headline),
        remarks,
        Optional.of(trend(id, indicator, headline)),
        details,
        Optional.of(indicator.definition()));
  }

  private Optional<Axis> parts(Purpose.Answer answer, Indicator indicator) {
    if (answer.question() == Question.ACTORS && answer.by().isEmpty()) {
      return Optional.of(actors(indicator));
    }
    return answer.by().flatMap(indicator::dimension).map(d -> Axis.classes(d, texts));
  }

  private static String largestKey(Question question) {
    return question == Question.ACTORS || question == Question.RESULT
        ? question.word() + ".largest"
        : "largest";
  }

  private Figure trend(String id, Indicator indicator, Pick base) {
    return figure(
        id,
        "main",
        Figure.Kind.TREND,
        texts.of("figure.trend"),
        base,
        Axis.periods(indicator.periods(), texts),
        totalAndSex(indicator));
  }

  /** By each dimension that a page has room for, then by agency where that may be shown. */
  private List<Figure> breakdowns(String id, Indicator indicator, Pick base) {
    List<Figure> made = new ArrayList<>();
    dimensions(indicator)
        .forEach(
            d ->
                made.add(
                    figure(
                        id,
                        d.id().value(),
                        Figure.Kind.BARS,
                        texts.of(d.title()),
                        base,
                        Axis.classes(d, base, texts),
                        total())));
    if (showsActors(indicator) && indicator.now().table().manifest().participants().size() > 1) {
      made.add(
          figure(
              id,
              "actor",
              Figure.Kind.BARS,
              texts.of("axis.actor"),
              base,
              actors(indicator),
              total()));
    }
    return made;
  }

  private Figure byAndSex(String id, Pick base, Axis columns, Dimension rows) {
    return figure(
        id,
        rows.id().value(),
        Figure.Kind.BARS,
        texts.of(
            "figure.by-and",
            columns.title(),
            texts.of(rows.title()).toLowerCase(texts.language().locale())),
        base,
        Axis.classes(rows, texts),
        columns);
  }

  private Stream<Dimension> dimensions(Indicator indicator) {
    return indicator.definition().dimensions().stream().filter(d -> d.nodes().size() <= MOST_ROWS);
  }

  private static boolean showsActors(Indicator indicator) {
    return indicator.now().table().manifest().showsOwnFigures();
  }

  private Axis actors(Indicator indicator) {
    List<Participant> all = indicator.now().table().manifest().participants();
    return Axis.actors(all, texts);
  }

  private Axis totalAndSex(Indicator indicator) {
    return indicator.sex().map(s -> Axis.totalAndTop(s, texts)).orElse(total());
  }

  private Axis total() {
    return Axis.total(texts);
  }

  private Figure figure(
      String section,
      String name,
      Figure.Kind kind,
      String title,
      Pick base,
      Axis rows,
      Axis columns) {
    String caption =
        texts.of(
            "figure.caption",
            texts.of(base.cube().definition().title()),
            kind == Figure.Kind.NUMBERS
                ? texts.of("figure.all-measures")
                : texts.of(base.measure().title()),
            title);
    return figures.make(section + "-" + name, kind, title, caption, base, rows, columns);
  }
}
