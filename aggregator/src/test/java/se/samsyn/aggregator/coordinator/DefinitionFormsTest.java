package se.samsyn.aggregator.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsyn.aggregator.TestAggregator;
import se.samsyn.aggregator.Visitor;
import se.samsyn.aggregator.access.Role;
import se.samsyn.aggregator.audit.AuditAction;
import se.samsyn.aggregator.audit.AuditRows;
import se.samsyn.aggregator.dashboard.text.Language;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.definition.Definitions;
import se.samsyn.schemas.catalogue.Catalogue;
import se.samsyn.schemas.definition.Condition;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.definition.Purpose;
import se.samsyn.schemas.definition.Question;
import se.samsyn.schemas.definition.Text;

/** Definitions and versions of them, made in forms that are sent by a browser without scripts. */
class DefinitionFormsTest {
  private static final String COLLECT = "/coordinator/new-collection";
  private static final String DEFINE = "/coordinator/definitions/notifications/new-version";
  private static final String FRESH = "/coordinator/new-definition";

  @RegisterExtension private static final TestAggregator aggregator = TestAggregator.empty();

  private static Visitor coordinator;

  @BeforeAll
  static void start() {
    coordinator = aggregator.visitor(Role.COORDINATOR);
  }

  @Test
  void nothingIsMadeForAnotherSite() {
    Map<String, String> fields = new HashMap<>(plans("from-elsewhere"));
    fields.put("make", "yes");
    assertThat(coordinator.post(DEFINE, fields).statusCode()).isEqualTo(403);
    assertThat(coordinator.post(FRESH, fields).statusCode()).isEqualTo(403);
    assertThat(catalogue().definition(new DefinitionId("from-elsewhere"))).isEmpty();
  }

  @Test
  void aVersionIsPreviewedThenMadeAndNeverChanged() {
    Map<String, String> fields =
        new HashMap<>(DefinitionForm.next(catalogue(), "notifications").orElseThrow().suggested());
    fields.put("version", "2");
    fields.put("d0-classes", "1; Pojkar; Boys\n> 2; för; djupt\n>>> 3; a; b");
    assertThat(coordinator.submit(DEFINE, DEFINE, fields).body())
        .contains("id=\"d0-classes-problem\"", "Rad 3:");
    Definition one = newest("notifications");
    fields.put("d0-classes", "en; En; One\nannan; En annan; Another");
    fields.put("minimum", "2");
    fields.put("make", "yes");
    assertThat(coordinator.submit(DEFINE, DEFINE, fields).body())
        .as("below the floor")
        .contains("id=\"minimum-problem\"");
    fields.put("minimum", "10");
    fields.remove("make");
    HttpResponse<String> preview = coordinator.submit(DEFINE, DEFINE, fields);
    assertThat(preview.statusCode()).isEqualTo(200);
    assertThat(preview.body()).contains("En annan", "Gör version 2");
    assertThat(newest("notifications")).as("a preview makes nothing").isEqualTo(one);
    fields.put("make", "yes");
    assertThat(coordinator.submit(DEFINE, DEFINE, fields).statusCode()).isEqualTo(303);
    assertThat(newest("notifications").version()).isEqualTo(2);
    assertThat(newest("notifications").protection().minimumFrequency()).isEqualTo(10);
    assertThat(newest("notifications").dimensions().get(0).nodes())
        .containsExactly("_T", "en", "annan");
    assertThat(newest("notifications").measures()).isEqualTo(one.measures());
    assertThat(coordinator.submit(DEFINE, DEFINE, fields).statusCode())
        .as("sent twice")
        .isEqualTo(409);
    assertThat(AuditRows.of(aggregator, AuditAction.MAKE_DEFINITION))
        .contains(List.of("coordinator", "notifications@2", "done"));
    assertThat(coordinator.get("/coordinator").body()).contains("notifications@2");
    assertThat(coordinator.get(COLLECT).body()).contains("notifications@2");
  }

  @Test
  void whatIsShownOfADefinitionIsReadBackTheSame() {
    for (Definition definition : catalogue().newest()) {
      DefinitionForm form = DefinitionForm.next(catalogue(), definition.id().value()).orElseThrow();
      FilledForm filled = new FilledForm(form.suggested(), Texts.in(Language.SV));
      assertThat(form.read(filled)).as(definition.ref() + " " + filled.problems()).isPresent();
      assertThat(form.read(filled).get().dimensions()).isEqualTo(definition.dimensions());
      assertThat(form.read(filled).get().protection()).isEqualTo(definition.protection());
    }
  }

  @Test
  void aNewDefinitionIsMadeOfWhatTheCatalogueHas() {
    assertThat(coordinator.get(FRESH).body()).contains("?table=tsi_case");
    assertThat(coordinator.get(FRESH + "?table=nothing").statusCode()).isEqualTo(404);
    String form = FRESH + "?table=tsi_case";
    Map<String, String> fields = new HashMap<>(plans("children-with-plans"));
    HttpResponse<String> preview = coordinator.submit(form, FRESH, fields);
    assertThat(preview.statusCode()).isEqualTo(200);
    assertThat(preview.body())
        .contains("Tabellen som definitionen ger", "Indikerad", "Gör definitionen");
    assertThat(catalogue().definition(new DefinitionId("children-with-plans")))
        .as("a preview makes nothing")
        .isEmpty();
    fields.put("make", "yes");
    assertThat(coordinator.submit(form, FRESH, fields).statusCode()).isEqualTo(303);
    Definition made = newest("children-with-plans");
    assertThat(made.version()).isEqualTo(1);
    assertThat(made.where())
        .containsExactly(
            new Condition.In("plan", List.of("sip", "local")),
            new Condition.Between("safe_start", 1, 2));
    assertThat(made.dimensions()).isEqualTo(newest("tsi-assessed").dimensions().subList(0, 1));
    assertThat(made.period().date()).contains("start_date");
    assertThat(coordinator.get(COLLECT).body()).contains("children-with-plans@1");
    assertThat(AuditRows.of(aggregator, AuditAction.MAKE_DEFINITION))
        .contains(List.of("coordinator", "children-with-plans@1", "done"));
    assertThat(coordinator.submit(form, FRESH, fields).body())
        .as("sent twice")
        .contains("id=\"id-problem\"");
    assertThat(DefinitionForm.next(catalogue(), "children-with-plans"))
        .as("gets versions like any other")
        .isPresent();
  }

  @Test
  void whatIsWrongInANewDefinitionIsSaidAtTheField() {
    Map<String, String> fields = new HashMap<>(plans("Not an id"));
    fields.put("w0-holds", "sipp");
    fields.put("w1-holds", "2-1");
    fields.put("w2-holds", "sip");
    fields.put("count-en", "");
    fields.put("make", "yes");
    HttpResponse<String> wrong = coordinator.submit(FRESH + "?table=tsi_case", FRESH, fields);
    assertThat(wrong.statusCode()).isEqualTo(400);
    for (String field : List.of("id", "w0-holds", "w1-holds", "w2-column", "count-en")) {
      assertThat(wrong.body()).contains("id=\"" + field + "-problem\"");
    }
    assertThat(wrong.body()).as("what was filled in is kept").contains("value=\"sipp\"");
  }

  @Test
  void aSumIsProtectedAgainstDominanceAndAQuestionAnsweredByTheFirstDivision() {
    Map<String, String> fields = new HashMap<>(plans("cost-of-support"));
    fields.keySet().removeIf(f -> f.matches("w\\d-.*"));
    fields.put("table", "intervention");
    fields.put("purpose", "question.content");
    fields.put("d0-like", "tsi-support/type");
    fields.put("sum", "cost");
    fields.put("sum-unit", "ORE");
    fields.put("sum-sv", "Kostnad");
    fields.put("sum-en", "Cost");
    fields.put("make", "yes");
    HttpResponse<String> answer = coordinator.submit(FRESH + "?table=intervention", FRESH, fields);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    Definition made = newest("cost-of-support");
    assertThat(made.collected()).hasSize(2).anyMatch(Measure.Sum.class::isInstance);
    assertThat(made.protection().dominance()).isPresent();
    assertThat(made.purpose())
        .isEqualTo(
            new Purpose.Answers(
                List.of(
                    new Purpose.Answer(Question.CONTENT, Optional.of(new DimensionId("type"))))));
  }

  @Test
  void partsAreCountedAndSharesAndAMeanComputedOfThem() {
    Map<String, String> fields = new HashMap<>(support("support-shares"));
    HttpResponse<String> preview = coordinator.submit(FRESH + "?table=intervention", FRESH, fields);
    assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
    assertThat(preview.body())
        .contains("Räknas ut när det visas", "Kostnad per barn (Kostnad / Barn)")
        .contains("Andel (Dyra / Barn)");
    assertThat(preview.body()).as("what was filled in is kept").contains("value=\"Dyra\"");
    fields.put("make", "yes");
    assertThat(coordinator.submit(FRESH + "?table=intervention", FRESH, fields).statusCode())
        .isEqualTo(303);
    Definition made = newest("support-shares");
    MeasureId children = new MeasureId("children");
    MeasureId part = new MeasureId("part-1");
    assertThat(made.measures())
        .contains(
            new Measure.Count(
                part, new Text("Dyra", "Dear"), List.of(new Condition.Between("cost", 100, 900))))
        .contains(
            new Measure.Mean(
                new MeasureId("mean"),
                new Text("Kostnad per barn", "Cost per child"),
                new MeasureId("cost"),
                children))
        .contains(
            new Measure.Ratio(
                new MeasureId("share-1"), new Text("Andel", "Share"), part, children));
    assertThat(made.collected()).as("the computed are not sent").hasSize(3);
    assertThat(made.protection().dominance()).isPresent();
    assertThat(
            DefinitionForm.next(catalogue(), "support-shares")
                .flatMap(f -> f.read(new FilledForm(f.suggested(), Texts.in(Language.SV)))))
        .as("its next version counts the same")
        .map(Definition::measures)
        .contains(made.measures());
  }

  @Test
  void whatIsWrongWithAPartAShareOrAMeanIsSaidAtTheField() {
    Map<String, String> fields = new HashMap<>(support("support-wrong"));
    fields.keySet().removeIf(f -> f.startsWith("sum") || f.startsWith("p0-w0"));
    fields.put("p1-sv", "Annat");
    fields.put("p1-w0-column", "cost");
    fields.put("p1-w0-holds", "9-1");
    fields.put("s1-part", "part-2");
    fields.put("make", "yes");
    HttpResponse<String> wrong = coordinator.submit(FRESH + "?table=intervention", FRESH, fields);
    assertThat(wrong.statusCode()).isEqualTo(400);
    for (String field :
        List.of("p0-w0-column", "p1-en", "p1-w0-holds", "s0-part", "s1-sv", "s1-whole", "sum")) {
      assertThat(wrong.body()).contains("id=\"" + field + "-problem\"");
    }
    assertThat(wrong.body()).contains("Delantal 1, villkor 1: ", "Andel 2: av: ");

    Map<String, String> outside = new HashMap<>(support("support-wrong"));
    outside.putAll(
        Map.of("p1-sv", "Billiga", "p1-en", "Cheap", "p1-w0-column", "cost", "p1-w0-holds", "0-9"));
    outside.put("s0-whole", "part-2");
    outside.put("make", "yes");
    assertThat(coordinator.submit(FRESH + "?table=intervention", FRESH, outside).body())
        .as("more than all of it")
        .contains("id=\"s0-part-problem\"", "inom helheten");
    outside.put("s0-whole", "part-1");
    assertThat(coordinator.submit(FRESH + "?table=intervention", FRESH, outside).body())
        .contains("id=\"s0-whole-problem\"");
    assertThat(catalogue().definition(new DefinitionId("support-wrong"))).isEmpty();
  }

  /** Of children with support: those whose support cost much, what share they are, and a mean. */
  private static Map<String, String> support(String id) {
    Map<String, String> fields = new HashMap<>(plans(id));
    fields.keySet().removeIf(f -> f.matches("w\\d-.*"));
    fields.put("table", "intervention");
    fields.put("sum", "cost");
    fields.put("sum-unit", "ORE");
    fields.put("sum-sv", "Kostnad");
    fields.put("sum-en", "Cost");
    fields.put("mean-sv", "Kostnad per barn");
    fields.put("mean-en", "Cost per child");
    fields.put("p0-sv", "Dyra");
    fields.put("p0-en", "Dear");
    fields.put("p0-w0-column", "cost");
    fields.put("p0-w0-holds", "100-900");
    fields.put("s0-part", "part-1");
    fields.put("s0-whole", "children");
    fields.put("s0-sv", "Andel");
    fields.put("s0-en", "Share");
    return fields;
  }

  /** Of children of low wellbeing with a plan, by the level of prevention. */
  private static Map<String, String> plans(String id) {
    return Map.ofEntries(
        Map.entry("table", "tsi_case"),
        Map.entry("version", "1"),
        Map.entry("id", id),
        Map.entry("title-sv", "Barn med plan"),
        Map.entry("title-en", "Children with a plan"),
        Map.entry("description-sv", "Barn som har en plan."),
        Map.entry("description-en", "Children who have a plan."),
        Map.entry("purpose", "instrument.coordination"),
        Map.entry("logic", "ACTION"),
        Map.entry("unit", "PERSONS"),
        Map.entry("counting", "DISJOINT"),
        Map.entry("date", "start_date"),
        Map.entry("count-sv", "Barn"),
        Map.entry("count-en", "Children"),
        Map.entry("w0-column", "plan"),
        Map.entry("w0-holds", "sip, local"),
        Map.entry("w1-column", "safe_start"),
        Map.entry("w1-holds", "1-2"),
        Map.entry("d0-like", "tsi-assessed/level"),
        Map.entry("d0-keep", "on"),
        Map.entry("grain", "TERM"),
        Map.entry("minimum", "5"));
  }

  private static Catalogue catalogue() {
    return aggregator.bean(Definitions.class).catalogue();
  }

  private static Definition newest(String id) {
    return catalogue().definition(new DefinitionId(id)).orElseThrow();
  }
}
