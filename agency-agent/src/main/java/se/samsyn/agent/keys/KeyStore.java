package se.samsyn.agent.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import se.samsyn.agent.Step;
import se.samsyn.agent.Steps;
import se.samsyn.agent.state.DurableFiles;
import se.samsyn.agent.state.StateFolder;
import se.samsyn.schemas.envelope.SigningKey;

/** The agency's signing key: made here, kept here. */
public final class KeyStore {
  private final StateFolder state;

  public KeyStore(StateFolder state) {
    this.state = state;
  }

  /**
   * The key, if it has been made.
   *
   * @throws IOException when the file is there and is not a key
   */
  public Optional<SigningKey> load() throws IOException {
    if (!Files.exists(state.signingKey())) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          SigningKey.ofSecret(
              Base64.getDecoder().decode(Files.readString(state.signingKey()).strip())));
    } catch (IllegalArgumentException e) {
      throw new IOException(
          state.signingKey() + " is damaged; restore it from a backup, or enrol anew");
    }
  }

  /** The key; made now if it has not been. An existing key is never replaced. */
  public SigningKey loadOrMake(SecureRandom random, Steps steps) throws IOException {
    Optional<SigningKey> known = load();
    if (known.isPresent()) {
      return known.get();
    }
    SigningKey key = SigningKey.generate(random);
    String text = Base64.getEncoder().encodeToString(key.exposeSecret()) + "\n";
    DurableFiles.write(state.signingKey(), text.getBytes(StandardCharsets.US_ASCII));
    steps.reached(Step.KEY_WRITTEN);
    return key;
  }
}
