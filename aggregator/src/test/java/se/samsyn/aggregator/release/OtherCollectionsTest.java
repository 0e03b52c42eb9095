package se.samsyn.aggregator.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsyn.aggregator.LikeDefinition;
import se.samsyn.aggregator.SmallCatalogue;
import se.samsyn.aggregator.TestAggregator;
import se.samsyn.aggregator.TrialRounds;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.aggregator.release.check.Objections;
import se.samsyn.aggregator.release.check.Releasing;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.DefinitionId;
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
    release(rounds.closed("VT2014", 30, 12, 10, 8));
    StoredCollection year = year("ar-2014", "2013/14", 60, 22, 20, 18);
    assertThat(tried(year, Optional.empty()))
        .isInstanceOfSatisfying(
            Releasing.Outcome.Made.class,
            made -> assertThat(made.release().report().against()).contains("prov-vt2014/1"));
  }

  @Test
  void aYearThatLeavesAFewOfItsOtherTermIsHeldUntilSomeCellsAreHidden() throws Exception {
    release(rounds.closed("VT2016", 30, 12, 10, 8));
    StoredCollection year = year("ar-2016", "2015/16", 32, 13, 11, 8);
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
    release(year("ar-2018", "2017/18", 30, 12, 10, 8));
    // More in the term than in its year: late records.
    release(rounds.closed("VT2018", 45, 18, 15, 12));
  }

  @Test
  void whatCannotBeComparedIsNotEvenOpened() throws Exception {
    rounds.open("VT2020");
    assertThatThrownBy(
            () -> rounds.open("ar-2020", "2019/20", LikeDefinition.yearly(byTerm(), Unit.EVENTS)))
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

  /** A closed collection by school year. */
  private static StoredCollection year(String id, String period, long... counts) throws Exception {
    return rounds.closed(
        rounds.open(id, period, LikeDefinition.yearly(byTerm(), Unit.PERSONS)), counts);
  }

  private static void release(StoredCollection closed) throws ActionRefused {
    assertThat(tried(closed, Optional.empty())).isInstanceOf(Releasing.Outcome.Made.class);
  }

  private static Releasing.Outcome tried(StoredCollection closed, Optional<String> remedy)
      throws ActionRefused {
    return rounds.tried(closed, ReleaseStatus.PROVISIONAL, "", remedy);
  }

  private static Definition byTerm() {
    return rounds.catalogue().definition(new DefinitionId(SmallCatalogue.DEFINITION)).orElseThrow();
  }
}
