package se.samsyn.agent.sealed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.sealed.ContributorSet;
import se.samsyn.schemas.sealed.Layout;
import se.samsyn.schemas.sealed.RoleHolder;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.sealed.GroupWalk;
import se.samsyn.sealed.Opened;
import se.samsyn.sealed.Refused;

/** All parties of one attempt in memory, with a relay between them that may do what it likes. */
final class SealedRun {
  /** Carries a message; an honest one carries it unchanged. */
  interface Relay {
    byte[] carry(String step, AgencyId from, AgencyId to, int number, byte[] message);
  }

  private static final int SIGNATURE = 64;

  static final Relay HONEST = (step, from, to, number, message) -> message;

  final SealedManifest manifest;
  final Relay relay;
  final AgencyId idA;
  final AgencyId idB;
  final Map<AgencyId, RoleKeys> keys = new HashMap<>();
  final ShareHolder a;
  final ShareHolder b;
  final Map<AgencyId, Combiner> combiners = new HashMap<>();
  final Map<AgencyId, Sha256> contributions = new HashMap<>();
  final Map<AgencyId, Tagger> taggersOfA = new HashMap<>();
  final Map<AgencyId, Tagger> taggersOfC = new HashMap<>();
  Judge judge;

  SealedRun(Constellation constellation, SealedManifest manifest, Relay relay) {
    this.manifest = manifest;
    this.relay = relay;
    this.idA = manifest.roles().a().agency();
    this.idB = manifest.roles().b().agency();
    for (RoleHolder role : manifest.roles().all()) {
      keys.put(role.agency(), constellation.keys(manifest, role.agency()));
    }
    a = new ShareHolder(manifest, ShareHolder.Side.A, keys.get(idA));
    b = new ShareHolder(manifest, ShareHolder.Side.B, keys.get(idB));
    manifest
        .roles()
        .combiners()
        .forEach(c -> combiners.put(c.agency(), new Combiner(manifest, keys.get(c.agency()))));
  }

  static Opened run(
      Constellation constellation,
      SealedManifest manifest,
      Map<AgencyId, ? extends NodeValues> tables,
      Relay relay)
      throws Refused {
    SealedRun run = new SealedRun(constellation, manifest, relay);
    run.pair();
    for (AgencyId agency : tables.keySet()) {
      run.contribute(constellation, agency, tables.get(agency));
    }
    run.close();
    run.range();
    run.test();
    run.levels();
    return run.open();
  }

  void pair() throws Refused {
    for (RoleHolder from : manifest.roles().all()) {
      for (RoleHolder to : manifest.roles().all()) {
        if (!from.agency().equals(to.agency())) {
          Signed half = keys.get(from.agency()).half(to.agency());
          keys.get(to.agency())
              .accept(from.agency(), carried("pair", from.agency(), to.agency(), half));
        }
      }
    }
  }

  Contributor.Parts contribute(Constellation constellation, AgencyId agency, NodeValues table)
      throws Refused {
    List<byte[]> chunks = new ArrayList<>();
    Contributor.Parts parts =
        constellation.contribution(manifest, agency, table, (number, chunk) -> chunks.add(chunk));
    contributions.put(agency, parts.signed().hash());
    a.acceptSeed(
        parts.contribution(),
        carried("contribution", agency, idA, parts.signed()),
        relay.carry("seed", agency, idA, 0, parts.toA()));
    b.acceptColumns(
        parts.contribution(),
        carried("contribution", agency, idB, parts.signed()),
        relay.carry("key", agency, idB, 0, parts.toB()),
        number -> relay.carry("chunk", agency, idB, number, chunks.get(number)));
    return parts;
  }

  void close() throws Refused {
    Signed ofA = a.close();
    Signed ofB = b.close();
    a.agree(carried("set", idB, idA, ofB));
    b.agree(carried("set", idA, idB, ofA));
    ContributorSet set =
        new ContributorSet(manifest.hash(), new java.util.TreeMap<>(contributions));
    for (Combiner combiner : combiners.values()) {
      combiner.agree(set, ofA, ofB);
    }
  }

  void range() throws Refused {
    AgencyId c = manifest.roles().combiners().get(0).agency();
    for (int chunk = 0; chunk < Layout.of(manifest).chunks(); chunk++) {
      combiners
          .get(c)
          .range(
              relay.carry("range", idA, c, chunk, a.range(chunk)),
              relay.carry("range", idB, c, chunk, b.range(chunk)));
    }
    Signed verdict = combiners.get(c).rangeVerdict();
    a.acceptRange(carried("verdict", c, idA, verdict));
    b.acceptRange(carried("verdict", c, idB, verdict));
  }

  void test() throws Refused {
    for (AgencyId c : combiners.keySet()) {
      for (int chunk = 0; chunk < Layout.of(manifest).chunks(); chunk++) {
        combiners
            .get(c)
            .test(
                relay.carry("test", idA, c, chunk, a.test(c, chunk)),
                relay.carry("test", idB, c, chunk, b.test(c, chunk)));
      }
    }
  }

  void levels() throws Refused {
    for (var entry : combiners.entrySet()) {
      AgencyId c = entry.getKey();
      taggersOfA.put(c, Tagger.ofA(manifest, keys.get(idA), a, c));
      taggersOfC.put(c, Tagger.ofCombiner(manifest, keys.get(c), entry.getValue()));
    }
    judge = new Judge(manifest, keys.get(idB), b);
    for (int level = 0; !judge.walk().isDone(); level++) {
      Map<AgencyId, Judge.Answers> answers = new HashMap<>();
      for (AgencyId c : combiners.keySet()) {
        answers.put(
            c,
            judge.compare(
                c,
                relay.carry("tags", idA, idB, level, taggersOfA.get(c).tags()),
                relay.carry("tags", c, idB, level, taggersOfC.get(c).tags())));
      }
      for (AgencyId c : combiners.keySet()) {
        taggersOfA.get(c).accept(relay.carry("bits", idB, idA, level, answers.get(c).toA()));
        byte[] shown =
            taggersOfC
                .get(c)
                .accept(relay.carry("bits", idB, c, level, answers.get(c).toCombiner()));
        judge.check(c, relay.carry("shown", c, idB, level, shown));
      }
      judge.settle();
    }
  }

  Opened open() throws Refused {
    Map<AgencyId, Signed> words = new HashMap<>();
    AgencyId first = manifest.roles().combiners().get(0).agency();
    words.put(idA, taggersOfA.get(first).bits());
    words.put(idB, judge.bits());
    for (AgencyId c : combiners.keySet()) {
      words.put(c, taggersOfC.get(c).bits());
    }
    GroupWalk walk = judge.walk();
    return Opened.of(
        manifest,
        a.set(),
        walk,
        carried("shares", idA, idB, a.shares(taggersOfA.get(first).walk(), words)),
        carried("shares", idB, idA, b.shares(walk, words)));
  }

  private Signed carried(String step, AgencyId from, AgencyId to, Signed message) {
    byte[] both = Arrays.copyOf(message.payload(), message.payload().length + SIGNATURE);
    System.arraycopy(message.signature(), 0, both, message.payload().length, SIGNATURE);
    byte[] arrived = relay.carry(step, from, to, 0, both);
    int payload = arrived.length - SIGNATURE;
    return new Signed(
        Arrays.copyOf(arrived, payload), Arrays.copyOfRange(arrived, payload, arrived.length));
  }
}
