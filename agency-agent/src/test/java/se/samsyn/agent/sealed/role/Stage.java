package se.samsyn.agent.sealed.role;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import se.samsyn.agent.Steps;
import se.samsyn.agent.sealed.Constellation;
import se.samsyn.agent.sealed.Contributor;
import se.samsyn.agent.sealed.Table;
import se.samsyn.agent.sealed.state.Attempt;
import se.samsyn.agent.sealed.state.RoleOffer;
import se.samsyn.agent.sealed.state.SealedFolder;
import se.samsyn.schemas.definition.Counting;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.sealed.Address;
import se.samsyn.schemas.sealed.Routes;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.schemas.sealed.SealedStep;
import se.samsyn.schemas.sealed.Tree;

/**
 * All roles of one attempt, each with its own state folder and in a thread of its own, and only the
 * relay between them. A role that is killed is started again from its folder.
 */
final class Stage {
  static final Clock BEFORE_DEADLINE =
      Clock.fixed(Instant.parse("2026-01-15T00:00:00Z"), ZoneOffset.UTC);
  static final Clock AFTER_DEADLINE =
      Clock.fixed(Instant.parse("2026-02-02T00:00:00Z"), ZoneOffset.UTC);

  final Constellation constellation;
  final Map<AgencyId, SealedFolder> folders = new HashMap<>();
  final SealedManifest manifest;
  final Map<AgencyId, Table> tables;
  final MemoryRelay relay;
  final Map<AgencyId, Integer> killAt = new ConcurrentHashMap<>();
  final Map<AgencyId, AtomicInteger> events = new ConcurrentHashMap<>();
  final Map<AgencyId, Clock> clocks = new HashMap<>();
  Optional<Set<AgencyId>> before = Optional.empty();

  /** The process died here. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    Killed() {
      super("killed", null, false, false);
    }
  }

  Stage(Path folder, int n, int combiners, long seed) throws IOException {
    this(folder, new Constellation(n), combiners, 1, seed);
  }

  /** Another attempt of the same agencies in the same folders, with the same tables. */
  Stage(Path folder, Constellation constellation, int combiners, int attempt, long seed)
      throws IOException {
    this.constellation = constellation;
    for (AgencyId agency : constellation.agencies.subList(0, 2 + combiners)) {
      SealedFolder state = new SealedFolder(folder.resolve(agency.value()));
      folders.put(agency, state);
      constellation.offers.put(
          agency,
          new RoleOffer(state, constellation.signing.get(agency), constellation.secrets)
              .current(agency));
    }
    Tree units = Constellation.halved("u", 0, 3);
    manifest =
        constellation.manifest(
            Counting.DISJOINT,
            5,
            attempt,
            units,
            List.of(
                Constellation.attribute("sex", 2, units.code()),
                Constellation.attribute("age", 3, units.code())),
            combiners,
            true);
    tables = constellation.tables(manifest, new Random(seed), 12);
    relay = new MemoryRelay(manifest);
  }

  /** An agency's contribution, as its agent leaves it. */
  void contribute(AgencyId agency) throws Exception {
    List<byte[]> chunks = new ArrayList<>();
    Contributor.Parts parts =
        constellation.contribution(
            manifest, agency, tables.get(agency), (number, chunk) -> chunks.add(chunk));
    AgencyId a = manifest.roles().a().agency();
    AgencyId b = manifest.roles().b().agency();
    leave(Address.of(SealedStep.SEED, agency, a, 0), parts.toA());
    leave(Address.of(SealedStep.KEY, agency, b, 0), parts.toB());
    for (int bundle = 0; bundle < new Routes(manifest).bundles(); bundle++) {
      var bytes = new java.io.ByteArrayOutputStream();
      int from = bundle * Routes.BUNDLE;
      chunks
          .subList(from, Math.min(chunks.size(), from + Routes.BUNDLE))
          .forEach(bytes::writeBytes);
      leave(Address.of(SealedStep.COLUMNS, agency, b, bundle), bytes.toByteArray());
    }
    leave(Address.toRoles(SealedStep.CONTRIBUTION, agency), Codecs.SIGNED.write(parts.signed()));
  }

  private void leave(Address address, byte[] message) throws Exception {
    while (!relay.put(address, message)) {
      Thread.onSpinWait();
    }
  }

  void contributeAll() throws Exception {
    for (AgencyId agency : constellation.agencies) {
      contribute(agency);
    }
  }

  /** All roles to their ends. */
  Map<AgencyId, RoleRun.End> play() throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      Map<AgencyId, Future<RoleRun.End>> running = new HashMap<>();
      for (AgencyId role : folders.keySet()) {
        running.put(role, threads.submit(() -> play(role)));
      }
      Map<AgencyId, RoleRun.End> ends = new HashMap<>();
      for (var each : running.entrySet()) {
        ends.put(each.getKey(), each.getValue().get(60, java.util.concurrent.TimeUnit.SECONDS));
      }
      return ends;
    } finally {
      threads.shutdownNow();
    }
  }

  /** One role to its end, started again each time that it is killed. */
  RoleRun.End play(AgencyId role) throws Exception {
    while (true) {
      try {
        return run(role);
      } catch (Killed e) {
        // Its folder is all that is left of it.
      }
    }
  }

  private RoleRun.End run(AgencyId role) throws Exception {
    AtomicInteger seen = events.computeIfAbsent(role, r -> new AtomicInteger());
    Steps steps =
        step -> {
          if (seen.getAndIncrement() == killAt.getOrDefault(role, -1)) {
            throw new Killed();
          }
        };
    Attempt attempt =
        Attempt.open(
                folders.get(role),
                manifest,
                role,
                constellation.signing.get(role),
                constellation.secrets,
                steps)
            .orElseThrow();
    return new RoleRun(
            attempt,
            constellation.signing.get(role),
            relay,
            (address, looks) -> {
              try {
                Thread.sleep(1);
              } catch (InterruptedException e) {
                throw new Waiting(address);
              }
            },
            before,
            clocks.getOrDefault(role, BEFORE_DEADLINE),
            steps)
        .play();
  }
}
