package se.samsyn.aggregator.sealed;

import jakarta.inject.Singleton;
import se.samsyn.aggregator.collection.Issuing;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.aggregator.problem.ActionRefused.Why;
import se.samsyn.schemas.message.CollectionManifest;
import se.samsyn.schemas.message.RoleKey;

/** Issues the manifest of an attempt: its role keys are used up, and its relay is open. */
@Singleton
public class SealedIssuing {
  private final Issuing issuing;
  private final RoleKeys keys;
  private final Attempts attempts;

  SealedIssuing(Issuing issuing, RoleKeys keys, Attempts attempts) {
    this.issuing = issuing;
    this.keys = keys;
    this.attempts = attempts;
  }

  /**
   * Stores the manifest and begins its attempt.
   *
   * @throws ActionRefused as {@link Issuing#issue}, or when a role's key is no longer offered
   */
  public StoredCollection issue(CollectionManifest manifest, String actor) throws ActionRefused {
    return issuing.issue(
        manifest,
        actor,
        (connection, made) -> {
          for (RoleKey key : manifest.sealed().orElseThrow().roles()) {
            if (!keys.use(connection, key, made.hash())) {
              throw new ActionRefused(Why.ROLE_KEY_NOT_OFFERED, key.agency());
            }
          }
          attempts.begin(connection, made.hash(), manifest.issued(), actor);
        });
  }
}
