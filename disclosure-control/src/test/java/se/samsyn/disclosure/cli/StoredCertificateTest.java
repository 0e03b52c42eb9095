package se.samsyn.disclosure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stored certificate is verified again, and refused with a single number changed. */
class StoredCertificateTest {
  private static final Path SAMPLE = Path.of("..", "docs", "samples", "protect", "persons.yaml");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private Path out;
  private Path certificate;

  @BeforeEach
  void protect() {
    out = folder.resolve("out.csv");
    certificate = folder.resolve("certificate.json");
    assertThat(
            CommandLineRun.of("protect", SAMPLE, "--out", out, "--certificate", certificate).code())
        .isZero();
  }

  @Test
  void holdsAloneAndWithThePattern() {
    assertThat(verify().out()).contains("The certificate holds");
    assertThat(
            CommandLineRun.of("audit", SAMPLE, "--certificate", certificate, "--pattern", out)
                .code())
        .isZero();
  }

  @Test
  void anyChangedNumberIsRefused() throws IOException {
    String whole = Files.readString(certificate);
    String body = whole.substring(0, whole.indexOf("\"sha256\""));
    Matcher number = Pattern.compile("(?<=[\\[,:])-?\\d+").matcher(body);
    int changed = 0;
    while (number.find()) {
      // Every seventh is enough, and quick.
      if (changed++ % 7 == 0) {
        long other = Long.parseLong(number.group()) + 1;
        Files.writeString(
            certificate,
            whole.substring(0, number.start()) + other + whole.substring(number.end()));
        assertThat(verify().code()).isNotZero();
      }
    }
    assertThat(changed).isGreaterThan(50);
  }

  @Test
  void aChangedDeviationIsRefusedThoughTheChecksumIsMadeAnew() throws Exception {
    ObjectNode tree = (ObjectNode) JSON.readTree(certificate.toFile());
    for (var deviation : tree.get("deviations")) {
      ArrayNode pairs = (ArrayNode) deviation;
      long before = pairs.get(1).asLong();
      pairs.set(1, JSON.getNodeFactory().numberNode(before * 2));
      writeAnew(tree);
      assertThat(verify().code()).isEqualTo(Main.NOT_SAFE);
      pairs.set(1, JSON.getNodeFactory().numberNode(before));
    }
    writeAnew(tree);
    assertThat(verify().code()).isZero();
  }

  @Test
  void aClaimLeftOutIsMissed() throws Exception {
    ObjectNode tree = (ObjectNode) JSON.readTree(certificate.toFile());
    ArrayNode claims = (ArrayNode) tree.get("claims");
    // Weaker and stronger claims of one cell may stand beside each other: drop all of one cell.
    long cell = claims.get(0).get(0).asLong();
    for (int i = claims.size() - 1; i >= 0; i--) {
      if (claims.get(i).get(0).asLong() == cell) {
        claims.remove(i);
      }
    }
    writeAnew(tree);
    CommandLineRun run = verify();
    assertThat(run.code()).isEqualTo(Main.NOT_SAFE);
    assertThat(run.err()).contains("is not claimed");
  }

  @Test
  void aCertificateIsOfItsOwnPattern() throws IOException {
    Path other = folder.resolve("other.csv");
    CommandLineRun.of("protect", SAMPLE, "--out", other, "--cost", "value");
    Files.writeString(
        other,
        Files.readString(other).replaceFirst("_T,_T,_T,\\d+,published", "_T,_T,_T,,suppressed"));

    CommandLineRun run =
        CommandLineRun.of("audit", SAMPLE, "--certificate", certificate, "--pattern", other);

    assertThat(run.code()).isEqualTo(Main.NOT_SAFE);
    assertThat(run.err()).contains("other cells");
  }

  private void writeAnew(ObjectNode tree) throws Exception {
    tree.remove("sha256");
    byte[] body = tree.toString().getBytes(StandardCharsets.UTF_8);
    tree.put("sha256", HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body)));
    Files.writeString(certificate, tree.toString());
  }

  private CommandLineRun verify() {
    return CommandLineRun.of("audit", SAMPLE, "--certificate", certificate);
  }
}
