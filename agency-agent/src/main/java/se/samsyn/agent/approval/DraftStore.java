package se.samsyn.agent.approval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import se.samsyn.agent.Step;
import se.samsyn.agent.Steps;
import se.samsyn.agent.protect.Earlier;
import se.samsyn.agent.protect.HiddenNumbers;
import se.samsyn.agent.state.DurableFiles;
import se.samsyn.agent.state.StateFolder;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.SigningKey;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.json.MalformedDocument;
import se.samsyn.schemas.table.ProtectedTable;

/** The protected tables that were previewed, by the hash under which a steward approves them. */
public final class DraftStore {
  private final StateFolder state;
  private final SigningKey key;
  private final Steps steps;

  /**
   * @param key the agency's, which signs how each draft came about
   */
  public DraftStore(StateFolder state, SigningKey key, Steps steps) {
    this.state = state;
    this.key = key;
    this.steps = steps;
  }

  /**
   * Keeps a table, and marks of what it hides.
   *
   * @param hidden the numbers that it hides; they are not kept
   * @param earlier the hashes of the sendings that it was protected against
   * @return the hash to approve
   */
  public Sha256 put(ProtectedTable table, HiddenNumbers hidden, List<Sha256> earlier)
      throws IOException {
    byte[] bytes = Codecs.PROTECTED_TABLE.write(table);
    Sha256 hash = Sha256.of(bytes);
    DraftOrigin origin =
        new DraftOrigin(
            earlier.stream().map(Sha256::hex).collect(Collectors.toSet()),
            new CellMarks(key, hash).of(hidden));
    if (Files.exists(file(hash))) {
      origin = origin.after(origin(hash));
    }
    // First, so that no table stands here without it after a crash.
    DurableFiles.write(originFile(hash), origin.write(key, hash));
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

  /** As {@link #find}, with what can still be told of the numbers that it hid. */
  public Optional<Earlier> findEarlier(Sha256 hash) throws IOException {
    Optional<ProtectedTable> table = find(hash);
    return table.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Earlier(table.get(), new CellMarks(key, hash).read(origin(hash).marks())));
  }

  /** Whether the table was protected against that sending; not known means no. */
  public boolean isPreviewedAgainst(Sha256 hash, Sha256 earlier) throws IOException {
    return origin(hash).against().contains(earlier.hex());
  }

  /** A missing or forged one says nothing: then more is hidden, or a preview is asked for again. */
  private DraftOrigin origin(Sha256 hash) throws IOException {
    return Files.exists(originFile(hash))
        ? DraftOrigin.read(Files.readAllBytes(originFile(hash)), key, hash)
            .orElse(DraftOrigin.UNKNOWN)
        : DraftOrigin.UNKNOWN;
  }

  private Path originFile(Sha256 hash) {
    return state.drafts().resolve(hash + ".origin");
  }

  private Path file(Sha256 hash) {
    return state.drafts().resolve(hash + ".json");
  }
}
