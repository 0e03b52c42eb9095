package se.samsyn.agent.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.InputTable;
import se.samsyn.schemas.definition.Text;
import se.samsyn.schemas.envelope.DecryptionKey;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.SigningKey;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.AuthorityId;
import se.samsyn.schemas.message.CollectionId;
import se.samsyn.schemas.message.CollectionManifest;
import se.samsyn.schemas.message.Participant;
import se.samsyn.schemas.message.RoleKey;
import se.samsyn.schemas.message.SealedTerms;
import se.samsyn.schemas.sealed.SealedManifest;

/** One agency with records of its own, and a sealed collection with three or more others. */
final class SealedScene implements AutoCloseable {
  static final AgencyId ME = TestAggregator.AGENCY;
  private static final Text TEXT = new Text("Björkvik", "Björkvik");

  final AgentFixture agent;
  private final Path folder;
  private final Map<AgencyId, SigningKey> others = new HashMap<>();
  private final Map<AgencyId, RoleKey> keys = new HashMap<>();

  /** What the next manifest says. */
  String collection = "bjorkvik-sealed";

  int version = 1;
  int k = 5;
  List<String> agencies = List.of("socialen", "varden", "polisen");
  List<SealedTerms.Unopened> earlier = List.of();
  Optional<RoleKey> roleOfMine = Optional.empty();
  String definition = definition("tsi-sealed", "sex");

  SealedScene(Path folder) throws Exception {
    this.folder = folder;
    agent = new AgentFixture(folder);
    Files.writeString(
        agent.config,
        """
        agency: skolan
        state: state
        language: en
        sources: [{mapping: cases.mapping.yaml}]
        """);
    Files.writeString(
        folder.resolve("cases.mapping.yaml"),
        """
        table: tsi_case
        file: cases.csv
        columns:
          person_id: person
          start_date: start
          sex: sex
          age: age
        """);
    records(9);
    agent.key();
  }

  /** Records of so many children. */
  void records(int children) throws Exception {
    StringBuilder csv = new StringBuilder("person,start,sex,age\n");
    for (int i = 0; i < children; i++) {
      csv.append("p%d,2025-09-%02d,%d,%d%n".formatted(i, 1 + i % 28, 1 + i % 2, 10 + i % 6));
    }
    Files.writeString(folder.resolve("cases.csv"), csv);
  }

  static String definition(String id, String dimension) {
    String codes =
        dimension.equals("sex")
            ? "[{code: \"1\", label: {sv: a, en: a}}, {code: \"2\", label: {sv: b, en: b}}]"
            : "[{code: young, label: {sv: a, en: a}, band: {from: 0, to: 12}},"
                + " {code: old, label: {sv: b, en: b}, band: {from: 13, to: 20}}]";
    return TestAggregator.definition(id, 1, "")
        .replace(
            "dimensions: []",
            "dimensions: [{id: %s, title: {sv: x, en: x}, kind: single, by: {column: %s}, codes: %s}]"
                .formatted(dimension, dimension, codes));
  }

  /** Asks for it, in the place of what was asked before. @return the collection's hash */
  Sha256 ask() throws Exception {
    CollectionManifest manifest = manifest();
    agent.aggregator.manifests.clear();
    agent.aggregator.manifests.add(manifest);
    return Codecs.MANIFEST.hash(manifest);
  }

  CollectionManifest manifest() throws Exception {
    Definition sealed =
        Codecs.DEFINITION.readYaml(definition.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    List<Participant> participants = new ArrayList<>();
    participants.add(
        new Participant(
            ME, new AuthorityId("barn-och-utbildning"), TEXT, agent.key().verificationKey()));
    for (String name : agencies) {
      participants.add(
          new Participant(
              new AgencyId(name),
              new AuthorityId("board-" + name),
              TEXT,
              signing(new AgencyId(name)).verificationKey()));
    }
    List<RoleKey> roles =
        Stream.concat(roleOfMine.stream(), agencies.stream().map(AgencyId::new).map(this::roleKey))
            .limit(3)
            .toList();
    return new CollectionManifest(
        new CollectionId(collection),
        version,
        TEXT,
        TestAggregator.PERIOD,
        List.of(sealed),
        List.of(table()),
        participants,
        agent.aggregator.encryption.encryptionKey(),
        Instant.parse("2026-01-10T08:00:00Z"),
        Instant.parse("2126-02-10T08:00:00Z"),
        Optional.empty(),
        Optional.of(
            new SealedTerms(
                k,
                1,
                Optional.empty(),
                sealed.dimensions().stream()
                    .map(d -> SealedTerms.Attribute.fromTheWhole(d.id()))
                    .toList(),
                List.of(),
                true,
                participants.stream()
                    .map(p -> new SealedTerms.Covered(p.agency(), List.of(Code.TOTAL)))
                    .toList(),
                roles,
                new AuthorityId("county"),
                earlier)));
  }

  SigningKey signing(AgencyId agency) {
    return others.computeIfAbsent(agency, a -> SigningKey.generate(new SecureRandom()));
  }

  /** An agency comes with another key than before. */
  void swap(AgencyId agency) {
    others.remove(agency);
    keys.remove(agency);
  }

  /** The role keys of another attempt. */
  void newRoleKeys() {
    keys.clear();
  }

  RoleKey roleKey(AgencyId agency) {
    return keys.computeIfAbsent(
        agency, a -> RoleKey.offered(a, DecryptionKey.generate().encryptionKey(), signing(a)));
  }

  Sha256 sealedHash() throws Exception {
    return SealedManifest.of(manifest()).hash();
  }

  /** Fetches what is asked for, and contributes to it. @return the exit code */
  int contribute(Sha256 collection) {
    agent.run("sealed", "show", "--config", agent.config.toString());
    return agent.run(
        "sealed", "contribute", "--config", agent.config.toString(), "--approve", collection.hex());
  }

  private static InputTable table() throws Exception {
    return Codecs.INPUT_TABLE.readYaml(
        """
        id: tsi_case
        title: {sv: Ärende, en: Case}
        columns:
          - {name: person_id, type: person, required: true, personal: true, description: {sv: Person, en: Person}}
          - {name: start_date, type: date, required: true, personal: false, description: {sv: Start, en: Start}}
          - {name: sex, type: code, required: true, personal: false, description: {sv: Kön, en: Sex}}
          - {name: age, type: integer, required: true, personal: false, description: {sv: Ålder, en: Age}}
        """
            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    agent.close();
  }
}
