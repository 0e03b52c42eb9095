package se.samsyn.agent.enrol;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import se.samsyn.agent.state.DurableFiles;
import se.samsyn.agent.state.StateFolder;
import se.samsyn.schemas.envelope.VerificationKey;
import se.samsyn.schemas.message.AgencyId;

/**
 * Whom this agent follows: the aggregator's address and the coordinator's key, pinned at enrolment
 * and never changed by anything that comes over the network.
 */
public record Trust(AgencyId agency, URI url, VerificationKey coordinator) {
  public Trust {
    boolean loopback =
        url.getHost() != null
            && (url.getHost().equals("localhost")
                || url.getHost().equals("127.0.0.1")
                || url.getHost().equals("[::1]"));
    if (!"https".equals(url.getScheme()) && !("http".equals(url.getScheme()) && loopback)) {
      throw new IllegalArgumentException(
          "the aggregator's address must be https (http only to this machine)");
    }
  }

  /**
   * What was pinned, if anything was.
   *
   * @throws IOException when the file is there and damaged
   */
  public static Optional<Trust> load(StateFolder state) throws IOException {
    if (!Files.exists(state.trust())) {
      return Optional.empty();
    }
    try {
      List<String> lines = Files.readAllLines(state.trust());
      return Optional.of(
          new Trust(
              new AgencyId(value(lines, 0, "agency")),
              URI.create(value(lines, 1, "url")),
              new VerificationKey(value(lines, 2, "coordinatorKey"))));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException(state.trust() + " is damaged; restore it from a backup, or enrol anew");
    }
  }

  void store(StateFolder state) throws IOException {
    String text = "agency=%s%nurl=%s%ncoordinatorKey=%s%n".formatted(agency, url, coordinator);
    DurableFiles.write(state.trust(), text.getBytes(StandardCharsets.UTF_8));
  }

  private static String value(List<String> lines, int line, String name) {
    String text = lines.get(line);
    if (!text.startsWith(name + "=")) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return text.substring(name.length() + 1);
  }
}
