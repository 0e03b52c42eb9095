package se.samsyn.agent.sealed.role;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import se.samsyn.agent.NotDone;
import se.samsyn.agent.Step;
import se.samsyn.agent.Steps;
import se.samsyn.agent.enrol.Trust;
import se.samsyn.agent.http.AggregatorClient;
import se.samsyn.agent.http.Answer;
import se.samsyn.agent.manifest.EarlierAttempts;
import se.samsyn.agent.manifest.StoredManifest;
import se.samsyn.agent.sealed.state.Attempt;
import se.samsyn.agent.sealed.state.Peers;
import se.samsyn.agent.sealed.state.RoleOffer;
import se.samsyn.agent.sealed.state.SealedFolder;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.SigningKey;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.RoleKey;
import se.samsyn.schemas.sealed.ManifestCheck;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.schemas.sealed.SealedRefusal;

/**
 * Plays all of this agency's roles, each attempt by itself: offers a key for the next one, and
 * takes a role only where this agency's own rules allow the attempt.
 */
public final class RolePlayer implements AutoCloseable {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /** After a failure: what is wrong is mostly mended by people. */
  private static final Duration REST = Duration.ofSeconds(30);

  private static final String DONE = "sealed.role.done";
  private static final String UNOPENED = "sealed.role.unopened";

  private final SealedFolder folder;
  private final Trust trust;
  private final SigningKey key;
  private final AggregatorClient client;
  private final OptionalInt floor;
  private final Clock clock;
  private final Steps steps;
  private final SecureRandom random = new SecureRandom();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "a role");
            thread.setDaemon(true);
            return thread;
          });
  private final Map<Sha256, Future<Report>> running = new HashMap<>();
  private final Map<Sha256, Instant> resting = new HashMap<>();

  /**
   * What became of one role, for people.
   *
   * @param reason a key of the agent's texts
   */
  public record Report(String reason, List<Object> details) {
    static Report of(String reason, Object... details) {
      return new Report(reason, List.of(details));
    }

    /** Whether the role is over with it; else it is taken up again. */
    boolean isEnd() {
      return reason.equals(DONE) || reason.equals(UNOPENED);
    }

    static Report of(NotDone failure) {
      return new Report(failure.reason(), failure.details());
    }
  }

  /**
   * @param floor the agency's own minimum frequency, if it has one
   */
  public RolePlayer(
      SealedFolder folder,
      Trust trust,
      SigningKey key,
      AggregatorClient client,
      OptionalInt floor,
      Clock clock,
      Steps steps) {
    this.folder = folder;
    this.trust = trust;
    this.key = key;
    this.client = client;
    this.floor = floor;
    this.clock = clock;
    this.steps = steps;
  }

  /**
   * Lets the aggregator know a key for the next role. It lies on this disk before. A key that one
   * of {@code roles} has used is offered no more; that role takes it.
   *
   * @throws NotDone when the aggregator refuses it or is not reached
   */
  public synchronized void offerKey(List<StoredManifest> roles) throws NotDone, IOException {
    RoleKey offer = new RoleOffer(folder, key, random).current(trust.agency());
    steps.reached(Step.ROLE_KEY_MADE);
    if (roles.stream().anyMatch(m -> m.manifest().sealed().orElseThrow().roles().contains(offer))) {
      return;
    }
    Answer answer = client.put(HttpRelay.ROLE_KEY, Codecs.ROLE_KEY.write(offer));
    steps.reached(Step.ROLE_KEY_OFFERED);
    if (!(answer instanceof Answer.Success)) {
      throw NotDone.of(answer);
    }
  }

  /**
   * The attempts in which this agency has a role that is not over.
   *
   * @param known all manifests that this agency has got
   */
  public List<StoredManifest> roles(List<StoredManifest> open, List<StoredManifest> known) {
    return known.stream()
        .filter(m -> m.manifest().hasRole(trust.agency()))
        .filter(m -> open.contains(m) || Attempt.isBegun(folder, manifest(m)))
        .filter(m -> !Attempt.isOver(folder, manifest(m)))
        .toList();
  }

  /**
   * Takes in who takes part with this agency in these roles, where it would play them; whoever
   * calls this has the state folder to itself.
   */
  public void meetPeers(List<StoredManifest> roles) throws IOException {
    for (StoredManifest role : roles) {
      if (refusals(role).isEmpty()) {
        try {
          new Peers(folder).pin(role.manifest());
        } catch (NotDone e) {
          // One of them is another than before: playing the role says so.
        }
      }
    }
  }

  /** Plays each of them as far as it can be played now. */
  public List<Report> playWhatIsThere(List<StoredManifest> roles, List<StoredManifest> known) {
    return roles.stream().map(m -> play(m, known, Patience.whatIsThere())).toList();
  }

  /**
   * Plays each of them by itself, beside what is played already.
   *
   * @return what became of those that have ended since the last call
   */
  public List<Report> playOn(List<StoredManifest> roles, List<StoredManifest> known) {
    Instant now = clock.instant();
    for (StoredManifest role : roles) {
      if (now.isBefore(resting.getOrDefault(role.hash(), now))) {
        continue;
      }
      running.computeIfAbsent(
          role.hash(),
          hash -> threads.submit(() -> play(role, known, Patience.forEver(LONGEST_PAUSE))));
    }
    List<Report> ended = new ArrayList<>();
    for (Sha256 role : List.copyOf(running.keySet())) {
      if (running.get(role).isDone()) {
        Report report = report(running.remove(role));
        if (!report.isEnd()) {
          resting.put(role, now.plus(REST));
        }
        ended.add(report);
      }
    }
    return ended;
  }

  /** Whether something is being played. */
  public boolean isPlaying() {
    return !running.isEmpty();
  }

  private static Report report(Future<Report> role) {
    try {
      return role.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Report.of("sealed.role.failed", "InterruptedException");
    } catch (ExecutionException e) {
      // Its message may quote what it was working on, so only its kind is told.
      return Report.of("sealed.role.failed", e.getCause().getClass().getSimpleName());
    }
  }

  private Report play(StoredManifest stored, List<StoredManifest> known, Patience patience) {
    Object name = stored.manifest().collection();
    try {
      SealedManifest manifest = manifest(stored);
      Set<SealedRefusal> reasons = refusals(stored);
      if (!reasons.isEmpty()) {
        return Report.of("sealed.role.refused", name, reasons);
      }
      Optional<Set<AgencyId>> before = EarlierAttempts.require(stored, known);
      new Peers(folder).require(stored.manifest());
      Optional<Attempt> attempt = open(manifest);
      if (attempt.isEmpty()) {
        return Report.of("sealed.role.other-key", name);
      }
      HttpRelay relay = new HttpRelay(client, stored.hash(), trust.agency(), key, clock);
      RoleRun.End end =
          new RoleRun(attempt.get(), key, relay, patience, before, clock, steps).play();
      return end instanceof RoleRun.End.Unopened unopened
          ? Report.of(UNOPENED, name, unopened.reason())
          : Report.of(DONE, name);
    } catch (Waiting e) {
      return Report.of("sealed.role.waiting", name, e.address().step().word(), e.address().from());
    } catch (NotDone e) {
      return Report.of(e);
    } catch (IOException e) {
      return Report.of("io", String.valueOf(e.getMessage()));
    }
  }

  /** Not while a key is being offered: the offer may become this attempt's. */
  private synchronized Optional<Attempt> open(SealedManifest manifest) throws IOException {
    return Attempt.open(folder, manifest, trust.agency(), key, random, steps);
  }

  private Set<SealedRefusal> refusals(StoredManifest stored) {
    return ManifestCheck.refusals(stored.manifest(), floor.orElse(0));
  }

  private static SealedManifest manifest(StoredManifest stored) {
    return SealedManifest.of(stored.manifest());
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
