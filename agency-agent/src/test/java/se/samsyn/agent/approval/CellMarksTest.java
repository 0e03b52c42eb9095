package se.samsyn.agent.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samsyn.agent.Steps;
import se.samsyn.agent.protect.HiddenNumbers;
import se.samsyn.agent.protect.HiddenThen;
import se.samsyn.agent.state.StateFolder;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.DefinitionRef;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.SigningKey;
import se.samsyn.schemas.table.Cell;
import se.samsyn.schemas.table.ProtectedTable;

/** What the drafts folder tells of hidden numbers: to the agent what it must, to others nothing. */
class CellMarksTest {
  private final SigningKey key = SigningKey.generate(new SecureRandom());
  @TempDir private Path folder;
  private StateFolder state;

  @BeforeEach
  void state() throws Exception {
    state = new StateFolder(folder);
    state.create();
  }

  @Test
  void theAgentKnowsANumberAgainAndNoOther() throws Exception {
    Sha256 hash = put(key, Map.of(0, new long[] {3, 2}));
    HiddenThen then = drafts(key).findEarlier(hash).orElseThrow().hidden();
    assertThat(then.isKnown(0, 1)).isTrue();
    assertThat(then.was(0, 0, 3)).isTrue();
    assertThat(then.was(0, 1, 2)).isTrue();
    assertThat(then.was(0, 0, 2)).isFalse();
    assertThat(then.was(1, 0, 3)).as("another cell").isFalse();
    assertThat(then.isKnown(0, 2)).isFalse();
  }

  @Test
  void anotherKeyTellsNothing() throws Exception {
    Sha256 hash = put(key, Map.of(0, new long[] {3}));
    SigningKey other = SigningKey.generate(new SecureRandom());
    HiddenThen then = drafts(other).findEarlier(hash).orElseThrow().hidden();
    assertThat(then.isKnown(0, 0)).isFalse();
    // Nor do the marks themselves, brought under the other key.
    Map<Integer, String> marks =
        new CellMarks(key, hash).of(new HiddenNumbers(Map.of(0, new long[] {3})));
    assertThat(new CellMarks(other, hash).read(marks).was(0, 0, 3)).isFalse();
    Sha256 another = Sha256.of(new byte[] {1});
    assertThat(new CellMarks(key, another).read(marks).was(0, 0, 3)).isFalse();
  }

  @Test
  void equalNumbersHaveUnequalMarks() throws Exception {
    Sha256 hash = put(key, Map.of(0, new long[] {3, 3}, 1, new long[] {3, 3}));
    List<String> marks =
        Files.readAllLines(folder.resolve("drafts/" + hash + ".origin"), StandardCharsets.US_ASCII)
            .stream()
            .filter(line -> line.startsWith("cell"))
            .map(line -> line.split(" ")[2])
            .flatMap(m -> java.util.stream.Stream.of(m.substring(0, 32), m.substring(32)))
            .toList();
    assertThat(marks).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void aTableThatOtherRecordsMadeTooIsNotTakenForTheirs() throws Exception {
    put(key, Map.of(0, new long[] {3}, 1, new long[] {4}));
    Sha256 hash = put(key, Map.of(0, new long[] {3}, 1, new long[] {2}));
    HiddenThen then = drafts(key).findEarlier(hash).orElseThrow().hidden();
    assertThat(then.was(0, 0, 3)).isTrue();
    assertThat(then.isKnown(1, 0)).isFalse();
  }

  private Sha256 put(SigningKey signer, Map<Integer, long[]> hidden) throws Exception {
    ProtectedTable table =
        new ProtectedTable(
            new DefinitionRef(new DefinitionId("tsi-assessed"), 1),
            Sha256.of(new byte[0]),
            Period.parse("HT2025"),
            5,
            Map.of(new MeasureId("children"), List.of(Cell.SUPPRESSED, Cell.SUPPRESSED)));
    return drafts(signer).put(table, new HiddenNumbers(hidden), List.of());
  }

  private DraftStore drafts(SigningKey signer) {
    return new DraftStore(state, signer, Steps.UNOBSERVED);
  }
}
