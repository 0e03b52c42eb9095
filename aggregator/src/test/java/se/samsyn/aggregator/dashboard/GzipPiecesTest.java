package se.samsyn.aggregator.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Pieces compressed apart are one stream to whoever reads it. */
class GzipPiecesTest {
  @Test
  void whatIsReadIsThePiecesAfterEachOther() throws Exception {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int run = 0; run < 200; run++) {
      GzipPieces gzip = new GzipPieces();
      ByteArrayOutputStream expected = new ByteArrayOutputStream();
      for (int piece = random.nextInt(5); piece > 0; piece--) {
        byte[] plain = new byte[random.nextInt(4) == 0 ? 0 : random.nextInt(40_000)];
        random.nextBytes(plain);
        int letters = 1 + random.nextInt(255);
        for (int i = 0; i < plain.length; i++) {
          plain[i] = (byte) (plain[i] % letters);
        }
        gzip.add(plain, GzipPieces.deflate(plain));
        expected.writeBytes(plain);
      }
      try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip.finish()))) {
        assertThat(in.readAllBytes()).as("seed %d", seed).isEqualTo(expected.toByteArray());
      }
    }
  }
}
