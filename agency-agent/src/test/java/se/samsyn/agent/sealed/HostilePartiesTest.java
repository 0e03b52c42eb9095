package se.samsyn.agent.sealed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.samsyn.schemas.definition.Counting;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.sealed.Contribution;
import se.samsyn.schemas.sealed.Layout;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.schemas.sealed.Tree;
import se.samsyn.sealed.GroupWalk;
import se.samsyn.sealed.Opened;
import se.samsyn.sealed.Refused;
import se.samsyn.sealed.Refused.Reason;

/** A malicious relay, and single parties that lie: each ends in a refusal with its reason. */
class HostilePartiesTest {
  private static final Tree UNITS = Constellation.halved("u", 0, 600);

  private final Constellation constellation = new Constellation(4);
  private final SealedManifest manifest = manifest(1);
  private final Map<AgencyId, Table> tables = constellation.tables(manifest, new Random(5), 3);

  private SealedManifest manifest(int attempt) {
    return constellation.manifest(Counting.DISJOINT, 3, attempt, UNITS, List.of(), 1, false);
  }

  private void refused(Reason reason, SealedRun.Relay relay) {
    Refused refused =
        catchThrowableOfType(
            Refused.class, () -> SealedRun.run(constellation, manifest, tables, relay));
    assertThat(refused).isNotNull();
    assertThat(refused.reason()).isEqualTo(reason);
  }

  @Test
  void leftAloneItRuns() throws Refused {
    assertThat(
            SealedRun.run(constellation, manifest, tables, SealedRun.HONEST).open(0).cardinality())
        .isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pair",
        "contribution",
        "seed",
        "key",
        "chunk",
        "set",
        "range",
        "verdict",
        "test",
        "tags",
        "bits",
        "shown",
        "shares"
      })
  void aChangedByteIsRefused(String step) {
    refused(
        Reason.NOT_AUTHENTIC,
        (at, from, to, number, message) -> {
          byte[] copy = message.clone();
          if (at.equals(step)) {
            copy[copy.length / 2] ^= 1;
          }
          return copy;
        });
  }

  @ParameterizedTest
  @CsvSource({
    "chunk, NOT_AUTHENTIC",
    "range, WRONG_LENGTH",
    "test, WRONG_LENGTH",
    "tags, WRONG_LENGTH",
    "bits, WRONG_LENGTH"
  })
  void aMessageCutShortIsRefused(String step, Reason reason) {
    refused(
        reason,
        (at, from, to, number, message) ->
            at.equals(step) ? java.util.Arrays.copyOf(message, 7) : message);
  }

  /** Chunks are of one length but for the last, so only their numbers tell them apart. */
  @ParameterizedTest
  @ValueSource(strings = {"range", "test"})
  void aMessageInAnothersPlaceIsRefused(String step) {
    Map<AgencyId, byte[]> first = new HashMap<>();
    refused(
        Reason.NOT_AUTHENTIC,
        (at, from, to, number, message) ->
            at.equals(step) && number < 2
                ? first.merge(from, message, (earlier, later) -> earlier)
                : message);
  }

  @ParameterizedTest
  @CsvSource({
    "pair, NOT_AUTHENTIC",
    "contribution, NOT_AUTHENTIC",
    "seed, NOT_AUTHENTIC",
    "key, NOT_AUTHENTIC",
    "chunk, NOT_AUTHENTIC",
    "set, OTHER_CONTRIBUTORS",
    "range, NOT_AUTHENTIC",
    "verdict, NOT_AUTHENTIC",
    "test, NOT_AUTHENTIC",
    "tags, NOT_AUTHENTIC",
    "bits, NOT_AUTHENTIC",
    "shown, NOT_AUTHENTIC",
    "shares, OTHER_BITS"
  })
  void aMessageOfAnotherAttemptIsRefused(String step, Reason reason) throws Refused {
    Map<String, byte[]> recorded = new HashMap<>();
    SealedRun.run(
        constellation,
        manifest(2),
        tables,
        (at, from, to, number, message) -> {
          recorded.put(at + from + to + number, message);
          return message;
        });
    refused(
        reason,
        (at, from, to, number, message) ->
            at.equals(step) ? recorded.get(at + from + to + number) : message);
  }

  @Test
  void aMessageSentAgainIsTheSameToTheByte() throws Refused {
    SealedRun run = started();
    run.range();
    AgencyId c = manifest.roles().combiners().get(0).agency();
    assertThat(run.a.range(1)).isEqualTo(run.a.range(1));
    assertThat(run.b.test(c, 0)).isEqualTo(run.b.test(c, 0));
    assertThat(run.keys.get(run.idA).half(run.idB)).isSameAs(run.keys.get(run.idA).half(run.idB));
  }

  @Test
  void nothingIsTestedBeforeEveryRangeIsKept() throws Refused {
    SealedRun run = started();
    AgencyId c = manifest.roles().combiners().get(0).agency();
    refuses(Reason.OUT_OF_STEP, () -> run.a.test(c, 0));
    refuses(Reason.OUT_OF_STEP, () -> run.combiners.get(c).rangeVerdict());
  }

  @Test
  void aColumnOutOfRangeIsFoundAndItsAgencyNamed() throws Refused {
    AgencyId liar = constellation.agencies.get(3);
    SealedRun run = new SealedRun(constellation, manifest, SealedRun.HONEST);
    run.pair();
    for (AgencyId agency : constellation.agencies.subList(0, 3)) {
      run.contribute(constellation, agency, tables.get(agency));
    }
    // The liar clips at 9 instead of 3: its own word would make small totals open.
    lie(run, liar, 9);
    run.close();

    assertThatThrownBy(run::range)
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.reason()).isEqualTo(Reason.OUT_OF_RANGE))
        .hasMessageContaining(liar.value());
  }

  /** Makes a contribution as the agent's own code never would. */
  private void lie(SealedRun run, AgencyId liar, int k) throws Refused {
    SealedManifest other =
        constellation.manifest(Counting.DISJOINT, k, 1, UNITS, List.of(), 1, false);
    Layout layout = Layout.of(manifest);
    byte[] seed = new byte[32];
    byte[] chunkKey = new byte[32];
    Splitting splitting =
        new Splitting(other, layout, new SeedPart(seed, manifest.hash(), liar, layout));
    List<byte[]> chunks = new ArrayList<>();
    Sha256[] hashes = new Sha256[layout.chunks()];
    for (int i = 0; i < layout.chunks(); i++) {
      chunks.add(new BulkCipher(chunkKey).encrypt(i, splitting.chunk(i, tables.get(liar))));
      hashes[i] = Sha256.of(chunks.get(i));
    }
    byte[][] context = Contributor.context(manifest.hash(), liar);
    byte[] toA = manifest.roles().a().encryptionKey().encrypt(Label.SEALED_PART_A, seed, context);
    byte[] toB =
        manifest.roles().b().encryptionKey().encrypt(Label.SEALED_PART_B, chunkKey, context);
    Contribution contribution =
        new Contribution(manifest.hash(), liar, Sha256.of(toA), Contributor.hashOfB(toB, hashes));
    Signed signed = contribution.signedBy(constellation.signing.get(liar));
    run.contributions.put(liar, signed.hash());
    run.a.acceptSeed(contribution, signed, toA);
    run.b.acceptColumns(contribution, signed, toB, chunks::get);
  }

  @Test
  void aSecondContributionALateOneAndAStrangersAreRefused() throws Refused {
    SealedRun run = new SealedRun(constellation, manifest, SealedRun.HONEST);
    AgencyId agency = constellation.agencies.get(0);
    run.contribute(constellation, agency, tables.get(agency));
    refuses(
        Reason.SECOND_CONTRIBUTION,
        () -> run.contribute(constellation, agency, tables.get(agency)));
    Constellation strangers = new Constellation(5);
    AgencyId stranger = strangers.agencies.get(4);
    refuses(Reason.UNKNOWN_AGENCY, () -> run.contribute(strangers, stranger, tables.get(agency)));
    AgencyId second = constellation.agencies.get(1);
    refuses(Reason.NOT_AUTHENTIC, () -> run.contribute(strangers, second, tables.get(second)));
    run.contribute(constellation, second, tables.get(second));
    AgencyId third = constellation.agencies.get(2);
    run.contribute(constellation, third, tables.get(third));
    run.a.close();
    AgencyId late = constellation.agencies.get(3);
    refuses(Reason.TOO_LATE, () -> run.contribute(constellation, late, tables.get(late)));
  }

  @Test
  void twoContributorsAreTooFew() throws Refused {
    SealedRun run = new SealedRun(constellation, manifest, SealedRun.HONEST);
    for (AgencyId agency : constellation.agencies.subList(0, 2)) {
      run.contribute(constellation, agency, tables.get(agency));
    }
    refuses(Reason.TOO_FEW_CONTRIBUTORS, run::close);
  }

  /** The aggregator keeps one contribution from B: A and B would add different agencies. */
  @Test
  void twoSetsOfContributorsAreRefused() throws Refused {
    SealedRun run = new SealedRun(constellation, manifest, SealedRun.HONEST);
    run.pair();
    for (AgencyId agency : constellation.agencies.subList(0, 3)) {
      run.contribute(constellation, agency, tables.get(agency));
    }
    AgencyId last = constellation.agencies.get(3);
    Contributor.Parts parts =
        constellation.contribution(manifest, last, tables.get(last), (number, chunk) -> {});
    run.a.acceptSeed(parts.contribution(), parts.signed(), parts.toA());
    refuses(Reason.OTHER_CONTRIBUTORS, run::close);
  }

  /** B says of every group that it is safe, with proofs of its own making. */
  @Test
  void bCannotOpenAGroupByItsWordAlone() throws Refused {
    SealedRun run = tested();
    AgencyId c = manifest.roles().combiners().get(0).agency();
    Tagger ofA = Tagger.ofA(manifest, run.keys.get(run.idA), run.a, c);
    Tagger ofC = Tagger.ofCombiner(manifest, run.keys.get(c), run.combiners.get(c));
    BulkCipher toC = run.keys.get(run.idB).with(c, run.a.set()).channel(run.idB, c, "bits/" + c);
    BulkCipher fromA =
        run.keys.get(run.idB).with(run.idA, run.a.set()).channel(run.idA, run.idB, "tags/" + c);
    byte[] tagsOfA = fromA.decrypt(0, ofA.tags(), 64);
    byte[] forged = new byte[33];
    forged[0] = 1;
    // Even A's own tag, which B has in hand, is no proof.
    System.arraycopy(tagsOfA, 0, forged, 1, 32);
    refuses(Reason.FORGED_BITS, () -> ofC.accept(toC.encrypt(0, forged)));
  }

  /** C shows B other bits than those that its tag was of. */
  @Test
  void theCombinerCannotShowOtherBits() throws Refused {
    SealedRun run = tested();
    AgencyId c = manifest.roles().combiners().get(0).agency();
    Tagger ofA = Tagger.ofA(manifest, run.keys.get(run.idA), run.a, c);
    Tagger ofC = Tagger.ofCombiner(manifest, run.keys.get(c), run.combiners.get(c));
    Judge judge = new Judge(manifest, run.keys.get(run.idB), run.b);
    Judge.Answers answers = judge.compare(c, ofA.tags(), ofC.tags());
    ofC.accept(answers.toCombiner());
    boolean g = run.combiners.get(c).bits().get(0).get(0);
    BulkCipher toB = run.keys.get(c).with(run.idB, run.a.set()).channel(c, run.idB, "tags/" + c);
    refuses(Reason.OUT_OF_STEP, judge::settle);
    refuses(
        Reason.FORGED_BITS,
        () -> judge.check(c, toB.encrypt(-1L, new byte[] {(byte) (g ? 0 : 1)})));
  }

  /** A run of which all sums are tested and no group is settled. */
  private SealedRun tested(SealedManifest manifest, Map<AgencyId, Table> tables) throws Refused {
    SealedRun run = new SealedRun(constellation, manifest, SealedRun.HONEST);
    run.pair();
    for (AgencyId agency : constellation.agencies) {
      run.contribute(constellation, agency, tables.get(agency));
    }
    run.close();
    run.range();
    run.test();
    return run;
  }

  /** One of two combiners flips its bit of the root: both must find the same. */
  @Test
  void combinersThatDifferEndTheAttempt() throws Refused {
    SealedManifest two =
        constellation.manifest(Counting.DISJOINT, 3, 1, UNITS, List.of(), 2, false);
    SealedRun run = tested(two, tables);
    run.combiners.get(constellation.agencies.get(3)).bits().get(0).flip(0);
    refuses(Reason.COMBINERS_DIFFER, run::levels);
  }

  /** C alone flips the bit of one small unit and so opens it: the total gives the lie away. */
  @Test
  void aTotalBelowTheThresholdVoidsTheAttempt() throws Refused {
    SealedManifest small =
        constellation.manifest(
            Counting.DISJOINT, 3, 1, Constellation.halved("u", 0, 2), List.of(), 1, false);
    Map<AgencyId, Table> few = new HashMap<>();
    for (AgencyId agency : constellation.agencies) {
      few.put(agency, new Table(small));
      few.get(agency).fill(new Random(1), "u0", 5);
    }
    few.get(constellation.agencies.get(0)).fill(new Random(1), "u1", 2);
    SealedRun run = tested(small, few);
    run.combiners.get(constellation.agencies.get(2)).bits().get(0).flip(2);
    run.levels();
    refuses(Reason.TOTAL_TOO_SMALL, run::open);
  }

  /** A adds to one of its shares. */
  @Test
  void aShiftedShareDoesNotAddUp() throws Refused {
    SealedRun run = tested();
    run.levels();
    AgencyId c = manifest.roles().combiners().get(0).agency();
    Map<AgencyId, Signed> words = words(run, c);
    Signed honest = run.a.shares(run.taggersOfA.get(c).walk(), words);
    byte[] payload = honest.payload().clone();
    ByteBuffer last = ByteBuffer.wrap(payload);
    int at = payload.length - Long.BYTES;
    last.putLong(at, last.getLong(at) + 100);
    Signed shifted = Signed.by(constellation.signing.get(run.idA), Label.SEALED_SHARES, payload);
    Signed ofB = run.b.shares(run.judge.walk(), words);
    refuses(
        Reason.PARTS_DO_NOT_ADD_UP,
        () -> Opened.of(manifest, run.a.set(), run.judge.walk(), shifted, ofB));
  }

  /** A role that goes by other public bits gets no share. */
  @Test
  void sharesAreGivenOnlyForTheBitsThatAllRolesSigned() throws Refused {
    SealedRun run = tested();
    run.levels();
    AgencyId c = manifest.roles().combiners().get(0).agency();
    Map<AgencyId, Signed> words = words(run, c);
    GroupWalk all = new GroupWalk(manifest);
    while (!all.isDone()) {
      boolean[] safe = new boolean[all.wanted().size()];
      java.util.Arrays.fill(safe, true);
      all.settle(safe);
    }
    refuses(Reason.OTHER_BITS, () -> run.a.shares(all, words));
    words.remove(c);
    refuses(Reason.OTHER_BITS, () -> run.b.shares(run.judge.walk(), words));
  }

  @Test
  void whatIsErasedIsGone() throws Refused {
    SealedRun run = tested();
    AgencyId c = manifest.roles().combiners().get(0).agency();
    run.a.erase();
    run.b.erase();
    run.combiners.get(c).erase();
    refuses(Reason.ERASED, () -> run.a.test(c, 0));
    refuses(Reason.ERASED, () -> run.b.range(0));
    refuses(
        Reason.ERASED, () -> Tagger.ofCombiner(manifest, run.keys.get(c), run.combiners.get(c)));
  }

  private Map<AgencyId, Signed> words(SealedRun run, AgencyId c) throws Refused {
    Map<AgencyId, Signed> words = new HashMap<>();
    words.put(run.idA, run.taggersOfA.get(c).bits());
    words.put(run.idB, run.judge.bits());
    words.put(c, run.taggersOfC.get(c).bits());
    return words;
  }

  private SealedRun started() throws Refused {
    SealedRun run = new SealedRun(constellation, manifest, SealedRun.HONEST);
    run.pair();
    for (AgencyId agency : constellation.agencies) {
      run.contribute(constellation, agency, tables.get(agency));
    }
    run.close();
    return run;
  }

  private SealedRun tested() throws Refused {
    SealedRun run = started();
    run.range();
    run.test();
    return run;
  }

  private interface Act {
    void run() throws Refused;
  }

  private static void refuses(Reason reason, Act act) {
    Refused refused = catchThrowableOfType(Refused.class, act::run);
    assertThat(refused).isNotNull();
    assertThat(refused.reason()).isEqualTo(reason);
  }
}
