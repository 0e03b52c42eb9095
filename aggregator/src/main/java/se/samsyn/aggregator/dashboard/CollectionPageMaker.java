package se.samsyn.aggregator.dashboard;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.samsyn.aggregator.area.AreaMap;
import se.samsyn.aggregator.dashboard.figure.AreaSection;
import se.samsyn.aggregator.dashboard.figure.Beside;
import se.samsyn.aggregator.dashboard.figure.Indicator;
import se.samsyn.aggregator.dashboard.figure.Section;
import se.samsyn.aggregator.dashboard.figure.SectionMaker;
import se.samsyn.aggregator.dashboard.figure.Sections;
import se.samsyn.aggregator.dashboard.text.PeriodText;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.joint.ClosedCollection;
import se.samsyn.aggregator.joint.JointTable;
import se.samsyn.aggregator.joint.JointTables;
import se.samsyn.aggregator.reading.Cube;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.DefinitionRef;
import se.samsyn.schemas.definition.Instrument;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.definition.Purpose;
import se.samsyn.schemas.definition.Question;
import se.samsyn.schemas.message.CollectionId;
import se.samsyn.schemas.message.CollectionManifest;
import se.samsyn.schemas.message.Participant;

/** Gathers what the page of a closed collection shows. */
@Singleton
class CollectionPageMaker {
  private final JointTables tables;
  private final AreaMap areas;

  CollectionPageMaker(JointTables tables, AreaMap areas) {
    this.tables = tables;
    this.areas = areas;
  }

  /**
   * The page of {@code closed}. What was collected apart, in the same constellation and for the
   * same period, is on it too: other instruments, and questions that this collection leaves open,
   * as a sealed one does, which is of one definition.
   *
   * @param shown all collections that readers see, {@code closed} among them
   */
  CollectionPage make(ClosedCollection closed, List<ClosedCollection> shown, Texts texts) {
    CollectionManifest manifest = closed.manifest();
    List<ClosedCollection> related = related(closed, shown);
    List<Collected> own = indicators(closed, related);
    List<Collected> all = new ArrayList<>(own);
    related.stream()
        .filter(c -> c.manifest().period().equals(manifest.period()) && !c.equals(closed))
        .flatMap(c -> indicators(c, related).stream())
        .forEach(all::add);
    List<Collected> instruments =
        all.stream()
            .filter(c -> c.indicator().now().definition().purpose() instanceof Purpose.PartOf)
            .toList();
    List<Participant> missing =
        missing(own.stream().map(c -> c.indicator().now().table()).toList());
    List<Participant> reported =
        manifest.participants().stream().filter(p -> !missing.contains(p)).toList();
    List<CollectionPage.Part> questions = answers(closed) ? questions(all, texts) : List.of();
    List<CollectionPage.Part> others =
        instruments.stream()
            .map(c -> part(Sections.of(c.indicator(), texts).instrument(c.indicator()), c, texts))
            .toList();
    return new CollectionPage(
        manifest.collection().value(),
        texts.of(manifest.constellation()),
        PeriodText.of(manifest.period(), texts),
        Facts.released(closed.release(), texts),
        Facts.names(reported, texts),
        missing.isEmpty() ? Optional.empty() : Optional.of(Facts.names(missing, texts)),
        manifest.ownFigures().isEmpty(),
        questions,
        questions.isEmpty() ? List.of() : beside(all, instruments, elsewhere(closed, shown), texts),
        others,
        Chain.of(
            Stream.concat(questions.stream(), others.stream())
                .map(CollectionPage.Part::section)
                .toList(),
            texts));
  }

  /** Whether it answers any of the five questions, so that it can be a front page. */
  static boolean answers(ClosedCollection closed) {
    return closed.manifest().definitions().stream()
        .anyMatch(d -> d.purpose() instanceof Purpose.Answers);
  }

  /** The collections of the same constellation as {@code one}. */
  static Set<CollectionId> constellation(List<ClosedCollection> shown, ClosedCollection one) {
    return shown.stream()
        .map(ClosedCollection::manifest)
        .filter(m -> m.constellation().equals(one.manifest().constellation()))
        .map(CollectionManifest::collection)
        .collect(Collectors.toSet());
  }

  private List<CollectionPage.Part> beside(
      List<Collected> all, List<Collected> instruments, List<Cube> elsewhere, Texts texts) {
    Beside beside = new Beside(texts);
    List<CollectionPage.Part> parts = new ArrayList<>();
    List<Collected> asked =
        Stream.of(Question.ASSESSED, Question.RECEIVED)
            .flatMap(q -> all.stream().filter(c -> answer(c.indicator(), q).isPresent()).limit(1))
            .toList();
    beside
        .sexes(asked.stream().map(Collected::indicator).toList())
        .ifPresent(s -> parts.add(part(s, asked.get(0), texts)));
    asked.stream()
        .findFirst()
        .ifPresent(c -> beside.levels(c.indicator()).ifPresent(s -> parts.add(part(s, c, texts))));
    List<Collected> late = withInstrument(instruments, Instrument.COSTS);
    List<Collected> early = withInstrument(instruments, Instrument.INTERVENTIONS);
    if (!late.isEmpty() && !early.isEmpty()) {
      beside
          .costs(early.get(0).indicator(), late.get(0).indicator())
          .ifPresent(s -> parts.add(part(s, late.get(0), texts)));
    }
    List<Collected> outcomes = withInstrument(instruments, Instrument.OUTCOMES);
    new AreaSection(areas, elsewhere, texts)
        .of(outcomes.stream().map(Collected::indicator).toList())
        .ifPresent(s -> parts.add(part(s, outcomes.get(0), texts)));
    return parts;
  }

  /** What other constellations have released for the same period, to compare with. */
  private List<Cube> elsewhere(ClosedCollection closed, List<ClosedCollection> shown) {
    CollectionManifest here = closed.manifest();
    return shown.stream()
        .filter(c -> !c.manifest().constellation().equals(here.constellation()))
        .filter(c -> c.manifest().period().equals(here.period()))
        .flatMap(c -> c.manifest().definitions().stream().flatMap(d -> table(c, d.ref()).stream()))
        .toList();
  }

  private static List<Collected> withInstrument(List<Collected> from, Instrument instrument) {
    return from.stream()
        .filter(
            c ->
                c.indicator().now().definition().purpose() instanceof Purpose.PartOf part
                    && part.instrument() == instrument)
        .toList();
  }

  /** An indicator, and the collection that it came with. */
  private record Collected(ClosedCollection collection, Indicator indicator) {}

  /**
   * All five in their order.
   *
   * @param all the collection's own indicators first
   */
  private static List<CollectionPage.Part> questions(List<Collected> all, Texts texts) {
    List<CollectionPage.Part> parts = new ArrayList<>();
    for (Question question : Question.values()) {
      Optional<CollectionPage.Part> part =
          all.stream()
              .flatMap(
                  c ->
                      answer(c.indicator(), question)
                          .map(a -> Sections.of(c.indicator(), texts).answer(a, c.indicator()))
                          .map(section -> part(section, c, texts))
                          .stream())
              .findFirst();
      parts.add(
          part.orElseGet(
              () ->
                  new CollectionPage.Part(
                      new SectionMaker(texts).unanswered(question), Optional.empty(), false)));
    }
    return parts;
  }

  private static CollectionPage.Part part(Section section, Collected from, Texts texts) {
    return new CollectionPage.Part(
        section,
        Optional.of(Facts.of(from.indicator().now().table(), from.collection().release(), texts)),
        from.indicator().isSealed());
  }

  /** The collection in the list of them. */
  CollectionLine line(ClosedCollection closed, Texts texts) {
    CollectionManifest manifest = closed.manifest();
    List<JointTable> joint =
        manifest.definitions().stream()
            .flatMap(d -> tables.find(manifest.collection(), d.ref()).stream())
            .toList();
    List<Participant> missing = missing(joint);
    return new CollectionLine(
        manifest.collection().value(),
        texts.of(manifest.constellation()),
        PeriodText.of(manifest.period(), texts),
        joint.stream().map(t -> texts.of(t.definition().title())).collect(Collectors.joining(", ")),
        Facts.released(closed.release(), texts),
        missing.isEmpty() ? Optional.empty() : Optional.of(Facts.names(missing, texts)),
        manifest.sealed().isPresent());
  }

  private static List<Participant> missing(List<JointTable> tables) {
    return tables.stream().flatMap(t -> t.notReported().stream()).distinct().toList();
  }

  private static Optional<Purpose.Answer> answer(Indicator indicator, Question question) {
    return indicator.now().definition().purpose() instanceof Purpose.Answers answers
        ? answers.answers().stream().filter(a -> a.question() == question).findFirst()
        : Optional.empty();
  }

  /** The closed collections of the same constellation, {@code closed} among them. */
  private static List<ClosedCollection> related(
      ClosedCollection closed, List<ClosedCollection> shown) {
    return shown.stream()
        .filter(c -> c.manifest().constellation().equals(closed.manifest().constellation()))
        .toList();
  }

  private List<Collected> indicators(ClosedCollection closed, List<ClosedCollection> related) {
    return closed.manifest().definitions().stream()
        .flatMap(d -> table(closed, d.ref()).stream())
        .map(
            now ->
                new Collected(
                    closed,
                    new Indicator(now, periods(closed, now, related), longer(now, related))))
        .toList();
  }

  /** The same definition in all its closed periods, earliest first. */
  private List<Cube> periods(ClosedCollection closed, Cube now, List<ClosedCollection> related) {
    List<Cube> cubes = new ArrayList<>(List.of(now));
    related.stream()
        .filter(c -> !c.manifest().period().equals(closed.manifest().period()))
        .flatMap(c -> table(c, now.definition().ref()).stream())
        .forEach(cubes::add);
    cubes.sort(Comparator.comparing(c -> c.table().manifest().period()));
    return cubes;
  }

  /**
   * The same question to the same records over longer periods around this one, the first to end
   * first.
   */
  private List<Cube> longer(Cube now, List<ClosedCollection> related) {
    Definition own = now.definition();
    Period part = now.table().manifest().period();
    return related.stream()
        .filter(c -> isWithin(part, c.manifest().period()))
        .flatMap(
            c ->
                c.manifest().definitions().stream()
                    .filter(d -> isAlike(own, d))
                    .flatMap(d -> table(c, d.ref()).stream()))
        .sorted(Comparator.comparing(c -> c.table().manifest().period().end()))
        .toList();
  }

  private static boolean isWithin(Period part, Period whole) {
    return !part.equals(whole)
        && !part.start().isBefore(whole.start())
        && !part.end().isAfter(whole.end());
  }

  private static boolean isAlike(Definition one, Definition other) {
    return one.table().equals(other.table())
        && one.purpose().equals(other.purpose())
        && one.unit() == other.unit()
        && one.where().equals(other.where())
        && one.measures().equals(other.measures());
  }

  private Optional<Cube> table(ClosedCollection closed, DefinitionRef ref) {
    return closed.manifest().definition(ref).isEmpty()
        ? Optional.empty()
        : tables.find(closed.manifest().collection(), ref).map(Cube::of);
  }
}
