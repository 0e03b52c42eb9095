package se.samsyn.aggregator.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsyn.aggregator.SmallCatalogue;
import se.samsyn.aggregator.TestAggregator;
import se.samsyn.aggregator.TrialRounds;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.aggregator.release.check.Objections;
import se.samsyn.aggregator.release.check.Releasing;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.PeriodGrain;
import se.samsyn.schemas.definition.Periodicity;
import se.samsyn.schemas.definition.Unit;

/**
 * Collections of the same records in another period. Agents protect each table beside what they
 * sent; here two agencies deliver whatever they are told to, so what is found is the aggregator's.
 */
class OtherCollectionsTest {
  @RegisterExtension private static final TestAggregator aggregator = TestAggregator.empty();

  private static TrialRounds rounds;

  @BeforeAll
  static void start() throws Exception {
    rounds = TrialRounds.at(aggregator);
  }

  @Test
  void aYearIsReleasedBesideItsTerm() throws Exception {
    StoredCollection term = rounds.closed("VT2014", 30, 12, 10, 8);
    assertThat(tried(term, Optional.empty())).isInstanceOf(Releasing.Outcome.Made.class);
    StoredCollection year = rounds.open("ar-2014", "2013/14", byYear(Unit.PERSONS));
    rounds.closed(year, 60, 22, 20, 18);
    assertThat(tried(year, Optional.empty()))
        .isInstanceOfSatisfying(
            Releasing.Outcome.Made.class,
            made -> assertThat(made.release().report().against()).contains("prov-vt2014/1"));
  }

  @Test
  void aYearThatLeavesAFewOfItsOtherTermIsHeldUntilSomeCellsAreHidden() throws Exception {
    StoredCollection term = rounds.closed("VT2016", 30, 12, 10, 8);
    assertThat(tried(term, Optional.empty())).isInstanceOf(Releasing.Outcome.Made.class);
    StoredCollection year = rounds.open("ar-2016", "2015/16", byYear(Unit.PERSONS));
    rounds.closed(year, 32, 13, 11, 8);
    Releasing.Outcome outcome = tried(year, Optional.empty());
    assertThat(outcome).isInstanceOf(Releasing.Outcome.Held.class);
    Objections held = ((Releasing.Outcome.Held) outcome).objections();
    assertThat(held.objections())
        .anySatisfy(o -> assertThat(o.releases()).contains("prov-vt2016/1"));
    assertThat(tried(year, Optional.of(held.remedies().get(0).token())))
        .isInstanceOf(Releasing.Outcome.Made.class);
  }

  @Test
  void aTermIsReleasedThoughTheYearSaysThatRecordsWereChanged() throws Exception {
    StoredCollection year = rounds.open("ar-2018", "2017/18", byYear(Unit.PERSONS));
    rounds.closed(year, 30, 12, 10, 8);
    assertThat(tried(year, Optional.empty())).isInstanceOf(Releasing.Outcome.Made.class);
    // More in the term than in its year: late records.
    StoredCollection term = rounds.closed("VT2018", 45, 18, 15, 12);
    assertThat(tried(term, Optional.empty())).isInstanceOf(Releasing.Outcome.Made.class);
  }

  @Test
  void whatCannotBeComparedIsNotEvenOpened() throws Exception {
    rounds.open("VT2020");
    assertThatThrownBy(() -> rounds.open("ar-2020", "2019/20", byYear(Unit.EVENTS)))
        .isInstanceOfSatisfying(
            ActionRefused.class,
            e -> assertThat(e.why()).isEqualTo(ActionRefused.Why.SAME_RECORDS));
  }

  @Test
  void noTwoCollectionsAskForTheSameTable() throws Exception {
    rounds.open("VT2021");
    assertThatThrownBy(() -> rounds.open("annan-vt2021", "VT2021", byTerm()))
        .isInstanceOfSatisfying(
            ActionRefused.class,
            e -> assertThat(e.why()).isEqualTo(ActionRefused.Why.SAME_RECORDS));
  }

  private static Releasing.Outcome tried(StoredCollection collection, Optional<String> remedy)
      throws ActionRefused {
    return aggregator
        .bean(Releasing.class)
        .make(
            collection.manifest().collection(),
            ReleaseStatus.PROVISIONAL,
            "",
            remedy,
            "coordinator");
  }

  private static Definition byTerm() {
    return rounds.catalogue().definition(new DefinitionId(SmallCatalogue.DEFINITION)).orElseThrow();
  }

  private static Definition byYear(Unit unit) {
    Definition term = byTerm();
    return new Definition(
        new DefinitionId("children-by-year"),
        1,
        term.title(),
        term.description(),
        term.purpose(),
        term.logic(),
        term.table(),
        unit,
        term.counting(),
        new Periodicity(PeriodGrain.SCHOOL_YEAR, term.period().date()),
        term.where(),
        term.dimensions(),
        term.measures(),
        term.protection());
  }
}
