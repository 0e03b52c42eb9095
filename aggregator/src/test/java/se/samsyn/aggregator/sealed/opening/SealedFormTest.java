package se.samsyn.aggregator.sealed.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.samsyn.aggregator.collection.CollectionPlan;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.schemas.catalogue.Catalogue;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Condition;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.definition.Purpose;
import se.samsyn.schemas.definition.Text;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.CollectionId;

/** The sealed forms of the standard definitions. */
class SealedFormTest {
  private static final AgencyId SCHOOL = new AgencyId("skolan");
  private static final AgencyId CARE = new AgencyId("varden");
  private static final Set<String> FIVE = Set.of("0114", "0115", "0117", "0120", "0123");

  @Test
  void unitsAreHalvedInTheirOrder() throws Exception {
    Definition form =
        form(
            "first-line-contacts",
            request(
                Optional.of("municipality"),
                FIVE,
                List.of("0123", "0120", "0117", "0115", "0114"),
                Set.of()));
    Dimension units = form.dimensions().get(0);
    assertThat(units.leaves()).extracting(Code::code).containsExactlyInAnyOrderElementsOf(FIVE);
    assertThat(units.codes()).hasSize(2);
    Code large = units.codes().get(0);
    Code small = units.codes().get(1);
    assertThat(large.codes()).extracting(Code::code).containsExactly("0123", "0120");
    assertThat(large.label())
        .isEqualTo(new Text("Järfälla och Värmdö tillsammans", "Järfälla and Värmdö together"));
    assertThat(small.label().sv())
        .isEqualTo("Österåker, Vallentuna och Upplands Väsby tillsammans");
    assertThat(small.codes().get(0).code()).isEqualTo("0117");
    assertThat(small.codes().get(1).codes()).hasSize(2);
    assertThat(large.code()).matches("g-[0-9a-f]{16}");
  }

  @Test
  void withoutAnOrderUnitsComeByCodeAndLongListsAreCut() throws Exception {
    Set<String> ten =
        Set.of("0114", "0115", "0117", "0120", "0123", "0125", "0126", "0127", "0128", "0136");
    Definition form =
        form("first-line-contacts", request(Optional.of("municipality"), ten, List.of(), Set.of()));
    Code first = form.dimensions().get(0).codes().get(0);
    assertThat(first.label())
        .isEqualTo(
            new Text(
                "Upplands Väsby, Vallentuna och 3 till tillsammans",
                "Upplands Väsby, Vallentuna and 3 more together"));
  }

  @Test
  void classesAreHalvedAndFilteredCountsGoWithAllThatNeedsThem() throws Exception {
    Definition form =
        form("school-absence", request(Optional.of("municipality"), FIVE, List.of(), Set.of()));
    assertThat(form.measures())
        .extracting(Measure::id)
        .containsExactly(
            new MeasureId("pupils"),
            new MeasureId("invalid-minutes"),
            new MeasureId("mean-minutes"));
    Dimension stage = form.dimensions().get(1);
    assertThat(stage.codes()).hasSize(2);
    assertThat(stage.codes().get(0).codes()).extracting(Code::code).containsExactly("F-3", "4-6");
    assertThat(stage.leaves()).allMatch(c -> c.band().isPresent());
    Dimension sex = form.dimensions().get(2);
    assertThat(sex.codes()).extracting(Code::code).containsExactly("1", "2");
  }

  @Test
  void oneNameHasOneMeaning() throws Exception {
    SealedRequest request = request(Optional.of("municipality"), FIVE, List.of(), Set.of());
    Definition form = form("first-line-contacts", request);
    assertThat(form.id().value()).matches("first-line-contacts-[0-9a-f]{8}");
    assertThat(form.version()).isEqualTo(1);
    assertThat(Codecs.DEFINITION.write(form("first-line-contacts", request)))
        .isEqualTo(Codecs.DEFINITION.write(form));
    Set<String> names = new HashSet<>(Set.of(form.id().value()));
    assertThat(
            names.add(
                name(
                    request(
                        Optional.of("municipality"), Set.of("0114", "0115"), List.of(), Set.of()))))
        .isTrue();
    assertThat(
            names.add(
                name(
                    request(
                        Optional.of("municipality"),
                        FIVE,
                        List.of("0123", "0120", "0117", "0115", "0114"),
                        Set.of()))))
        .isTrue();
    assertThat(
            names.add(name(request(Optional.of("municipality"), FIVE, List.of(), Set.of("age")))))
        .isTrue();
  }

  @Test
  void aDefinitionWithoutUnitsMayGetThem() throws Exception {
    Definition form =
        form("placements", request(Optional.of("municipality"), FIVE, List.of(), Set.of()));
    assertThat(form.dimensions())
        .extracting(d -> d.id().value())
        .containsExactly("municipality", "sex", "age");
    assertThat(form.collected()).hasSize(2);
  }

  @Test
  void aSingleUnitIsACondition() throws Exception {
    Definition form =
        form(
            "placements",
            request(Optional.of("municipality"), Set.of("0114"), List.of(), Set.of()));
    assertThat(form.dimensions()).extracting(d -> d.id().value()).containsExactly("sex", "age");
    assertThat(form.where()).contains(new Condition.In("municipality", List.of("0114")));
  }

  @Test
  void aDimensionOfSeveralClassesIsLeftOutOrRefused() throws Exception {
    refused(
        "dimension-is-multiple",
        "tsi-support",
        request(Optional.empty(), Set.of(), List.of(), Set.of()));
    Definition form =
        form("tsi-support", request(Optional.empty(), Set.of(), List.of(), Set.of("type")));
    assertThat(form.dimensions()).extracting(d -> d.id().value()).containsExactly("sex", "age");
    assertThat(((Purpose.Answers) form.purpose()).answers())
        .allMatch(answer -> answer.by().isEmpty());
  }

  @Test
  void whatCannotBeIsSaid() {
    refused(
        "municipalities-are-units",
        "first-line-contacts",
        request(Optional.empty(), Set.of(), List.of(), Set.of()));
    refused(
        "dimension-unknown",
        "placements",
        request(Optional.empty(), Set.of(), List.of(), Set.of("colour")));
    refused(
        "units-unknown",
        "placements",
        request(Optional.of("colour"), Set.of(), List.of(), Set.of()));
    refused(
        "unit-unknown",
        "placements",
        request(Optional.of("municipality"), Set.of("0114", "9999"), List.of(), Set.of()));
    refused(
        "unit-not-ordered",
        "placements",
        request(Optional.of("municipality"), FIVE, List.of("0114"), Set.of()));
  }

  @Test
  void everyGroupOfOneToAHundredHasItsPlace() {
    for (int n = 2; n < 100; n++) {
      List<Code> codes =
          IntStream.range(0, n)
              .mapToObj(
                  i -> new Code("c" + i, new Text("c" + i, "c" + i), Optional.empty(), List.of()))
              .toList();
      List<Code> all = Halving.halved(codes).stream().flatMap(Code::preorder).toList();
      assertThat(all).extracting(Code::code).doesNotHaveDuplicates().hasSize(2 * n - 2);
      assertThat(all).allMatch(c -> c.isLeaf() || c.codes().size() == 2);
      assertThat(all.stream().filter(Code::isLeaf).toList()).isEqualTo(codes);
    }
  }

  private static String name(SealedRequest request) throws Exception {
    return form("first-line-contacts", request).id().value();
  }

  private static void refused(String word, String definition, SealedRequest request) {
    assertThatThrownBy(() -> form(definition, request))
        .isInstanceOf(ActionRefused.class)
        .hasMessage(word);
  }

  private static Definition form(String definition, SealedRequest request) throws Exception {
    Catalogue catalogue = Catalogue.load(List.of());
    return SealedForm.of(
        catalogue.definition(new DefinitionId(definition)).orElseThrow(), request, catalogue);
  }

  private static SealedRequest request(
      Optional<String> units, Set<String> covered, List<String> order, Set<String> without) {
    return new SealedRequest(
        new CollectionPlan(
            new CollectionId("prov"),
            new Text("Samsyn", "Samsyn"),
            Period.parse("HT2025"),
            List.of(),
            List.of(SCHOOL, CARE),
            Optional.empty()),
        OptionalInt.empty(),
        OptionalInt.empty(),
        units.map(DimensionId::new),
        covered.isEmpty() ? Map.of() : Map.of(SCHOOL, covered, CARE, covered),
        order,
        without.stream().map(DimensionId::new).collect(Collectors.toSet()),
        Map.of(),
        true,
        Optional.empty());
  }
}
