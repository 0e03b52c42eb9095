package se.samsyn.aggregator.sealed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import se.samsyn.aggregator.TestAgency;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.sealed.Address;
import se.samsyn.schemas.sealed.ContributorSet;
import se.samsyn.schemas.sealed.RosterAgency;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.schemas.sealed.SealedStep;
import se.samsyn.schemas.sealed.ValueLists;
import se.samsyn.schemas.sealed.Wire;
import se.samsyn.sealed.GroupWalk;
import se.samsyn.sealed.PublicBits;

/** What the roles would send in the end of an honest attempt, made from plain numbers. */
public final class LastSteps {
  final SealedManifest manifest;
  final Map<AgencyId, PlainPersons> persons;
  final ContributorSet set;
  final GroupWalk walk;
  private final long[][] sharesOfA;

  private LastSteps(SealedManifest manifest, Map<AgencyId, PlainPersons> persons) {
    this.manifest = manifest;
    this.persons = persons;
    SortedMap<AgencyId, Sha256> contributions = new TreeMap<>();
    persons
        .keySet()
        .forEach(a -> contributions.put(a, Sha256.of(a.value().getBytes(StandardCharsets.UTF_8))));
    this.set = new ContributorSet(manifest.hash(), contributions);
    this.walk = new GroupWalk(manifest);
    while (!walk.isDone()) {
      List<GroupWalk.GroupName> wanted = walk.wanted();
      boolean[] safe = new boolean[wanted.size()];
      for (int i = 0; i < safe.length; i++) {
        int family = wanted.get(i).family();
        safe[i] = IntStream.of(walk.members(wanted.get(i))).allMatch(node -> isSafe(family, node));
      }
      walk.settle(safe);
    }
    Random random = new Random(11);
    this.sharesOfA = new long[1 + manifest.magnitudes().size()][];
    for (int family = 0; family < sharesOfA.length; family++) {
      sharesOfA[family] = random.longs(walk.open(family).length()).toArray();
    }
  }

  public static LastSteps of(StoredCollection collection, Map<AgencyId, PlainPersons> persons) {
    return new LastSteps(SealedManifest.of(collection.manifest()), persons);
  }

  /** Three agencies with enough in every municipality, and the fourth with none in the last. */
  public static Map<AgencyId, PlainPersons> many(StoredCollection collection) {
    SealedManifest manifest = SealedManifest.of(collection.manifest());
    Map<AgencyId, PlainPersons> persons = new TreeMap<>();
    int factor = 6;
    for (RosterAgency agency : manifest.roster()) {
      PlainPersons plain = new PlainPersons(manifest);
      for (String unit : List.of("al", "bo", "by")) {
        plain.add(factor, unit, "1", 100).add(factor + 1, unit, "2", 90);
      }
      // Too few girls in Dal: its sexes stay closed.
      plain
          .add(5, "dal", "1", 100)
          .add(agency.agency().value().equals("varden") ? 1 : 0, "dal", "2", 7);
      persons.put(agency.agency(), plain);
      factor++;
    }
    return persons;
  }

  private boolean isSafe(int family, int node) {
    ValueLists lists =
        family == 0
            ? manifest.rule().counts()
            : manifest.rule().persons(manifest.magnitudes().get(family - 1));
    int sum =
        persons.values().stream()
            .mapToInt(p -> manifest.rule().contribution(p.value(0, node)))
            .sum();
    return IntStream.of(lists.allowed()).anyMatch(v -> v == sum)
        && (family == 0 || persons.values().stream().noneMatch(p -> p.isDominated(node)));
  }

  public long total(int family, int node) {
    return persons.values().stream().mapToLong(p -> p.value(family, node)).sum();
  }

  public byte[] set(TestAgency role) {
    return Codecs.SIGNED.write(Signed.by(role.key(), Label.SEALED_SET, set.bytes()));
  }

  public byte[] settled() {
    return settled(walk.settledBits());
  }

  static byte[] settled(List<Boolean> all) {
    BitSet bits = new BitSet();
    for (int i = 0; i < all.size(); i++) {
      bits.set(i, all.get(i));
    }
    return new Wire().number(all.size()).block(bits.toByteArray()).bytes();
  }

  public byte[] word(TestAgency role) {
    return Codecs.SIGNED.write(
        Signed.by(
            role.key(), Label.SEALED_BITS, PublicBits.bytes(manifest.hash(), set.hash(), walk)));
  }

  public byte[] sharesOfA(TestAgency a) {
    return shares(a, true, 0);
  }

  /**
   * @param shift is added to the share of the whole
   */
  public byte[] sharesOfB(TestAgency b, long shift) {
    return shares(b, false, shift);
  }

  private byte[] shares(TestAgency role, boolean ofA, long shift) {
    byte[] head = PublicBits.bytes(manifest.hash(), set.hash(), walk);
    int numbers = IntStream.range(0, sharesOfA.length).map(f -> walk.open(f).cardinality()).sum();
    ByteBuffer out = ByteBuffer.allocate(head.length + numbers * Long.BYTES).put(head);
    for (int family = 0; family < sharesOfA.length; family++) {
      BitSet open = walk.open(family);
      for (int node = open.nextSetBit(0); node >= 0; node = open.nextSetBit(node + 1)) {
        long ofNode = sharesOfA[family][node];
        out.putLong(
            ofA ? ofNode : total(family, node) - ofNode + (node == 0 && family == 0 ? shift : 0));
      }
    }
    return Codecs.SIGNED.write(Signed.by(role.key(), Label.SEALED_SHARES, out.array()));
  }

  /** Sends all of it; the last answer is that to B's shares. */
  public void send(SealedTrial trial, StoredCollection collection, byte[] sharesOfB)
      throws Exception {
    sendButShares(trial, collection);
    TestAgency a = trial.agencies.get(0);
    TestAgency b = trial.agencies.get(1);
    ok(trial.put(a, collection, shares(a), sharesOfA(a)).statusCode());
    ok(trial.put(b, collection, shares(b), sharesOfB).statusCode());
  }

  public void sendButShares(SealedTrial trial, StoredCollection collection) throws Exception {
    TestAgency a = trial.agencies.get(0);
    TestAgency b = trial.agencies.get(1);
    ok(trial.put(a, collection, Address.toRoles(SealedStep.SET, a.id()), set(a)).statusCode());
    ok(trial.put(b, collection, Address.toRoles(SealedStep.SET, b.id()), set(b)).statusCode());
    ok(
        trial
            .put(b, collection, Address.toRoles(SealedStep.SETTLED, b.id()), settled())
            .statusCode());
    for (TestAgency role : trial.agencies.subList(0, 3)) {
      ok(
          trial
              .put(role, collection, Address.toRoles(SealedStep.WORD, role.id()), word(role))
              .statusCode());
    }
  }

  public static Address shares(TestAgency role) {
    return Address.toAggregator(SealedStep.SHARES, role.id());
  }

  private static void ok(int status) {
    if (status != 200) {
      throw new AssertionError("refused: " + status);
    }
  }
}
