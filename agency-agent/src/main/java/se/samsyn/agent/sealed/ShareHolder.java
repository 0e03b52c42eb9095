package se.samsyn.agent.sealed;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.sealed.Contribution;
import se.samsyn.schemas.sealed.ContributorSet;
import se.samsyn.schemas.sealed.Layout;
import se.samsyn.schemas.sealed.Modulus;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.schemas.sealed.ValueLists;
import se.samsyn.sealed.GroupWalk;
import se.samsyn.sealed.PublicBits;
import se.samsyn.sealed.Refused;

/**
 * A or B: gathers one share of every contribution, masks sums for the combiners, and in the end
 * gives its shares of what the public bits open. By itself it sees uniform noise.
 */
public final class ShareHolder {
  /** Which of the two; they differ in what they are sent and in the half of the comparison. */
  public enum Side {
    A,
    B
  }

  private final SealedManifest manifest;
  private final Side side;
  private final RoleKeys keys;
  private final AgencyId peer;
  private final Layout layout;
  private final MaskedComparison comparison;
  private final Intake intake;
  private final Map<AgencyId, List<BitSet>> bits = new HashMap<>();
  private final Map<AgencyId, List<StreamDraws>> rangeMasks = new HashMap<>();
  private final Map<AgencyId, List<StreamDraws>> testMasks = new HashMap<>();
  private ContributorSet set;
  private PairKeys pair;
  private boolean inRange;

  public ShareHolder(SealedManifest manifest, Side side, RoleKeys keys) {
    this.manifest = manifest;
    this.side = side;
    this.keys = keys;
    this.peer = (side == Side.A ? manifest.roles().b() : manifest.roles().a()).agency();
    this.layout = Layout.of(manifest);
    this.comparison = new MaskedComparison(layout.modulus());
    this.intake = new Intake(manifest);
  }

  /** A takes in an agency's seed; the same message again changes nothing. */
  public void acceptSeed(Contribution contribution, Signed signed, byte[] toA) throws Refused {
    if (intake.isNew(contribution, signed, Sha256.of(toA), contribution.partA())) {
      byte[] seed = open(Label.SEALED_PART_A, toA, contribution.agency());
      intake.add(
          contribution.agency(),
          signed,
          new SeedPart(seed, manifest.hash(), contribution.agency(), layout));
    }
  }

  /** B takes in an agency's columns; the same message again changes nothing. */
  public void acceptColumns(Contribution contribution, Signed signed, byte[] toB, Chunks chunks)
      throws Refused {
    Sha256[] hashes = StoredPart.hashes(layout, chunks);
    if (intake.isNew(
        contribution, signed, Contributor.hashOfB(toB, hashes), contribution.partB())) {
      byte[] key = open(Label.SEALED_PART_B, toB, contribution.agency());
      intake.add(contribution.agency(), signed, new StoredPart(layout, key, chunks, hashes));
    }
  }

  /** How many bytes a chunk of an agency's columns has, encrypted. */
  public int columnBytes(int chunk) {
    return layout.partBytes(chunk) + BulkCipher.OVERHEAD;
  }

  private byte[] open(Label label, byte[] message, AgencyId agency) throws Refused {
    byte[] secret = keys.decrypt(label, message, Contributor.context(manifest.hash(), agency));
    if (secret.length != Derivation.KEY) {
      throw new Refused(Refused.Reason.WRONG_LENGTH, agency);
    }
    return secret;
  }

  /** Closes the set of contributors and signs it. */
  public Signed close() throws Refused {
    set = intake.close();
    return keys.sign(Label.SEALED_SET, set.bytes());
  }

  /** Goes on only with the other's word for the very same set. */
  public void agree(Signed other) throws Refused {
    if (set == null) {
      throw new Refused(Refused.Reason.OUT_OF_STEP);
    }
    if (!Arrays.equals(keys.verified(peer, Label.SEALED_SET, other), set.bytes())) {
      throw new Refused(Refused.Reason.OTHER_CONTRIBUTORS);
    }
    pair = keys.with(peer, set.hash());
    for (var combiner : manifest.roles().combiners()) {
      AgencyId id = combiner.agency();
      bits.put(id, SharedBits.of(pair, id, layout));
      testMasks.put(id, draws(layout.tests().size(), test -> pair.testMasks(id, test)));
    }
    AgencyId first = manifest.roles().combiners().get(0).agency();
    for (AgencyId agency : set.contributions().keySet()) {
      rangeMasks.put(
          agency, draws(layout.columns(), column -> pair.rangeMasks(first, agency, column)));
    }
  }

  private List<StreamDraws> draws(int number, IntFunction<Keystream> stream) {
    return IntStream.range(0, number)
        .mapToObj(i -> new StreamDraws(stream.apply(i), layout.modulus()))
        .toList();
  }

  Sha256 set() throws Refused {
    requireAgreed();
    return set.hash();
  }

  /** The bits b for a combiner: for each test one for each node. */
  List<BitSet> bits(AgencyId combiner) throws Refused {
    requireAgreed();
    return bits.get(combiner);
  }

  /**
   * One chunk of the range test, for the first combiner: agencies in order, columns in order, nodes
   * in order, positions.
   */
  public byte[] range(int chunk) throws Refused {
    requireAgreed();
    AgencyId combiner = manifest.roles().combiners().get(0).agency();
    ByteBuffer out = ByteBuffer.allocate(Combiner.rangeBytes(layout, intake.parts().size(), chunk));
    int[] shares = new int[Layout.CHUNK];
    for (var entry : intake.parts().entrySet()) {
      entry.getValue().chunk(chunk);
      for (int column = 0; column < layout.columns(); column++) {
        entry.getValue().narrow(column, shares);
        StreamDraws draws = rangeMasks.get(entry.getKey()).get(column);
        draws.chunk(chunk);
        int[] values = layout.narrowValues().get(column);
        for (int i = 0; i < layout.nodesIn(chunk); i++) {
          mask(shares[i], values, draws, out);
        }
      }
    }
    return toCombiner(combiner, "range", chunk, out);
  }

  /** The first combiner's word that every column is in range: nothing is tested before. */
  public void acceptRange(Signed verdict) throws Refused {
    requireAgreed();
    AgencyId combiner = manifest.roles().combiners().get(0).agency();
    if (!Arrays.equals(
        keys.verified(combiner, Label.SEALED_RANGE, verdict),
        Combiner.inRange(manifest, set.hash()))) {
      throw new Refused(Refused.Reason.NOT_AUTHENTIC, combiner);
    }
    inRange = true;
  }

  /** One chunk of all tests of sums for one combiner: tests in order, nodes, positions. */
  public byte[] test(AgencyId combiner, int chunk) throws Refused {
    requireAgreed();
    if (!inRange) {
      throw new Refused(Refused.Reason.OUT_OF_STEP);
    }
    ByteBuffer out = ByteBuffer.allocate(Combiner.testBytes(layout, chunk));
    int[][] sums = sums(chunk);
    for (int test = 0; test < layout.tests().size(); test++) {
      Layout.Test spec = layout.tests().get(test);
      ValueLists lists = spec.lists();
      BitSet flipped = bits.get(combiner).get(test);
      StreamDraws draws = testMasks.get(combiner).get(test);
      draws.chunk(chunk);
      for (int i = 0; i < layout.nodesIn(chunk); i++) {
        boolean b = flipped.get(chunk * Layout.CHUNK + i);
        mask(sums[spec.column()][i], b ? lists.allowed() : lists.forbidden(), draws, out);
      }
    }
    return toCombiner(combiner, "test", chunk, out);
  }

  private void mask(int share, int[] values, Draws draws, ByteBuffer out) {
    if (side == Side.A) {
      comparison.first(share, values, draws, out);
    } else {
      comparison.second(share, values, draws, out);
    }
  }

  private int[][] sums(int chunk) throws Refused {
    Modulus modulus = layout.modulus();
    int[][] sums = new int[layout.columns()][Layout.CHUNK];
    int[] shares = new int[Layout.CHUNK];
    for (Part part : intake.parts().values()) {
      part.chunk(chunk);
      for (int column = 0; column < sums.length; column++) {
        part.narrow(column, shares);
        for (int i = 0; i < layout.nodesIn(chunk); i++) {
          sums[column][i] = modulus.reduce((long) sums[column][i] + shares[i]);
        }
      }
    }
    return sums;
  }

  private byte[] toCombiner(AgencyId combiner, String step, int chunk, ByteBuffer message)
      throws Refused {
    return keys.with(combiner, set.hash())
        .channel(keys.me(), combiner, step)
        .encrypt(chunk, message.array());
  }

  /**
   * This party's shares of what the public bits open, once all roles have signed the same bits.
   *
   * @param said the other roles' words, by agency
   */
  public Signed shares(GroupWalk walk, Map<AgencyId, Signed> said) throws Refused {
    requireAgreed();
    byte[] mine = PublicBits.bytes(manifest.hash(), set.hash(), walk);
    for (var role : manifest.roles().all()) {
      if (!role.agency().equals(keys.me())) {
        Signed word = said.get(role.agency());
        if (word == null
            || !Arrays.equals(keys.verified(role.agency(), Label.SEALED_BITS, word), mine)) {
          throw new Refused(Refused.Reason.OTHER_BITS, role.agency());
        }
      }
    }
    List<Long> shares = new ArrayList<>();
    for (int column = 0; column < layout.columns(); column++) {
      collect(column, walk.open(column), shares);
    }
    ByteBuffer out = ByteBuffer.allocate(mine.length + Long.BYTES * shares.size()).put(mine);
    shares.forEach(out::putLong);
    return keys.sign(Label.SEALED_SHARES, out.array());
  }

  private void collect(int column, BitSet open, List<Long> shares) throws Refused {
    long[] part = new long[Layout.CHUNK];
    for (int chunk = 0; chunk < layout.chunks(); chunk++) {
      int from = chunk * Layout.CHUNK;
      int to = from + layout.nodesIn(chunk);
      int first = open.nextSetBit(from);
      if (first < 0 || first >= to) {
        continue;
      }
      long[] sums = new long[Layout.CHUNK];
      for (Part one : intake.parts().values()) {
        one.chunk(chunk);
        one.wide(column, part);
        for (int i = 0; i < to - from; i++) {
          sums[i] += part[i];
        }
      }
      for (int node = first; node >= 0 && node < to; node = open.nextSetBit(node + 1)) {
        shares.add(sums[node - from]);
      }
    }
  }

  /** Forgets seeds, bits and shares. */
  public void erase() {
    intake.erase();
    bits.clear();
    rangeMasks.clear();
    testMasks.clear();
    keys.erase();
    pair = null;
  }

  private void requireAgreed() throws Refused {
    if (pair == null) {
      throw new Refused(set == null ? Refused.Reason.OUT_OF_STEP : Refused.Reason.ERASED);
    }
  }
}
