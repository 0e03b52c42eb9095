package se.samsyn.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.envelope.DecryptionKey;
import se.samsyn.schemas.envelope.SigningKey;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.AuthorityId;
import se.samsyn.schemas.message.CollectionId;
import se.samsyn.schemas.message.CollectionManifest;
import se.samsyn.schemas.message.Participant;
import se.samsyn.schemas.message.Submission;
import se.samsyn.schemas.message.SubmissionId;
import se.samsyn.schemas.table.Cell;
import se.samsyn.schemas.table.CellSpace;
import se.samsyn.schemas.table.ProtectedTable;

/** A document has one spelling, every other is refused, and a refusal repeats no value. */
class CodecTest {
  private static final String DEFINITION =
      """
      id: tsi-assessed
      version: 1
      title: {sv: Barn som bedömts, en: Children assessed}
      description: {sv: Text, en: Text}
      purpose: {answers: [{question: assessed}, {question: actors}, {question: content, by: age}]}
      logic: action
      table: tsi_case
      unit: persons
      counting: disjoint
      period: {grain: term, date: start_date}
      where:
        - {is: in, column: level, codes: [selective, indicated]}
      dimensions:
        - id: sex
          title: {sv: Kön, en: Sex}
          kind: single
          by: {column: sex}
          codes:
            - {code: "1", label: {sv: Pojkar, en: Boys}}
            - {code: "2", label: {sv: Flickor, en: Girls}}
        - id: age
          title: {sv: Ålder, en: Age}
          kind: single
          by: {age: period-start}
          codes:
            - {code: 6-9, label: {sv: 6-9 år, en: 6-9 years}, band: {from: 6, to: 9}}
            - code: older
              label: {sv: äldre, en: older}
              codes:
                - {code: 10-12, label: {sv: 10-12 år, en: 10-12 years}, band: {from: 10, to: 12}}
                - {code: 13-15, label: {sv: 13-15 år, en: 13-15 years}, band: {from: 13, to: 15}}
      measures:
        - {kind: count, id: children, title: {sv: Barn, en: Children}}
        - {kind: sum, id: days, title: {sv: Dagar, en: Days}, column: days, unit: days}
        - {kind: mean, id: mean-days, title: {sv: Medel, en: Mean}, of: days, per: children}
      protection: {minimumFrequency: 5, zeros: shown, groupDisclosure: false}
      """;

  @Test
  void aDefinitionReadFromYamlIsWrittenAsOneSpellingOfJson() throws Exception {
    Definition definition = definition();
    byte[] json = Codecs.DEFINITION.write(definition);
    assertThat(Codecs.DEFINITION.read(json)).isEqualTo(definition);
    assertThat(new String(json, StandardCharsets.UTF_8))
        .startsWith("{\"id\":\"tsi-assessed\",\"version\":1,");
  }

  @Test
  void theCellsOfADefinitionComeInOneOrder() throws Exception {
    CellSpace space = CellSpace.of(definition());
    assertThat(space.size()).isEqualTo(3 * 5);
    assertThat(space.coordinates(0)).containsExactly(Code.TOTAL, Code.TOTAL);
    assertThat(space.coordinates(7)).containsExactly("1", "older");
    for (int i = 0; i < space.size(); i++) {
      assertThat(space.index(space.coordinates(i))).hasValue(i);
    }
  }

  @Test
  void aSubmissionTravelsThroughTheHouse() throws Exception {
    SigningKey agency = SigningKey.generate(new SecureRandom());
    DecryptionKey aggregator = DecryptionKey.generate();
    CollectionManifest manifest = manifest(agency, aggregator);
    byte[] bytes = Codecs.MANIFEST.write(manifest);
    assertThat(Codecs.MANIFEST.read(bytes)).isEqualTo(manifest);

    Submission submission =
        new Submission(
            Codecs.MANIFEST.hash(manifest),
            new AgencyId("skolan"),
            SubmissionId.fresh(new SecureRandom()),
            table());
    assertThat(Codecs.SUBMISSION.read(Codecs.SUBMISSION.write(submission))).isEqualTo(submission);
  }

  static Stream<String> misspellings() throws Exception {
    String good = new String(Codecs.PROTECTED_TABLE.write(table()), StandardCharsets.UTF_8);
    return Stream.of(
        good + " ",
        good.replace("\"period\"", " \"period\""),
        good.replace("\"period\":", "\"extra\":1,\"period\":"),
        good.replace("\"minimumFrequency\":5", "\"minimumFrequency\":5.0"),
        good.replace("\"minimumFrequency\":5", "\"minimumFrequency\":\"5\""),
        good.replace("\"minimumFrequency\":5", "\"minimumFrequency\":2"),
        good.replace("\"minimumFrequency\":5", "\"minimumFrequency\":5,\"minimumFrequency\":3"),
        good.replace("12", "-12"),
        good.replace("12", "12e0"),
        good.replace("\"..\"", "null"),
        good.replace("\"..\"", "\"...\""),
        good + "{}",
        "[]",
        "",
        "null");
  }

  @ParameterizedTest
  @MethodSource("misspellings")
  void anyOtherSpellingIsRefused(String text) {
    assertThatThrownBy(() -> Codecs.PROTECTED_TABLE.read(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(MalformedDocument.class);
  }

  @Test
  void aRefusalNeverRepeatsWhatStoodThere() {
    String secret = "20110314-2387";
    byte[] text =
        ("{\"" + "definition\":\"" + secret + "\",\"period\":\"" + secret + "\"}")
            .getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Codecs.PROTECTED_TABLE.read(text))
        .isInstanceOf(MalformedDocument.class)
        .hasMessageNotContaining(secret)
        .hasMessageContaining("period");
  }

  @Test
  void allFindingsComeAtOnce() {
    byte[] yaml =
        DEFINITION
            .replace("logic: action", "logic: wish")
            .replace("version: 1", "version: 0")
            .getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Codecs.DEFINITION.readYaml(yaml))
        .isInstanceOfSatisfying(MalformedDocument.class, e -> assertThat(e.findings()).hasSize(2));
  }

  private static Definition definition() throws MalformedDocument {
    return Codecs.DEFINITION.readYaml(DEFINITION.getBytes(StandardCharsets.UTF_8));
  }

  private static ProtectedTable table() throws MalformedDocument {
    Definition d = definition();
    List<Cell> cells =
        Stream.concat(
                Stream.of(new Cell.Value(12), Cell.NOT_APPLICABLE),
                Stream.generate(() -> (Cell) Cell.SUPPRESSED).limit(13))
            .toList();
    return new ProtectedTable(
        d.ref(),
        Codecs.DEFINITION.hash(d),
        se.samsyn.schemas.definition.Period.parse("HT2025"),
        5,
        Map.of(new MeasureId("children"), cells, new MeasureId("days"), cells));
  }

  @Test
  void theAgreementOnOwnFiguresHasOneSpellingAndOldManifestsKeepTheirHash() throws Exception {
    CollectionManifest shown =
        manifest(SigningKey.generate(new SecureRandom()), DecryptionKey.generate());
    String json = new String(Codecs.MANIFEST.write(shown), StandardCharsets.UTF_8);
    assertThat(json).doesNotContain("ownFigures");
    assertThat(Codecs.MANIFEST.read(Codecs.MANIFEST.write(shown)).showsOwnFigures()).isTrue();
    String agreed = json.substring(0, json.length() - 1) + ",\"ownFigures\":\"not-shown\"}";
    CollectionManifest notShown = Codecs.MANIFEST.read(agreed.getBytes(StandardCharsets.UTF_8));
    assertThat(notShown.showsOwnFigures()).isFalse();
    assertThat(new String(Codecs.MANIFEST.write(notShown), StandardCharsets.UTF_8))
        .isEqualTo(agreed);
    for (String other : List.of("\"shown\"", "null", "true", "\"\"")) {
      assertThatThrownBy(
              () ->
                  Codecs.MANIFEST.read(
                      agreed.replace("\"not-shown\"", other).getBytes(StandardCharsets.UTF_8)))
          .isInstanceOf(MalformedDocument.class);
    }
  }

  private static CollectionManifest manifest(SigningKey agency, DecryptionKey aggregator)
      throws MalformedDocument {
    var text = new se.samsyn.schemas.definition.Text("Björkvik", "Björkvik");
    var table =
        Codecs.INPUT_TABLE.readYaml(
            """
            id: tsi_case
            title: {sv: Ärende, en: Case}
            columns:
              - {name: person_id, type: person, required: true, personal: true, description: {sv: Person, en: Person}}
            """
                .getBytes(StandardCharsets.UTF_8));
    return new CollectionManifest(
        new CollectionId("bjorkvik-ht2025"),
        1,
        text,
        se.samsyn.schemas.definition.Period.parse("HT2025"),
        List.of(definition()),
        List.of(table),
        List.of(
            new Participant(
                new AgencyId("skolan"),
                new AuthorityId("barn-och-utbildning"),
                text,
                agency.verificationKey())),
        aggregator.encryptionKey(),
        Instant.parse("2026-01-10T08:00:00Z"),
        Instant.parse("2026-02-10T08:00:00Z"));
  }
}
