package se.samsyn.aggregator.sealed;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.samsyn.aggregator.Keys;
import se.samsyn.aggregator.TestAgency;
import se.samsyn.aggregator.TestAggregator;
import se.samsyn.aggregator.agency.Invitations;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.schemas.catalogue.Catalogue;
import se.samsyn.schemas.definition.ClassifiedBy;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.definition.Text;
import se.samsyn.schemas.envelope.DecryptionKey;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.AgentRequest;
import se.samsyn.schemas.message.AuthorityId;
import se.samsyn.schemas.message.CollectionId;
import se.samsyn.schemas.message.CollectionManifest;
import se.samsyn.schemas.message.Invitation;
import se.samsyn.schemas.message.Participant;
import se.samsyn.schemas.message.RoleKey;
import se.samsyn.schemas.message.SealedTerms;
import se.samsyn.schemas.sealed.Address;

/**
 * Four agencies of different authorities, of which the first three are A, B and C, and sealed
 * collections of children placed and what it costs, in four municipalities and by sex.
 */
public final class SealedTrial {
  public static final MeasureId CHILDREN = new MeasureId("children");
  public static final MeasureId COST = new MeasureId("cost");

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Place place;
  public final List<TestAgency> agencies =
      List.of(
          TestAgency.of("skolan"),
          TestAgency.of("varden"),
          TestAgency.of("socialen"),
          TestAgency.of("fritiden"));

  private SealedTrial(Place place) {
    this.place = place;
  }

  /** An aggregator that answers, and the services on its database. */
  public interface Place {
    URI address();

    <T> T bean(Class<T> type);
  }

  /** With all agencies enrolled. */
  public static SealedTrial at(TestAggregator aggregator) throws Exception {
    return at(
        new Place() {
          @Override
          public URI address() {
            return aggregator.address();
          }

          @Override
          public <T> T bean(Class<T> type) {
            return aggregator.bean(type);
          }
        });
  }

  /** With all agencies enrolled. */
  public static SealedTrial at(Place place) throws Exception {
    SealedTrial trial = new SealedTrial(place);
    for (TestAgency agency : trial.agencies) {
      trial.enrol(agency);
    }
    return trial;
  }

  public void enrol(TestAgency agency) throws Exception {
    enrol(agency, authority(agency));
  }

  public void enrol(TestAgency agency, AuthorityId authority) throws Exception {
    Invitation invitation =
        place
            .bean(Invitations.class)
            .invite(
                agency.id(),
                agency.id().value(),
                authority,
                place.address(),
                Duration.ofDays(1),
                "coordinator");
    TestAgency.post(place.address(), TestAgency.ENROLMENTS, agency.enrolment(invitation.token()));
  }

  public static AuthorityId authority(TestAgency agency) {
    return new AuthorityId("board-of-" + agency.id());
  }

  /** The agency's offer of a fresh key, which it sends. */
  public RoleKey offer(TestAgency agency) throws Exception {
    RoleKey key =
        RoleKey.offered(agency.id(), DecryptionKey.generate().encryptionKey(), agency.key());
    offer(Codecs.ROLE_KEY.write(key));
    return key;
  }

  public HttpResponse<byte[]> offer(byte[] body) throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(place.address().resolve("/api/v1/agent/sealed/role-key"))
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofByteArray(body))
            .build(),
        BodyHandlers.ofByteArray());
  }

  /** A first attempt at a collection of the period, with fresh keys. */
  public StoredCollection collection(String period) throws Exception {
    return place
        .bean(SealedIssuing.class)
        .issue(manifest("sealed-" + period.toLowerCase(Locale.ROOT), period), "test");
  }

  public CollectionManifest manifest(String id, String period) throws Exception {
    List<RoleKey> roles = new ArrayList<>();
    for (TestAgency agency : agencies.subList(0, 3)) {
      roles.add(offer(agency));
    }
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Catalogue catalogue = Catalogue.load(List.of());
    Definition definition = definition(catalogue);
    return new CollectionManifest(
        new CollectionId(id),
        1,
        new Text("Samsyn", "Samsyn"),
        Period.parse(period),
        List.of(definition),
        List.of(catalogue.table(definition.table()).orElseThrow()),
        agencies.stream()
            .map(
                a ->
                    new Participant(
                        a.id(),
                        authority(a),
                        new Text(a.id().value(), a.id().value()),
                        a.key().verificationKey()))
            .toList(),
        place.bean(Keys.class).decryption().encryptionKey(),
        now,
        now.plus(Duration.ofDays(30)),
        Optional.empty(),
        Optional.of(
            new SealedTerms(
                5,
                1,
                Optional.of(new DimensionId("municipality")),
                List.of(SealedTerms.Attribute.fromTheWhole(new DimensionId("sex"))),
                List.of(new SealedTerms.Magnitude(COST, 2)),
                true,
                agencies.stream()
                    .map(a -> new SealedTerms.Covered(a.id(), List.of("al", "bo", "by", "dal")))
                    .toList(),
                roles,
                new AuthorityId("the-association"),
                List.of())));
  }

  /** The standard one of placements, in municipalities and by sex. */
  private static Definition definition(Catalogue catalogue) {
    Definition placements = catalogue.definition(new DefinitionId("placements")).orElseThrow();
    Dimension sex =
        placements.dimensions().stream()
            .filter(d -> d.id().value().equals("sex"))
            .findFirst()
            .orElseThrow();
    Dimension municipality =
        new Dimension(
            new DimensionId("municipality"),
            new Text("Kommun", "Municipality"),
            Dimension.Kind.SINGLE,
            new ClassifiedBy.Column("municipality"),
            List.of(
                group("g-north", leaf("al"), leaf("bo")),
                group("g-south", leaf("by"), leaf("dal"))));
    return new Definition(
        new DefinitionId("placements-sealed"),
        1,
        placements.title(),
        placements.description(),
        placements.purpose(),
        placements.logic(),
        placements.table(),
        placements.unit(),
        placements.counting(),
        placements.period(),
        placements.where(),
        List.of(municipality, sex),
        placements.measures().stream().filter(m -> m instanceof Measure.Collected).toList(),
        placements.protection());
  }

  private static Code leaf(String code) {
    return new Code(code, new Text(code, code), Optional.empty(), List.of());
  }

  private static Code group(String code, Code... parts) {
    return new Code(code, new Text(code, code), Optional.empty(), List.of(parts));
  }

  public String path(StoredCollection collection, Address address) {
    return "/api/v1/agent/sealed/" + collection.hash() + "/" + address.path();
  }

  public HttpResponse<byte[]> put(
      TestAgency agency, StoredCollection collection, Address address, byte[] body)
      throws IOException, InterruptedException {
    String target = path(collection, address) + "?sha256=" + Sha256.of(body);
    return put(target, header(agency, "PUT", target), body);
  }

  public HttpResponse<byte[]> put(String target, String header, byte[] body)
      throws IOException, InterruptedException {
    return HTTP.send(
        request(target)
            .header("Authorization", header)
            .header("Content-Type", "application/octet-stream")
            .PUT(BodyPublishers.ofByteArray(body))
            .build(),
        BodyHandlers.ofByteArray());
  }

  public HttpResponse<byte[]> get(TestAgency agency, StoredCollection collection, Address address)
      throws IOException, InterruptedException {
    return get(agency, path(collection, address));
  }

  public HttpResponse<byte[]> outcome(TestAgency agency, StoredCollection collection)
      throws IOException, InterruptedException {
    return get(agency, "/api/v1/agent/sealed/" + collection.hash() + "/outcome");
  }

  private HttpResponse<byte[]> get(TestAgency agency, String target)
      throws IOException, InterruptedException {
    return HTTP.send(
        request(target).header("Authorization", header(agency, "GET", target)).GET().build(),
        BodyHandlers.ofByteArray());
  }

  public static String header(TestAgency agency, String method, String target) {
    return AgentRequest.sign(agency.key(), agency.id(), Instant.now(), method, target).header();
  }

  private HttpRequest.Builder request(String target) {
    return HttpRequest.newBuilder(place.address().resolve(target)).timeout(Duration.ofSeconds(60));
  }
}
