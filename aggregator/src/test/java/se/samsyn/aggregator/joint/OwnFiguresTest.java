package se.samsyn.aggregator.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.http.HttpMethod;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsyn.aggregator.SmallCatalogue;
import se.samsyn.aggregator.TestAgency;
import se.samsyn.aggregator.TestAggregator;
import se.samsyn.aggregator.Visitor;
import se.samsyn.aggregator.access.Accounts;
import se.samsyn.aggregator.access.Audience;
import se.samsyn.aggregator.access.Role;
import se.samsyn.aggregator.access.WhoMay;
import se.samsyn.aggregator.agency.Invitations;
import se.samsyn.aggregator.collection.CollectionPlan;
import se.samsyn.aggregator.collection.Collections;
import se.samsyn.aggregator.collection.Opening;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.dashboard.Browser;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.aggregator.release.ReleaseStatus;
import se.samsyn.aggregator.release.check.Objections;
import se.samsyn.aggregator.release.check.Releasing;
import se.samsyn.schemas.catalogue.Catalogue;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.definition.Text;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.AuthorityId;
import se.samsyn.schemas.message.CollectionId;
import se.samsyn.schemas.message.Invitation;
import se.samsyn.schemas.message.OwnFigures;
import se.samsyn.schemas.table.Cell;

/** Three agencies that have agreed that their own figures are not shown, and the same without. */
class OwnFiguresTest {
  private static final MeasureId CHILDREN = new MeasureId("children");
  private static final String SCHOOL = "skolan";

  /** Numbers that stand nowhere else on a page or in a picture. */
  private static final Map<String, long[]> LARGE =
      Map.of(
          SCHOOL,
          new long[] {213_701, 70_123, 71_237, 72_341},
          "varden",
          new long[] {243_777, 80_159, 81_257, 82_361},
          "soc",
          new long[] {273_831, 90_173, 91_277, 92_381});

  private static final int HIDDEN = -1;

  /** Of a few children at one agency, where another has nobody. */
  private static final Map<String, long[]> SMALL =
      Map.of(
          SCHOOL,
          new long[] {30, 12, 10, 8},
          "varden",
          new long[] {20, 0, 0, 20},
          "soc",
          new long[] {24, HIDDEN, HIDDEN, 20});

  @RegisterExtension private static final TestAggregator aggregator = TestAggregator.empty();
  private static final Map<String, TestAgency> agencies = new LinkedHashMap<>();
  private static final Map<String, Visitor> people = new LinkedHashMap<>();
  private static Catalogue catalogue;

  @BeforeAll
  static void start() throws Exception {
    catalogue = SmallCatalogue.in(aggregator);
    for (String id : List.of(SCHOOL, "varden", "soc")) {
      TestAgency agency = TestAgency.of(id);
      Invitation invitation =
          aggregator
              .bean(Invitations.class)
              .invite(
                  agency.id(),
                  id,
                  new AuthorityId(id),
                  aggregator.address(),
                  Duration.ofDays(1),
                  "coordinator");
      post(TestAgency.ENROLMENTS, agency.enrolment(invitation.token()));
      agencies.put(id, agency);
      String password =
          aggregator
              .bean(Accounts.class)
              .add("folk-" + id, Role.AGENCY, Optional.of(agency.id()), "coordinator")
              .password();
      Visitor visitor = aggregator.visitor();
      visitor.logIn("folk-" + id, password);
      people.put(id, visitor);
    }
  }

  @Test
  void noEndpointShowsAnybodyAnotherAgencysFigureAndEachSeesItsOwn() throws Exception {
    StoredCollection kept = released("HT2020", true, LARGE);
    for (Role role : List.of(Role.COORDINATOR, Role.STEERING)) {
      String all = everything(aggregator.visitor(role), kept);
      for (String agency : agencies.keySet()) {
        assertThat(shown(all, agency)).as(role + " sees of " + agency).isEmpty();
      }
      assertThat(all).as("but the joint figures").contains("240455", "243771");
    }
    for (String reader : agencies.keySet()) {
      String all = everything(people.get(reader), kept);
      for (String agency : agencies.keySet()) {
        assertThat(shown(all, agency))
            .as(reader + " sees of " + agency)
            .hasSize(agency.equals(reader) ? 4 : 0);
      }
    }
  }

  /** The search finds them where they are shown: the attack with the defence off. */
  @Test
  void whereTheAgencySaysNothingTheOwnFiguresAreShownToReaders() throws Exception {
    StoredCollection open = released("HT2021", false, LARGE);
    String all = everything(aggregator.visitor(Role.STEERING), open);
    for (String agency : agencies.keySet()) {
      assertThat(shown(all, agency)).as(agency).hasSize(4);
      String own = everything(people.get(agency), open);
      for (String other : agencies.keySet()) {
        assertThat(shown(own, other)).hasSize(other.equals(agency) ? 4 : 0);
      }
    }
  }

  @Test
  void pagesAndFilesSayWhyInBothLanguages() throws Exception {
    StoredCollection kept = released("HT2022", true, LARGE);
    Visitor reader = aggregator.visitor(Role.STEERING);
    String page = "/collections/" + kept.manifest().collection();
    assertThat(reader.get(page + "?lang=sv").body())
        .contains("Aktörernas egna siffror visas inte, så har de kommit överens.");
    assertThat(reader.get(page + "?lang=en").body())
        .contains("own figures are not shown, as they have agreed.");
    String tables = "/api/v1/collections/" + kept.manifest().collection() + "/tables/";
    String table = tables + SmallCatalogue.DEFINITION;
    assertThat(reader.get(table + "/csv-metadata?lang=sv").body())
        .contains("visas inte, så har de");
    assertThat(reader.get(table + "/csv").body().lines().skip(1))
        .hasSize(SmallCatalogue.CELLS)
        .allMatch(line -> line.contains(",_T,children,"));
    assertThat(reader.get(table + "/json-stat").body())
        .contains("\"size\":[4,1,1,1]")
        .doesNotContain("\"" + SCHOOL + "\"");
  }

  @Test
  void thePageWithoutThemIsWhole() throws Exception {
    StoredCollection kept = released("HT2028", true, LARGE);
    try (Browser browser = new Browser()) {
      for (int width : new int[] {390, 1280}) {
        try (Browser.Window window = browser.window(aggregator.address(), width, 900, true)) {
          window.logIn(Role.STEERING.word(), aggregator.password(Role.STEERING));
          for (String lang : List.of("sv", "en")) {
            window
                .page()
                .navigate("/collections/" + kept.manifest().collection() + "?lang=" + lang);
            window.look("own-figures-not-shown");
          }
          assertThat(window.complaints()).isEmpty();
        }
      }
    }
  }

  @Test
  void whoSubtractsItsOwnPartIsLeftWithMoreThanAFew() throws Exception {
    // As it is where own figures are shown: the school takes its 12 from 12-16.
    assertThat(joint(closed("HT2023", false, SMALL)).get(1)).isEqualTo(new Cell.Interval(12, 16));
    List<Cell> kept = joint(closed("HT2024", true, SMALL));
    assertThat(kept.get(1)).isEqualTo(Cell.SUPPRESSED);
    assertThat(kept.get(2)).isEqualTo(Cell.SUPPRESSED);
    // Of total and the last class at most one: their difference less the school's is 4 as well.
    assertThat(kept.get(0) instanceof Cell.Suppressed || kept.get(3) instanceof Cell.Suppressed)
        .as(kept.toString())
        .isTrue();
    assertThat(greatestOfTheOthers(kept)).isGreaterThanOrEqualTo(5);
  }

  /** By trying all tables of the others: the most that the school finds possible in the class. */
  private static int greatestOfTheOthers(List<Cell> joint) {
    long[] own = SMALL.get(SCHOOL);
    int greatest = 0;
    for (int a = 0; a <= 100; a++) {
      for (int b = 0; b <= 100; b++) {
        for (int c = 0; c <= 100; c++) {
          long[] all = {own[0] + a + b + c, own[1] + a, own[2] + b, own[3] + c};
          boolean fits = true;
          for (int cell = 0; cell < all.length; cell++) {
            fits &= fits(joint.get(cell), all[cell]);
          }
          greatest = fits ? Math.max(greatest, a) : greatest;
        }
      }
    }
    return greatest;
  }

  private static boolean fits(Cell cell, long value) {
    if (cell instanceof Cell.Value v) {
      return v.value() == value;
    }
    return !(cell instanceof Cell.Interval i) || (i.lower() <= value && value <= i.upper());
  }

  /** Agencies that subtract two versions from each other see who has changed, and by how much. */
  @Test
  void aCorrectionIsHeldAndTheAgreementStands() throws Exception {
    StoredCollection first = released("HT2025", true, LARGE);
    long[] corrected = {213_801, 70_223, 71_237, 72_341};
    StoredCollection second = closed("HT2025", false, Map.of(SCHOOL, corrected));
    assertThat(second.manifest().version()).isEqualTo(2);
    assertThat(second.manifest().showsOwnFigures()).isFalse();
    Releasing.Outcome outcome = release(second);
    assertThat(outcome).isInstanceOf(Releasing.Outcome.Held.class);
    Objections held = ((Releasing.Outcome.Held) outcome).objections();
    assertThat(held.objections()).anyMatch(o -> o.insider().isPresent());
    assertThat(everything(aggregator.visitor(Role.STEERING), first)).contains("240455");
  }

  @Test
  void theCoordinatorTicksItAndTheNextVersionKeepsIt() {
    Visitor coordinator = aggregator.visitor(Role.COORDINATOR);
    String form = "/coordinator/new-collection";
    Map<String, String> fields = new HashMap<>();
    for (String ticked : List.of("own-figures", "confirm", "definition-tsi-assessed")) {
      fields.put(ticked, "on");
    }
    agencies.keySet().forEach(agency -> fields.put("agency-" + agency, "on"));
    fields.putAll(
        Map.of(
            "id", "egna-ht2027", "name-sv", "Prov", "period", "HT2027", "deadline", "2099-01-01"));
    assertThat(coordinator.submit(form, form, fields).statusCode()).isEqualTo(303);
    assertThat(
            aggregator
                .bean(Collections.class)
                .newest(new CollectionId("egna-ht2027"))
                .orElseThrow())
        .satisfies(made -> assertThat(made.manifest().showsOwnFigures()).isFalse());
    assertThat(coordinator.get("/coordinator/collections/egna-ht2027").body())
        .contains("egna siffror visas inte");
    assertThat(coordinator.get("/collections/egna-ht2027").body())
        .contains("egna siffror visas inte");
  }

  @Test
  void twoAgenciesCannotKeepTheirFiguresFromEachOther() throws Exception {
    assertThatThrownBy(() -> open("HT2026", true, List.of(SCHOOL, "varden")))
        .isInstanceOfSatisfying(
            ActionRefused.class,
            e -> assertThat(e.why()).isEqualTo(ActionRefused.Why.TOO_FEW_RESPONDENTS));
    // Of three, of whom one is missing, nothing is shown either.
    StoredCollection open = open("HT2026", true, List.copyOf(agencies.keySet()));
    deliver(open, Map.of(SCHOOL, LARGE.get(SCHOOL), "varden", LARGE.get("varden")));
    aggregator
        .bean(Closing.class)
        .close(open.manifest().collection(), Set.of(new AgencyId("soc")), "coordinator");
    assertThat(joint(open)).containsOnly(Cell.SUPPRESSED);
  }

  private static StoredCollection open(String period, boolean kept, List<String> who)
      throws Exception {
    return aggregator
        .bean(Opening.class)
        .open(
            new CollectionPlan(
                new CollectionId("egna-" + period.toLowerCase(Locale.ROOT)),
                new Text("Prov", "Trial"),
                Period.parse(period),
                List.of(new DefinitionId(SmallCatalogue.DEFINITION)),
                who.stream().map(AgencyId::new).toList(),
                Optional.empty(),
                kept ? Optional.of(OwnFigures.NOT_SHOWN) : Optional.empty()),
            catalogue,
            "coordinator");
  }

  private static void deliver(StoredCollection open, Map<String, long[]> tables) throws Exception {
    for (Map.Entry<String, long[]> table : tables.entrySet()) {
      post(
          TestAgency.SUBMISSIONS,
          agencies
              .get(table.getKey())
              .submission(open, TestAgency.table(open.manifest(), table.getValue())));
    }
  }

  private static StoredCollection closed(String period, boolean kept, Map<String, long[]> tables)
      throws Exception {
    StoredCollection open = open(period, kept, List.copyOf(agencies.keySet()));
    deliver(open, tables);
    return aggregator
        .bean(Closing.class)
        .close(open.manifest().collection(), Set.of(), "coordinator");
  }

  private static StoredCollection released(String period, boolean kept, Map<String, long[]> tables)
      throws Exception {
    StoredCollection closed = closed(period, kept, tables);
    assertThat(release(closed)).isInstanceOf(Releasing.Outcome.Made.class);
    return closed;
  }

  private static Releasing.Outcome release(StoredCollection closed) throws ActionRefused {
    return aggregator
        .bean(Releasing.class)
        .make(
            closed.manifest().collection(),
            ReleaseStatus.FINAL,
            "Rättelse",
            Optional.empty(),
            "coordinator");
  }

  private static List<Cell> joint(StoredCollection closed) {
    return aggregator
        .bean(ClosedTables.class)
        .table(closed, closed.manifest().definitions().get(0))
        .joint()
        .get(CHILDREN);
  }

  /** All that somebody can get of a collection by any address, digits without spaces. */
  private static String everything(Visitor visitor, StoredCollection collection) {
    List<String> all = new ArrayList<>();
    Set<String> figures = new TreeSet<>();
    String page = visitor.get("/collections/" + collection.manifest().collection()).body();
    var ids = Pattern.compile("/charts/([a-z0-9-]+)").matcher(page);
    while (ids.find()) {
      figures.add(ids.group(1));
    }
    figures.addAll(List.of("assessed-main", "assessed-actor", "actors-main"));
    for (WhoMay.Line line : WhoMay.table()) {
      if (line.method() == HttpMethod.GET && line.audience() != Audience.SIGNED_AGENT) {
        for (String figure : line.template().contains("{figure}") ? figures : Set.of("")) {
          for (String lang : List.of("sv", "en")) {
            HttpResponse<String> answer =
                visitor.get(
                    line.template()
                            .replace("{collection}", collection.manifest().collection().value())
                            .replace("{definition}", SmallCatalogue.DEFINITION)
                            .replace("{figure}", figure)
                            .replace("{secret}", "x".repeat(43))
                            .replace("{selector}", "liveness")
                            .replace("{name}", "icon.svg")
                        + "?lang="
                        + lang);
            all.add(answer.body());
          }
        }
      }
    }
    return String.join("\n", all)
        .replaceAll("(?<=\\d)(?:[\\s\\u00a0\\u202f]|&nbsp;)(?=\\d{3})", "");
  }

  /** Which of an agency's own figures stand in a text. */
  private static List<Long> shown(String text, String agency) {
    return LongStream.of(LARGE.get(agency))
        .filter(n -> Pattern.compile("\\b" + n + "\\b").matcher(text).find())
        .boxed()
        .toList();
  }

  private static void post(String path, byte[] body) throws Exception {
    HttpResponse<byte[]> answer = TestAgency.post(aggregator.address(), path, body);
    assertThat(answer.statusCode())
        .as(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(200);
  }
}
