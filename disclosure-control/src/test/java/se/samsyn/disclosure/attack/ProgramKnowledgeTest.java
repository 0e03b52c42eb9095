package se.samsyn.disclosure.attack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import se.samsyn.disclosure.attack.ProgramKnowledge.Gain;

class ProgramKnowledgeTest {
  @Test
  void everySmallTableIsSafeFromWhoKnowsOnlyWhatIsShown() {
    Gain gain = ProgramKnowledge.ofSuppression(SmallTables.of(2, 2, 9)).withoutProgram();
    assertThat(gain.unsafe()).isPositive();
    assertThat(gain.exact()).isZero();
    assertThat(gain.below()).isZero();
  }

  @Test
  void whoKnowsTheProgramGainsWhatTheDocumentsSay() {
    // Should this fail some day, the documents may promise more.
    Gain gain = ProgramKnowledge.ofSuppression(SmallTables.of(2, 2, 9)).withProgram();
    assertThat(gain.below()).isPositive();
  }
}
