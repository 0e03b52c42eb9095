package se.samsyn.agent.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samsyn.agent.ledger.LedgerEntry.Kind;
import se.samsyn.agent.state.StateFolder;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.DefinitionRef;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.SigningKey;
import se.samsyn.schemas.message.CollectionId;
import se.samsyn.schemas.message.SubmissionId;

/**
 * Somebody with an editor, but without the key, cannot make the log of all that ever left tell
 * another story.
 */
class LedgerAttackTest {
  private final SigningKey key = SigningKey.generate(new SecureRandom());
  @TempDir private Path folder;
  private StateFolder state;

  @BeforeEach
  void fiveEntries() throws Exception {
    state = new StateFolder(folder.resolve("state"));
    state.create();
    Ledger.begin(state, key);
    Ledger ledger = Ledger.open(state, key);
    for (int i = 1; i <= 5; i++) {
      ledger.append(entry(i));
    }
  }

  @Test
  void theHonestLedgerIsWhole() throws Exception {
    assertThat(Ledger.open(state, key).entries()).hasSize(5);
  }

  @Test
  void everyChangedCharacterIsSeen() throws IOException {
    byte[] good = Files.readAllBytes(state.ledger());
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int field = 0;
    for (int end = 0; end < good.length; end++) {
      if (good[end] != '\t' && good[end] != '\n') {
        continue;
      }
      // One character of each field of each line, and each separator.
      for (int at : new int[] {field + random.nextInt(end - field), end}) {
        byte[] changed = good.clone();
        changed[at] ^= 1;
        Files.write(state.ledger(), changed);
        assertThatThrownBy(() -> Ledger.open(state, key))
            .as("byte %s, seed %s", at, seed)
            .isInstanceOf(BrokenLedger.class);
        assertThat(state.ledger()).as("it stays as evidence").hasBinaryContent(changed);
      }
      field = end + 1;
    }
  }

  @Test
  void aMissingEndIsSeen() throws IOException {
    for (int keep = 0; keep < 5; keep++) {
      write(lines().subList(0, keep));
      assertThatThrownBy(() -> Ledger.open(state, key))
          .isInstanceOfSatisfying(
              BrokenLedger.class,
              e -> assertThat(e.fault()).isEqualTo(BrokenLedger.Fault.CUT_SHORT));
      write(original);
    }
  }

  @Test
  void missingMovedAndRepeatedLinesAreSeen() throws IOException {
    List<String> gap = new ArrayList<>(lines());
    gap.remove(2);
    broken(gap);
    List<String> swapped = new ArrayList<>(original);
    java.util.Collections.swap(swapped, 1, 2);
    broken(swapped);
    List<String> twice = new ArrayList<>(original);
    twice.add(original.get(4));
    broken(twice);
  }

  @Test
  void aMissingHeadIsSeen() throws IOException {
    Files.delete(state.ledgerHead());
    assertThatThrownBy(() -> Ledger.open(state, key)).isInstanceOf(BrokenLedger.class);
  }

  @Test
  void aLedgerTakenAwayWithItsHeadIsSeen() throws IOException {
    Files.delete(state.ledger());
    Files.delete(state.ledgerHead());
    assertThatThrownBy(() -> Ledger.open(state, key)).isInstanceOf(BrokenLedger.class);
  }

  @Test
  void aLineThatLostItsBreakAfterItWasCountedIsNotRepaired() throws IOException {
    byte[] good = Files.readAllBytes(state.ledger());
    byte[] torn = java.util.Arrays.copyOf(good, good.length - 1);
    Files.write(state.ledger(), torn);
    assertThatThrownBy(() -> Ledger.open(state, key)).isInstanceOf(BrokenLedger.class);
    assertThat(state.ledger()).hasBinaryContent(torn);
  }

  @Test
  void anotherAgentsLedgerIsNotThisOnes() {
    assertThatThrownBy(() -> Ledger.open(state, SigningKey.generate(new SecureRandom())))
        .isInstanceOf(BrokenLedger.class);
  }

  @Test
  void aLineTornByACrashIsTakenAway() throws Exception {
    Files.writeString(state.ledger(), "6\t2026-01-1", StandardOpenOption.APPEND);
    Ledger ledger = Ledger.open(state, key);
    assertThat(ledger.entries()).hasSize(5);
    ledger.append(entry(6));
    assertThat(Ledger.open(state, key).entries()).hasSize(6);
  }

  @Test
  void aCrashBetweenEntryAndHeadIsMadeGood() throws Exception {
    byte[] head = Files.readAllBytes(state.ledgerHead());
    Ledger.open(state, key).append(entry(6));
    Files.write(state.ledgerHead(), head);
    assertThat(Ledger.open(state, key).entries()).hasSize(6);
  }

  private List<String> original;

  private List<String> lines() throws IOException {
    original = Files.readAllLines(state.ledger());
    return original;
  }

  private void broken(List<String> lines) throws IOException {
    write(lines);
    assertThatThrownBy(() -> Ledger.open(state, key)).isInstanceOf(BrokenLedger.class);
  }

  private void write(List<String> lines) throws IOException {
    Files.writeString(state.ledger(), lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
  }

  private static LedgerEntry entry(int number) {
    Sha256 hash = Sha256.of(new byte[] {(byte) number});
    return new LedgerEntry(
        number,
        Instant.parse("2026-01-10T08:00:00Z").plusSeconds(number),
        Kind.SENDING,
        SubmissionId.fresh(new SecureRandom()),
        new CollectionId("bjorkvik-ht2025"),
        hash,
        new DefinitionRef(new DefinitionId("tsi-assessed"), 1),
        Period.parse("HT2025"),
        hash,
        hash,
        1234);
  }
}
