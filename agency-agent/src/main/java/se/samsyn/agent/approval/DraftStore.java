package se.samsyn.agent.approval;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import se.samsyn.agent.Step;
import se.samsyn.agent.Steps;
import se.samsyn.agent.state.DurableFiles;
import se.samsyn.agent.state.StateFolder;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.json.MalformedDocument;
import se.samsyn.schemas.table.ProtectedTable;

/** The protected tables that were previewed, by the hash under which a steward approves them. */
public final class DraftStore {
  private final StateFolder state;
  private final Steps steps;

  public DraftStore(StateFolder state, Steps steps) {
    this.state = state;
    this.steps = steps;
  }

  /**
   * Keeps a table.
   *
   * @param earlier the hashes of the sendings that it was protected against
   * @return the hash to approve
   */
  public Sha256 put(ProtectedTable table, List<Sha256> earlier) throws IOException {
    byte[] bytes = Codecs.PROTECTED_TABLE.write(table);
    Sha256 hash = Sha256.of(bytes);
    // First, so that no table stands here without it after a crash.
    DurableFiles.write(
        against(hash),
        earlier.stream()
            .map(e -> e.hex() + "\n")
            .collect(Collectors.joining())
            .getBytes(StandardCharsets.US_ASCII));
    DurableFiles.write(file(hash), bytes);
    steps.reached(Step.DRAFT_STORED);
    return hash;
  }

  /**
   * The table that was previewed under {@code hash}.
   *
   * @throws IOException when the file is there and is not that table
   */
  public Optional<ProtectedTable> find(Sha256 hash) throws IOException {
    if (!Files.exists(file(hash))) {
      return Optional.empty();
    }
    byte[] bytes = Files.readAllBytes(file(hash));
    try {
      if (!Sha256.of(bytes).equals(hash)) {
        throw new IOException(file(hash) + " was changed after the preview; preview again");
      }
      return Optional.of(Codecs.PROTECTED_TABLE.read(bytes));
    } catch (MalformedDocument e) {
      throw new IOException(file(hash) + " is not a table; preview again");
    }
  }

  /** Whether the table was protected against that sending; not known means no. */
  public boolean isPreviewedAgainst(Sha256 hash, Sha256 earlier) throws IOException {
    return Files.exists(against(hash))
        && Files.readAllLines(against(hash), StandardCharsets.US_ASCII).contains(earlier.hex());
  }

  private Path against(Sha256 hash) {
    return state.drafts().resolve(hash + ".against");
  }

  private Path file(Sha256 hash) {
    return state.drafts().resolve(hash + ".json");
  }
}
