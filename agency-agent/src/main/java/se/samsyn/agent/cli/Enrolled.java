package se.samsyn.agent.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import se.samsyn.agent.NotDone;
import se.samsyn.agent.Steps;
import se.samsyn.agent.approval.DraftStore;
import se.samsyn.agent.config.AgentConfig;
import se.samsyn.agent.enrol.Enrolling;
import se.samsyn.agent.enrol.Trust;
import se.samsyn.agent.http.AggregatorClient;
import se.samsyn.agent.keys.KeyStore;
import se.samsyn.agent.ledger.BrokenLedger;
import se.samsyn.agent.ledger.Ledger;
import se.samsyn.agent.manifest.Fetching;
import se.samsyn.agent.manifest.ManifestStore;
import se.samsyn.agent.manifest.StoredManifest;
import se.samsyn.agent.protect.SentBefore;
import se.samsyn.agent.sealed.contribute.Contributing;
import se.samsyn.agent.sealed.role.HttpRelay;
import se.samsyn.agent.sealed.role.RolePlayer;
import se.samsyn.agent.sealed.state.SealedFolder;
import se.samsyn.agent.send.Sending;
import se.samsyn.agent.send.SentTables;
import se.samsyn.agent.state.StateFolder;
import se.samsyn.agent.state.StateLock;
import se.samsyn.comparison.CountedTable;
import se.samsyn.schemas.envelope.SigningKey;

/** An agent that has enrolled, with its state folder to itself until it is closed. */
final class Enrolled implements AutoCloseable {
  private static final int TRIES = 80;

  private final AgentConfig agent;
  private final StateFolder state;
  private final StateLock lock;
  private final Trust trust;
  private final SigningKey key;

  private Enrolled(
      AgentConfig agent, StateFolder state, StateLock lock, Trust trust, SigningKey key) {
    this.agent = agent;
    this.state = state;
    this.lock = lock;
    this.trust = trust;
    this.key = key;
  }

  /**
   * @throws NotDone when the agent has not enrolled, or another process works on the folder
   */
  static Enrolled open(AgentConfig agent) throws NotDone, IOException {
    StateFolder state = new StateFolder(agent.state());
    StateLock lock = lock(state);
    try {
      Trust trust = Trust.load(state).orElseThrow(() -> new NotDone("not-enrolled"));
      SigningKey key = new KeyStore(state).load().orElseThrow(() -> new NotDone("not-enrolled"));
      if (!Enrolling.isDone(state)) {
        throw new NotDone("not-enrolled");
      }
      return new Enrolled(agent, state, lock, trust, key);
    } catch (NotDone | IOException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Another process is mostly done in a moment (one that looks for collections), so it is waited
   * for.
   */
  static StateLock lock(StateFolder state) throws NotDone, IOException {
    for (int tries = 1; ; tries++) {
      try {
        return StateLock.take(state);
      } catch (StateLock.StateInUse e) {
        if (tries == TRIES || !slept()) {
          throw new NotDone("state.in-use", state.root());
        }
      }
    }
  }

  private static boolean slept() {
    try {
      Thread.sleep(250);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  Contributing contributing(Clock clock, Steps steps) throws NotDone, IOException {
    return new Contributing(
        SealedFolder.in(state), trust, key, manifests(), ledger(), clock, steps);
  }

  /** The relay of one sealed collection. */
  HttpRelay relay(StoredManifest manifest, Clock clock) throws IOException {
    return new HttpRelay(client(), manifest.hash(), trust.agency(), key, clock);
  }

  RolePlayer rolePlayer(OptionalInt floor, Clock clock, Steps steps) throws IOException {
    return new RolePlayer(SealedFolder.in(state), trust, key, client(), floor, clock, steps);
  }

  /** Erases what was frozen for sealed collections that are over. */
  void clearFrozen(List<StoredManifest> known, Clock clock, Steps steps)
      throws NotDone, IOException {
    Contributing contributing = contributing(clock, steps);
    for (StoredManifest manifest : known) {
      if (manifest.manifest().sealed().isPresent() && contributing.isFrozen(manifest)) {
        var outcome = relay(manifest, clock).outcome();
        if (outcome.isPresent()) {
          contributing.eraseIfOver(manifest, outcome.get());
        }
      }
    }
  }

  ManifestStore manifests() {
    return new ManifestStore(state, trust);
  }

  Fetching fetching(Clock clock, Steps steps) throws IOException {
    return new Fetching(manifests(), trust, key, client(), clock, steps);
  }

  Sending sending(Clock clock, Steps steps) throws NotDone, IOException {
    return new Sending(state, trust, key, manifests(), ledger(), client(), clock, steps);
  }

  /** What was sent about the same records; nothing from an agent that has not enrolled. */
  static SentBefore sentBefore(StateFolder state, Steps steps, CountedTable next)
      throws NotDone, IOException {
    Optional<SigningKey> key = new KeyStore(state).load();
    Optional<Trust> trust = Trust.load(state);
    if (key.isEmpty() || trust.isEmpty() || !Enrolling.isDone(state)) {
      return SentBefore.NOTHING;
    }
    return new SentTables(
            new ManifestStore(state, trust.get()),
            ledger(state, key.get()),
            new DraftStore(state, key.get(), steps))
        .before(next);
  }

  Ledger ledger() throws NotDone, IOException {
    return ledger(state, key);
  }

  private static Ledger ledger(StateFolder state, SigningKey key) throws NotDone, IOException {
    try {
      return Ledger.open(state, key);
    } catch (BrokenLedger e) {
      throw new NotDone("ledger." + e.fault().name().toLowerCase(java.util.Locale.ROOT), e.line());
    }
  }

  private AggregatorClient client() throws IOException {
    return AggregatorClient.to(trust.url(), agent.network());
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
