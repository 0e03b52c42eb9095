package se.samsyn.demo.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samsyn.demo.attack.Attacker;
import se.samsyn.demo.run.SentTables;
import se.samsyn.demo.truth.Truth;
import se.samsyn.demo.world.Actor;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.table.Cell;
import se.samsyn.schemas.table.CellSpace;
import se.samsyn.schemas.table.ProtectedTable;

/**
 * Somebody inside the aggregator has all that the agencies sent, and tries to find what is hidden.
 * Each agency's tables are made of different records, so that nothing ties one to another.
 */
@ExtendWith(DemoRun.Resolver.class)
class AttackOnWhatWasSentTest {
  private final DemoRun run;
  private final Truth truth;

  AttackOnWhatWasSentTest(DemoRun run) {
    this.run = run;
    this.truth = new Truth(run.world());
  }

  @ParameterizedTest
  @EnumSource
  void whatIsPublishedIsTrueAndSafe(Actor actor) throws Exception {
    for (ProtectedTable table : sent(actor)) {
      Definition definition = run.definition(table.definition().id().value());
      CellSpace space = CellSpace.of(definition);
      for (Measure.Collected measure : definition.collected()) {
        for (int cell = 0; cell < space.size(); cell++) {
          if (table.cells().get(measure.id()).get(cell) instanceof Cell.Value value) {
            long figure = figure(actor, table, measure, space, cell);

            assertThat(value.value()).as(name(table, measure, space, cell)).isEqualTo(figure);
            if (measure instanceof Measure.Count) {
              assertThat(figure == 0 || figure >= table.minimumFrequency())
                  .as(name(table, measure, space, cell))
                  .isTrue();
            }
          }
        }
      }
    }
  }

  /** Nobody's records change in the demo, though one collection is asked for twice. */
  @ParameterizedTest
  @EnumSource
  void aCorrectionOfUnchangedRecordsIsTheVeryTableThatWasSent(Actor actor) throws Exception {
    assertThat(sent(actor).stream().map(t -> t.definition() + " " + t.period()))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void linearProgramsFindNothing(Actor actor) throws Exception {
    attack(actor, false);
  }

  @ParameterizedTest
  @EnumSource
  void integerProgramsFindNothing(Actor actor) throws Exception {
    attack(actor, true);
  }

  private void attack(Actor actor, boolean integer) throws Exception {
    List<String> broken = new ArrayList<>();
    int attacked = 0;
    for (ProtectedTable table : sent(actor)) {
      Definition definition = run.definition(table.definition().id().value());
      CellSpace space = CellSpace.of(definition);
      Attacker attacker = new Attacker(definition, table.cells(), integer);
      assertThat(attacker.contradictions()).isEmpty();
      for (Measure.Collected measure : definition.collected()) {
        for (int cell = 0; cell < space.size(); cell++) {
          if (table.cells().get(measure.id()).get(cell) instanceof Cell.Suppressed) {
            Attacker.Bounds bounds = attacker.bounds(measure.id(), cell);
            long figure = figure(actor, table, measure, space, cell);
            attacked++;
            if (isFound(bounds, figure, measure, table.minimumFrequency())) {
              broken.add(name(table, measure, space, cell) + " lies in " + bounds);
            }
          }
        }
      }
    }

    assertThat(attacked).as("cells attacked").isPositive();
    assertThat(broken).isEmpty();
  }

  /** A small count needs room up to k and two apart; anything else must not be pinned. */
  private static boolean isFound(
      Attacker.Bounds bounds, long figure, Measure.Collected measure, int k) {
    if (measure instanceof Measure.Count && figure > 0 && figure < k) {
      return bounds.upper() < k || bounds.upper() - bounds.lower() < 2;
    }
    return bounds.upper() <= bounds.lower();
  }

  private long figure(
      Actor actor, ProtectedTable table, Measure.Collected measure, CellSpace space, int cell) {
    return truth.figure(
        table.definition().id().value(),
        actor,
        table.period(),
        measure.id().value(),
        space.coordinates(cell));
  }

  private List<ProtectedTable> sent(Actor actor) throws Exception {
    List<ProtectedTable> tables = SentTables.of(run.folder().resolve(actor.agency()));
    assertThat(tables).as("tables of " + actor.agency()).hasSizeGreaterThan(10);
    return tables;
  }

  private static String name(
      ProtectedTable table, Measure.Collected measure, CellSpace space, int cell) {
    return "%s %s %s %s"
        .formatted(table.definition(), table.period(), measure.id(), space.coordinates(cell));
  }
}
