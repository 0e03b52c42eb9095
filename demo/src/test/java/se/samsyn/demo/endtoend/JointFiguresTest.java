package se.samsyn.demo.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.samsyn.demo.run.JointCell;
import se.samsyn.demo.run.JointCell.State;
import se.samsyn.demo.run.Reader;
import se.samsyn.demo.run.Round;
import se.samsyn.demo.truth.Truth;

/** Every figure on the joint page, against the invented people counted one by one. */
@ExtendWith(DemoRun.Resolver.class)
class JointFiguresTest {
  private final Truth truth;
  private final DemoRun run;
  private final Reader reader;

  JointFiguresTest(DemoRun run) throws Exception {
    this.run = run;
    this.reader = run.reader();
    this.truth = new Truth(run.world());
  }

  static List<Round> rounds() {
    return Round.shown();
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void everyValueIsTrueAndEveryIntervalHoldsTheTruth(Round round) throws Exception {
    for (String definition : round.definitions()) {
      List<JointCell> cells = reader.joint(round.id(), run.definition(definition));

      assertThat(cells).as(definition).isNotEmpty();
      for (JointCell cell : cells) {
        long figure = joint(round, definition, cell);
        if (cell.state() == State.VALUE || cell.state() == State.INTERVAL) {
          assertThat(figure)
              .as("%s %s %s %s", round.id(), definition, cell.measure(), cell.codes())
              .isBetween(cell.lower().orElseThrow(), cell.upper().orElseThrow());
        }
      }
    }
  }

  @Test
  void thePageSaysSomethingOfEachKind() throws Exception {
    Map<State, Integer> states = new EnumMap<>(State.class);
    for (Round round : Round.shown()) {
      for (String definition : round.definitions()) {
        reader
            .joint(round.id(), run.definition(definition))
            .forEach(c -> states.merge(c.state(), 1, Integer::sum));
      }
    }

    assertThat(states).containsKeys(State.VALUE, State.INTERVAL);
    assertThat(states.get(State.VALUE)).isGreaterThan(500);
  }

  @Test
  void whatWasLateCameAsACorrection() throws Exception {
    List<Round> corrected = Round.all().stream().filter(r -> !r.late().isEmpty()).toList();
    assertThat(corrected).isNotEmpty();
    for (Round round : corrected) {
      assertThat(reader.get("/collections/" + round.id()))
          .contains("Första linjen kom med i efterhand.");
    }
  }

  /** The sum over the agencies that delivered. */
  private long joint(Round round, String definition, JointCell cell) {
    return round.participants().stream()
        .mapToLong(a -> truth.figure(definition, a, round.term(), cell.measure(), cell.codes()))
        .sum();
  }
}
