package se.samsyn.aggregator.dashboard;

import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.samsyn.aggregator.Keys;
import se.samsyn.aggregator.area.AreaMap;
import se.samsyn.aggregator.joint.ClosedCollection;
import se.samsyn.aggregator.joint.JointTable;
import se.samsyn.aggregator.joint.JointTables;
import se.samsyn.aggregator.joint.WithdrawnCollection;
import se.samsyn.aggregator.release.Release;
import se.samsyn.aggregator.release.ReleaseReport;
import se.samsyn.aggregator.release.ReleaseStatus;
import se.samsyn.schemas.catalogue.Catalogue;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.DefinitionRef;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.definition.Text;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.SigningKey;
import se.samsyn.schemas.json.MalformedDocument;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.AuthorityId;
import se.samsyn.schemas.message.CollectionId;
import se.samsyn.schemas.message.CollectionManifest;
import se.samsyn.schemas.message.Participant;
import se.samsyn.schemas.table.Cell;
import se.samsyn.schemas.table.CellSpace;

/**
 * Closed collections over four terms with every state of a cell, and one that is open: what the
 * pages must be able to show, whatever numbers the house makes.
 */
@Singleton
@Primary
@Requires(env = SampleTables.ENVIRONMENT)
public final class SampleTables implements JointTables, Rounds {
  public static final String ENVIRONMENT = "sample-tables";
  public static final String LATEST = "alvlanda-vt2026";
  public static final String OPEN = "alvlanda-ht2026";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final List<String> PERIODS = List.of("HT2024", "VT2025", "HT2025", "VT2026");

  private final List<ClosedCollection> closed = new ArrayList<>();
  private final List<OpenRound> open = new ArrayList<>();
  private final Set<AgencyId> closedWithout = new HashSet<>();

  /**
   * @param areas where some are told about, all is of those alone
   */
  SampleTables(Keys keys, AreaMap areas) throws IOException, MalformedDocument {
    Catalogue catalogue = Catalogue.load(List.of());
    List<Definition> definitions =
        catalogue.definitions().stream().map(d -> within(areas, d)).toList();
    List<Participant> agencies =
        List.of(
            agency("skolan", "Barn- och utbildningsförvaltningen", "Education"),
            agency("socialtjansten", "Socialtjänsten", "Social services"),
            agency("varden", "Första linjen", "First-line care"));
    for (String period : PERIODS) {
      closed.add(
          0,
          new ClosedCollection(
              manifest(
                  keys,
                  catalogue,
                  definitions,
                  agencies,
                  "alvlanda-" + period.toLowerCase(java.util.Locale.ROOT),
                  period),
              Instant.parse("2026-08-20T08:00:00Z"),
              period.equals("VT2025") ? List.of(new AgencyId("varden")) : List.of(),
              release("alvlanda-" + period.toLowerCase(java.util.Locale.ROOT), period)));
    }
    CollectionManifest next = manifest(keys, catalogue, definitions, agencies, OPEN, "HT2026");
    open.add(
        new OpenRound(
            next,
            List.of(
                new Delivered(agencies.get(0), 8, 8),
                new Delivered(agencies.get(1), 3, 8),
                new Delivered(agencies.get(2), 0, 8))));
  }

  @Override
  public List<ClosedCollection> closed() {
    return List.copyOf(closed);
  }

  @Override
  public Optional<JointTable> find(CollectionId id, DefinitionRef ref) {
    return closed(id.value()).flatMap(c -> c.manifest().definition(ref).map(d -> table(c, d)));
  }

  @Override
  public List<WithdrawnCollection> withdrawn() {
    return List.of();
  }

  @Override
  public List<OpenRound> open() {
    return List.copyOf(open);
  }

  @Override
  public List<Delivered> delivered(CollectionId collection) {
    return open.stream()
        .filter(r -> r.manifest().collection().equals(collection))
        .flatMap(r -> r.delivered().stream())
        .toList();
  }

  @Override
  public void close(CollectionId collection, Set<AgencyId> without) throws CannotClose {
    if (!open.removeIf(r -> r.manifest().collection().equals(collection))) {
      throw new CannotClose("not open");
    }
    closedWithout.addAll(without);
  }

  /** The agencies that a collection was closed without through a page. */
  Set<AgencyId> closedWithout() {
    return Set.copyOf(closedWithout);
  }

  /** All final but the latest, which is provisional; that of the second term is a correction. */
  private static Release release(String id, String period) {
    int version = period.equals("VT2025") ? 2 : 1;
    return new Release(
        new CollectionId(id),
        version,
        Sha256.of(id.getBytes(StandardCharsets.UTF_8)),
        new ReleaseReport(List.of(), 0, 0, 0, 5, Optional.empty(), false),
        List.of(
            new Release.Line(
                PERIODS.indexOf(period) + 1,
                period.equals("VT2026") ? ReleaseStatus.PROVISIONAL : ReleaseStatus.FINAL,
                Instant.parse("2026-08-21T08:00:00Z"),
                "coordinator",
                version > 1 ? "Skolan har rättat sina siffror." : "")));
  }

  private static Participant agency(String id, String sv, String en) {
    return new Participant(
        new AgencyId(id),
        new AuthorityId(id),
        new Text(sv, en),
        SigningKey.generate(RANDOM).verificationKey());
  }

  private static Definition within(AreaMap areas, Definition definition) {
    return definition.withDimensions(
        definition.dimensions().stream().map(d -> within(areas, d)).toList());
  }

  private static Dimension within(AreaMap areas, Dimension dimension) {
    List<Code> told =
        dimension.codes().stream().filter(c -> areas.find(c.code()).isPresent()).toList();
    return told.isEmpty()
        ? dimension
        : new Dimension(dimension.id(), dimension.title(), dimension.kind(), dimension.by(), told);
  }

  private static CollectionManifest manifest(
      Keys keys,
      Catalogue catalogue,
      List<Definition> definitions,
      List<Participant> agencies,
      String id,
      String period) {
    return new CollectionManifest(
        new CollectionId(id),
        1,
        new Text("TSI Alvlanda", "TSI Alvlanda"),
        Period.parse(period),
        definitions,
        List.copyOf(catalogue.tables()),
        agencies,
        keys.decryption().encryptionKey(),
        Instant.parse("2026-08-01T08:00:00Z"),
        Instant.parse("2026-09-01T08:00:00Z"));
  }

  private static JointTable table(ClosedCollection collection, Definition definition) {
    CollectionManifest manifest = collection.manifest();
    CellSpace space = CellSpace.of(definition);
    int term = PERIODS.indexOf(manifest.period().toString());
    List<Participant> reported =
        manifest.participants().stream()
            .filter(p -> !collection.absentees().contains(p.agency()))
            .toList();
    Map<AgencyId, Map<MeasureId, List<Cell>>> byActor = new LinkedHashMap<>();
    Map<MeasureId, List<Cell>> joint = new HashMap<>();
    for (var measure : definition.collected()) {
      int divisor = definition.measures().indexOf(measure) == 0 ? 1 : 3;
      List<Cell> sums = new ArrayList<>();
      for (int cell = 0; cell < space.size(); cell++) {
        long lower = 0;
        long upper = 0;
        for (int a = 0; a < reported.size(); a++) {
          long count = count(space, cell, a, term) / divisor;
          boolean hidden = count > 0 && count < 5;
          Cell own = hidden ? Cell.SUPPRESSED : new Cell.Value(count);
          byActor
              .computeIfAbsent(reported.get(a).agency(), k -> new HashMap<>())
              .computeIfAbsent(measure.id(), k -> new ArrayList<>())
              .add(own);
          lower += hidden ? 0 : count;
          upper += hidden ? 9 : count;
        }
        sums.add(
            lower == upper
                ? new Cell.Value(lower)
                : lower == 0 ? Cell.SUPPRESSED : new Cell.Interval(lower, upper));
      }
      joint.put(measure.id(), sums);
    }
    return new JointTable(
        manifest,
        definition,
        reported,
        manifest.participants().stream().filter(p -> !reported.contains(p)).toList(),
        joint,
        byActor);
  }

  /** Fewer the narrower the class is; no two classes alike. */
  private static long count(CellSpace space, int cell, int agency, int term) {
    double share = 60 - 14.0 * agency + 9.0 * term;
    for (int d = 0; d < space.dimensions().size(); d++) {
      int position = space.position(cell, d);
      if (position > 0) {
        share /= 1.6 + 0.45 * position + 0.1 * agency;
      }
    }
    return (long) share;
  }
}
