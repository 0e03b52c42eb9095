package se.samsyn.agent.approval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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

  /** Keeps a table. @return the hash to approve */
  public Sha256 put(ProtectedTable table) throws IOException {
    byte[] bytes = Codecs.PROTECTED_TABLE.write(table);
    Sha256 hash = Sha256.of(bytes);
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

  private Path file(Sha256 hash) {
    return state.drafts().resolve(hash + ".json");
  }
}
