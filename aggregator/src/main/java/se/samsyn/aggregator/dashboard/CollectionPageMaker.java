package se.samsyn.aggregator.dashboard;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.samsyn.aggregator.dashboard.figure.Indicator;
import se.samsyn.aggregator.dashboard.figure.SectionMaker;
import se.samsyn.aggregator.dashboard.text.DateText;
import se.samsyn.aggregator.dashboard.text.PeriodText;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.joint.ClosedCollection;
import se.samsyn.aggregator.joint.JointTable;
import se.samsyn.aggregator.joint.JointTables;
import se.samsyn.aggregator.reading.Cube;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Purpose;
import se.samsyn.schemas.definition.Question;
import se.samsyn.schemas.message.CollectionManifest;
import se.samsyn.schemas.message.Participant;

/** Gathers what the page of a closed collection shows. */
@Singleton
class CollectionPageMaker {
  private final JointTables tables;

  CollectionPageMaker(JointTables tables) {
    this.tables = tables;
  }

  CollectionPage make(ClosedCollection closed, Texts texts) {
    CollectionManifest manifest = closed.manifest();
    String date = DateText.of(closed.closed(), texts);
    SectionMaker sections = new SectionMaker(texts);
    List<Indicator> indicators =
        manifest.definitions().stream().flatMap(d -> indicator(closed, d).stream()).toList();
    List<CollectionPage.Part> questions = new ArrayList<>();
    for (Question question : Question.values()) {
      List<CollectionPage.Part> answers = new ArrayList<>();
      for (Indicator indicator : indicators) {
        answer(indicator, question)
            .ifPresent(
                a ->
                    answers.add(
                        new CollectionPage.Part(
                            sections.answer(a, indicator),
                            Optional.of(Facts.of(indicator.now().table(), date, texts)))));
      }
      if (answers.isEmpty()) {
        answers.add(new CollectionPage.Part(sections.unanswered(question), Optional.empty()));
      }
      questions.add(answers.get(0));
    }
    List<CollectionPage.Part> instruments =
        indicators.stream()
            .filter(i -> i.now().definition().purpose() instanceof Purpose.PartOf)
            .map(
                i ->
                    new CollectionPage.Part(
                        sections.instrument(i),
                        Optional.of(Facts.of(i.now().table(), date, texts))))
            .toList();
    List<Participant> missing = missing(indicators.stream().map(i -> i.now().table()).toList());
    List<Participant> reported =
        manifest.participants().stream().filter(p -> !missing.contains(p)).toList();
    return new CollectionPage(
        texts.of(manifest.constellation()),
        PeriodText.of(manifest.period(), texts),
        date,
        Facts.names(reported, texts),
        missing.isEmpty() ? Optional.empty() : Optional.of(Facts.names(missing, texts)),
        questions,
        instruments);
  }

  /** The collection in the list of them. */
  CollectionLine line(ClosedCollection closed, Texts texts) {
    CollectionManifest manifest = closed.manifest();
    List<Participant> missing =
        missing(
            manifest.definitions().stream()
                .flatMap(d -> tables.find(manifest.collection(), d.ref()).stream())
                .toList());
    return new CollectionLine(
        manifest.collection().value(),
        texts.of(manifest.constellation()),
        PeriodText.of(manifest.period(), texts),
        DateText.of(closed.closed(), texts),
        missing.isEmpty() ? Optional.empty() : Optional.of(Facts.names(missing, texts)));
  }

  private static List<Participant> missing(List<JointTable> tables) {
    return tables.stream().flatMap(t -> t.notReported().stream()).distinct().toList();
  }

  private static Optional<Purpose.Answer> answer(Indicator indicator, Question question) {
    return indicator.now().definition().purpose() instanceof Purpose.Answers answers
        ? answers.answers().stream().filter(a -> a.question() == question).findFirst()
        : Optional.empty();
  }

  private Optional<Indicator> indicator(ClosedCollection closed, Definition definition) {
    return tables
        .find(closed.manifest().collection(), definition.ref())
        .map(Cube::of)
        .map(now -> new Indicator(now, periods(closed, now)));
  }

  /** The same definition in all closed collections of the same constellation, earliest first. */
  private List<Cube> periods(ClosedCollection closed, Cube now) {
    List<Cube> cubes = new ArrayList<>();
    for (ClosedCollection other : tables.closed()) {
      if (other.manifest().collection().equals(closed.manifest().collection())) {
        cubes.add(now);
      } else if (other.manifest().constellation().equals(closed.manifest().constellation())
          && !other.manifest().period().equals(closed.manifest().period())) {
        Optional<JointTable> table =
            tables.find(other.manifest().collection(), now.definition().ref());
        table.map(Cube::of).ifPresent(cubes::add);
      }
    }
    cubes.sort(Comparator.comparing(c -> c.table().manifest().period()));
    return cubes;
  }
}
