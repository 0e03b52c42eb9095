package se.samsyn.agent.sealed.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.sealed.Address;
import se.samsyn.schemas.sealed.SealedStep;

/**
 * All that the aggregator sees: which messages there are and how long they are does not depend on
 * the tables until the public bits do; what is encrypted is uniform bytes; a share of a total that
 * is opened is uniform by itself.
 */
class RelayViewTest {
  private static final long SEED = 20261130;
  private static final int RUNS = 8;

  /** What a normal variable exceeds once in a million. */
  private static final double NORMAL = 4.7534;

  private static final Set<SealedStep> BEFORE_BITS =
      EnumSet.range(SealedStep.HALF, SealedStep.TEST);
  private static final Set<SealedStep> ENCRYPTED =
      EnumSet.of(
          SealedStep.SEED,
          SealedStep.KEY,
          SealedStep.COLUMNS,
          SealedStep.RANGE,
          SealedStep.TEST,
          SealedStep.TAGS,
          SealedStep.BITS,
          SealedStep.SHOWN);

  @TempDir private Path folder;

  @Test
  void itSeesLengthsThatSayNothingAndUniformBytes() throws Exception {
    System.out.println("seed " + SEED);
    Map<SealedStep, long[]> bytes = new HashMap<>();
    long[] shares = new long[256];
    Map<String, Integer> lengths = null;
    for (int run = 0; run < RUNS; run++) {
      Stage stage = new Stage(folder.resolve("run-" + run), 3, 1, SEED + run);
      stage.contributeAll();
      stage.play();
      LostPartiesTest.requireRightTable(stage, "run " + run);
      Map<String, Integer> seen = new TreeMap<>();
      for (Address address : stage.relay.sent()) {
        byte[] message = stage.relay.at(address);
        if (BEFORE_BITS.contains(address.step())) {
          seen.put(address.path(), message.length);
        }
        if (ENCRYPTED.contains(address.step())) {
          count(message, bytes.computeIfAbsent(address.step(), s -> new long[256]));
        }
        if (address.step() == SealedStep.SHARES) {
          byte[] payload =
              Codecs.SIGNED
                  .read(message)
                  .open(
                      stage.constellation.signing.get(address.from()).verificationKey(),
                      Label.SEALED_SHARES);
          int open =
              stage.relay.opened.open(0).cardinality() + stage.relay.opened.open(1).cardinality();
          count(
              Arrays.copyOfRange(payload, payload.length - Long.BYTES * open, payload.length),
              shares);
        }
      }
      if (lengths == null) {
        lengths = seen;
      }
      assertThat(seen).as("messages and lengths of run %d", run).isEqualTo(lengths);
    }
    assertThat(bytes.keySet()).isEqualTo(ENCRYPTED);
    bytes.forEach((step, counts) -> requireUniform(counts, step.word()));
    requireUniform(shares, "shares");
  }

  /** The test of the test: bytes of plain numbers are not uniform. */
  @Test
  void plainNumbersAreFoundOut() {
    long[] counts = new long[256];
    for (long number = 0; number < 500; number++) {
      count(ByteBuffer.allocate(8).putLong(number).array(), counts);
    }
    assertThat(statistic(counts)).isGreaterThan(limit());
  }

  private static void count(byte[] message, long[] counts) {
    for (byte b : message) {
      counts[b & 0xff]++;
    }
  }

  private static void requireUniform(long[] counts, String what) {
    assertThat(statistic(counts)).as(what).isLessThan(limit());
  }

  /** The chi-squared value that comes by chance once in a million (Wilson and Hilferty 1931). */
  private static double limit() {
    double freedom = 255;
    double spread = 2 / (9 * freedom);
    return freedom * Math.pow(1 - spread + NORMAL * Math.sqrt(spread), 3);
  }

  private static double statistic(long[] counts) {
    double all = 0;
    for (long count : counts) {
      all += count;
    }
    double expected = all / counts.length;
    double statistic = 0;
    for (long count : counts) {
      statistic += (count - expected) * (count - expected) / expected;
    }
    return statistic;
  }
}
