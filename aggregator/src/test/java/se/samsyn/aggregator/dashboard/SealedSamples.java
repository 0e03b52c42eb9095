package se.samsyn.aggregator.dashboard;

import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import se.samsyn.aggregator.joint.ClosedCollection;
import se.samsyn.aggregator.joint.JointTable;
import se.samsyn.aggregator.joint.JointTables;
import se.samsyn.aggregator.joint.WithdrawnCollection;
import se.samsyn.aggregator.reading.sealed.SealedExample;
import se.samsyn.aggregator.release.Release;
import se.samsyn.aggregator.release.ReleaseReport;
import se.samsyn.aggregator.release.ReleaseStatus;
import se.samsyn.schemas.definition.Counting;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.DefinitionRef;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.Instrument;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.definition.Purpose;
import se.samsyn.schemas.definition.Question;
import se.samsyn.schemas.definition.Text;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.CollectionId;
import se.samsyn.schemas.message.Participant;

/**
 * Sealed collections of a county of fifteen municipalities over four terms, of its results and its
 * costs, of a municipality by itself, and of one so small that nothing could be opened.
 */
@Singleton
@Primary
@Requires(env = SealedSamples.ENVIRONMENT)
public final class SealedSamples implements JointTables, Rounds {
  public static final String ENVIRONMENT = "sealed-samples";
  public static final String COUNTY = "norrlunda-vt2026";
  public static final String COSTS = "norrlunda-kostnad-vt2026";
  public static final String RESULTS = "norrlunda-resultat-vt2026";
  public static final String ONE = "stormyra-vt2026";
  public static final String CLOSED = "lillviken-vt2026";
  public static final String OPEN = "norrlunda-ht2026";

  private static final List<String> PERIODS = List.of("HT2024", "VT2025", "HT2025", "VT2026");
  private static final List<String> NAMES =
      List.of(
          "Bo",
          "By",
          "Dal",
          "Alby",
          "Fors",
          "Granby",
          "Hultsta",
          "Ingelby",
          "Kvarnbo",
          "Lindsta",
          "Myrvik",
          "Norrsund",
          "Solberg",
          "Tallvik",
          "Ekstad");
  private static final Text NORRLUNDA = new Text("TSI Norrlunda län", "TSI Norrlunda county");

  private final Map<String, JointTable> tables = new LinkedHashMap<>();
  private final List<ClosedCollection> closed = new ArrayList<>();
  private final OpenRound open;

  SealedSamples() {
    Random random = new Random(20260820);
    List<Participant> county = county();
    Dimension municipalities =
        SealedExample.units(
            IntStream.range(0, NAMES.size())
                .mapToObj(
                    u -> SealedExample.leaf("%04d".formatted(9901 + u), NAMES.get(u), NAMES.get(u)))
                .toList());
    Definition assessed =
        assessed(
            "county-assessed",
            new Text("Barn som bedömts gemensamt i länet", "Children assessed together"),
            municipalities,
            SealedExample.sex(),
            SealedExample.age());
    Definition results =
        SealedExample.definition(
            "county-result",
            new Text("Hur det har gått i länet", "What came of it in the county"),
            new Purpose.Answers(
                List.of(
                    new Purpose.Answer(Question.RECEIVED, Optional.empty()),
                    new Purpose.Answer(Question.ACTORS, Optional.empty()),
                    new Purpose.Answer(Question.RESULT, Optional.of(SealedExample.OUTCOME)))),
            Counting.OVERLAPPING,
            false,
            List.of(municipalities, SealedExample.outcome(), SealedExample.sex()));
    Definition costs =
        SealedExample.definition(
            "county-placements",
            new Text("Barn som placerats i länet", "Children placed in the county"),
            new Purpose.PartOf(Instrument.COSTS),
            Counting.DISJOINT,
            true,
            List.of(municipalities, SealedExample.sex()));
    int[] sizes = IntStream.range(0, NAMES.size()).map(u -> 5 + u * u / 3).toArray();
    add(COUNTY, NORRLUNDA, "VT2026", assessed, county, sizes, random);
    add(RESULTS, NORRLUNDA, "VT2026", results, county, part(sizes, 1.6), random);
    add(COSTS, NORRLUNDA, "VT2026", costs, county, withNobody(part(sizes, 0.5)), random);
    add(
        ONE,
        new Text("TSI Stormyra", "TSI Stormyra"),
        "VT2026",
        assessed(
            "one-assessed",
            new Text("Barn som bedömts gemensamt", "Children assessed together"),
            SealedExample.sex(),
            SealedExample.age()),
        county.subList(0, 3),
        new int[] {64},
        random);
    add(
        CLOSED,
        new Text("TSI Lillviken", "TSI Lillviken"),
        "VT2026",
        assessed(
            "small-assessed",
            new Text("Barn som bedömts i Lillviken", "Children assessed in Lillviken"),
            SealedExample.sex()),
        county.subList(0, 3),
        new int[] {8},
        random);
    for (int term = 2; term >= 0; term--) {
      String period = PERIODS.get(term);
      add(
          "norrlunda-" + period.toLowerCase(Locale.ROOT),
          NORRLUNDA,
          period,
          assessed,
          county,
          part(sizes, 0.6 + 0.12 * term),
          random);
    }
    open =
        new OpenRound(
            SealedExample.manifest(OPEN, NORRLUNDA, Period.parse("HT2026"), assessed, county),
            List.of());
  }

  private static Definition assessed(String id, Text title, Dimension... dimensions) {
    return SealedExample.definition(
        id,
        title,
        new Purpose.Answers(List.of(new Purpose.Answer(Question.ASSESSED, Optional.empty()))),
        Counting.DISJOINT,
        false,
        List.of(dimensions));
  }

  private static int[] part(int[] sizes, double part) {
    return IntStream.of(sizes).map(s -> (int) (s * part)).toArray();
  }

  /** One municipality has nobody: a true zero. */
  private static int[] withNobody(int[] sizes) {
    sizes[NAMES.indexOf("Myrvik")] = 0;
    return sizes;
  }

  /** Two boards in each municipality, and the region. */
  private static List<Participant> county() {
    List<Participant> all = new ArrayList<>();
    all.add(SealedExample.agency("skolan", "Barnnämnden i Ekstad", "Board of education, Ekstad"));
    all.add(SealedExample.agency("social", "Socialnämnden i Tallvik", "Social board, Tallvik"));
    all.add(SealedExample.agency("region", "Region Norrlunda", "Region Norrlunda"));
    for (String name : NAMES.subList(0, 6)) {
      all.add(
          SealedExample.agency(
              "namnd-" + name.toLowerCase(Locale.ROOT),
              "Socialnämnden i " + name,
              "Social board, " + name));
    }
    return all;
  }

  private void add(
      String id,
      Text constellation,
      String period,
      Definition definition,
      List<Participant> agencies,
      int[] sizes,
      Random random) {
    List<Participant> missing =
        period.equals("VT2025")
            ? agencies.subList(agencies.size() - 1, agencies.size())
            : List.of();
    SealedExample.Made made =
        SealedExample.made(
            SealedExample.manifest(id, constellation, Period.parse(period), definition, agencies),
            SealedExample.persons(definition, sizes, agencies.size(), random),
            missing);
    tables.put(id, made.table());
    closed.add(
        new ClosedCollection(
            made.table().manifest(),
            Instant.parse("2026-08-20T08:00:00Z"),
            missing.stream().map(Participant::agency).toList(),
            release(id)));
  }

  private static Release release(String id) {
    return new Release(
        new CollectionId(id),
        1,
        Sha256.of(id.getBytes(StandardCharsets.UTF_8)),
        new ReleaseReport(List.of(), 0, 0, 0, SealedExample.K, Optional.empty(), true),
        List.of(
            new Release.Line(
                1, ReleaseStatus.FINAL, Instant.parse("2026-08-21T08:00:00Z"), "coordinator", "")));
  }

  @Override
  public List<ClosedCollection> closed() {
    return List.copyOf(closed);
  }

  @Override
  public Optional<JointTable> find(CollectionId id, DefinitionRef ref) {
    return Optional.ofNullable(tables.get(id.value()))
        .filter(t -> t.definition().ref().equals(ref));
  }

  @Override
  public List<WithdrawnCollection> withdrawn() {
    return List.of();
  }

  @Override
  public List<OpenRound> open() {
    return List.of(open);
  }

  @Override
  public List<Delivered> delivered(CollectionId collection) {
    return List.of();
  }

  @Override
  public void close(CollectionId collection, Set<AgencyId> without) throws CannotClose {
    throw new CannotClose("sealed");
  }
}
