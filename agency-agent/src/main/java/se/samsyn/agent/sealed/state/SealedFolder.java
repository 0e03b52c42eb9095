package se.samsyn.agent.sealed.state;

import java.nio.file.Path;
import se.samsyn.agent.state.StateFolder;
import se.samsyn.schemas.envelope.Sha256;

/** Where the agent keeps what belongs to sealed collections, in its state folder. */
public record SealedFolder(Path root) {
  public static SealedFolder in(StateFolder state) {
    return new SealedFolder(state.root().resolve("sealed"));
  }

  /** The identities of other agencies, as they were when they were first seen. */
  public Path peers() {
    return root.resolve("peers");
  }

  /** The key that is offered for the next role. */
  public Path offer() {
    return root.resolve("offer");
  }

  /** What a role keeps of one attempt. */
  public Path attempt(Sha256 manifest) {
    return root.resolve("attempts").resolve(manifest.hex());
  }

  /** The table that was frozen when it was contributed, by its definition and period. */
  public Path frozen(Sha256 definition, String period) {
    return root.resolve("frozen").resolve(definition.hex() + "-" + period.replace('/', '-'));
  }

  /** That one process alone plays this agency's roles. */
  public Path lock() {
    return root.resolve("roles.lock");
  }
}
