package se.samsyn.agent.outbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.samsyn.agent.state.DurableFiles;
import se.samsyn.agent.state.StateFolder;
import se.samsyn.schemas.message.SubmissionId;

/**
 * The very bytes that are about to leave, until their receipt is here: a retry repeats them to the
 * byte.
 */
public final class Outbox {
  private static final String ENDING = ".envelope";
  private final StateFolder state;

  public Outbox(StateFolder state) {
    this.state = state;
  }

  public void put(SubmissionId id, byte[] envelope) throws IOException {
    DurableFiles.write(file(id), envelope);
  }

  public Optional<byte[]> get(SubmissionId id) throws IOException {
    return Files.exists(file(id)) ? Optional.of(Files.readAllBytes(file(id))) : Optional.empty();
  }

  public void clear(SubmissionId id) throws IOException {
    Files.deleteIfExists(file(id));
  }

  /** What is in it. */
  public List<SubmissionId> waiting() throws IOException {
    List<SubmissionId> ids = new ArrayList<>();
    try (Stream<Path> files = Files.list(state.outbox())) {
      files
          .map(f -> f.getFileName().toString())
          .filter(n -> n.endsWith(ENDING) && !n.startsWith("."))
          .sorted()
          .forEach(n -> ids.add(new SubmissionId(n.substring(0, n.length() - ENDING.length()))));
    }
    return ids;
  }

  private Path file(SubmissionId id) {
    return state.outbox().resolve(id + ENDING);
  }
}
