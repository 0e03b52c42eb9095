package se.samsyn.agent.manifest;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import se.samsyn.agent.NotDone;
import se.samsyn.agent.Step;
import se.samsyn.agent.Steps;
import se.samsyn.agent.enrol.Trust;
import se.samsyn.agent.http.AggregatorClient;
import se.samsyn.agent.http.Answer;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.envelope.InvalidMessage;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.envelope.SigningKey;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.json.MalformedDocument;
import se.samsyn.schemas.message.ManifestList;

/**
 * Asks for the open collections, and keeps only what the coordinator has signed and what does not
 * contradict what is known.
 */
public final class Fetching {
  private static final String PATH = "/api/v1/agent/manifests";

  private final ManifestStore store;
  private final Trust trust;
  private final SigningKey key;
  private final AggregatorClient client;
  private final Clock clock;
  private final Steps steps;

  public Fetching(
      ManifestStore store,
      Trust trust,
      SigningKey key,
      AggregatorClient client,
      Clock clock,
      Steps steps) {
    this.store = store;
    this.trust = trust;
    this.key = key;
    this.client = client;
    this.clock = clock;
    this.steps = steps;
  }

  /**
   * The open collections, all of them stored.
   *
   * @throws NotDone when one of them is not signed by the pinned key, is not for this agency and
   *     key, is older than one that is known, or gives a known definition another meaning; then
   *     none is stored
   */
  public List<StoredManifest> fetch() throws NotDone, IOException {
    Answer answer = client.get(PATH, key, trust.agency(), clock);
    if (!(answer instanceof Answer.Success success)) {
      throw NotDone.of(answer);
    }
    List<StoredManifest> known = store.all();
    List<StoredManifest> fetched = new ArrayList<>();
    ManifestList list = read(success.body());
    for (Signed signed : list.manifests()) {
      StoredManifest manifest = verified(signed);
      requireOurs(manifest);
      requireNotOlder(manifest, known);
      requireNotOlder(manifest, fetched);
      requireSameMeaning(manifest, known);
      requireSameMeaning(manifest, fetched);
      fetched.add(manifest);
    }
    steps.reached(Step.MANIFESTS_FETCHED);
    for (Signed signed : list.manifests()) {
      store.store(signed);
      steps.reached(Step.MANIFEST_STORED);
    }
    return fetched;
  }

  private static ManifestList read(byte[] body) throws NotDone {
    try {
      return Codecs.MANIFEST_LIST.read(body);
    } catch (MalformedDocument e) {
      throw new NotDone("answer.malformed");
    }
  }

  private StoredManifest verified(Signed signed) throws NotDone {
    try {
      return store.verified(signed);
    } catch (InvalidMessage e) {
      throw new NotDone("answer.not-coordinators");
    } catch (MalformedDocument e) {
      throw new NotDone("answer.malformed");
    }
  }

  private void requireOurs(StoredManifest manifest) throws NotDone {
    boolean ours =
        manifest
            .manifest()
            .participant(trust.agency())
            .filter(p -> p.signingKey().equals(key.verificationKey()))
            .isPresent();
    if (!ours) {
      throw new NotDone("manifest.not-ours", manifest.manifest().collection());
    }
  }

  private static void requireNotOlder(StoredManifest manifest, List<StoredManifest> known)
      throws NotDone {
    for (StoredManifest other : known) {
      if (!other.manifest().collection().equals(manifest.manifest().collection())) {
        continue;
      }
      int versions = Integer.compare(manifest.manifest().version(), other.manifest().version());
      if (versions < 0 || (versions == 0 && !manifest.hash().equals(other.hash()))) {
        throw new NotDone("manifest.rollback", manifest.manifest().collection());
      }
    }
  }

  private static void requireSameMeaning(StoredManifest manifest, List<StoredManifest> known)
      throws NotDone {
    for (Definition definition : manifest.manifest().definitions()) {
      for (StoredManifest other : known) {
        var same = other.manifest().definition(definition.ref());
        if (same.isPresent() && !same.get().equals(definition)) {
          throw new NotDone("manifest.definition-changed", definition.ref());
        }
      }
    }
  }
}
