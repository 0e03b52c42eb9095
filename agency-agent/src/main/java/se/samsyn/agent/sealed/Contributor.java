package se.samsyn.agent.sealed;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import se.samsyn.schemas.envelope.InvalidMessage;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.envelope.SigningKey;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.sealed.Contribution;
import se.samsyn.schemas.sealed.Layout;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.schemas.sealed.Wire;
import se.samsyn.schemas.sealed.WireReader;
import se.samsyn.sealed.Refused;

/** Splits an agency's table for A and B, in one pass and with a chunk in memory. */
public final class Contributor {
  private final SealedManifest manifest;
  private final AgencyId agency;
  private final SigningKey key;
  private final SecureRandom random;

  /**
   * What leaves, besides the chunks for B.
   *
   * @param toA a seed, encrypted to A
   * @param toB the key of the chunks, encrypted to B
   */
  public record Parts(Contribution contribution, Signed signed, byte[] toA, byte[] toB) {}

  /** Takes each encrypted chunk for B with its number, in order. */
  @FunctionalInterface
  public interface Sink<E extends Exception> {
    void take(int number, byte[] chunk) throws E;
  }

  public Contributor(
      SealedManifest manifest, AgencyId agency, SigningKey key, SecureRandom random) {
    this.manifest = manifest;
    this.agency = agency;
    this.key = key;
    this.random = random;
  }

  /**
   * All of a contribution that is random. With the same secrets the same table gives the same
   * bytes, so a contribution can be taken up again after a restart.
   *
   * @param seed A's share of everything
   * @param chunkKey under which B's chunks are encrypted
   * @param toA the seed, encrypted to A
   * @param toB the key of the chunks, encrypted to B
   */
  public record Secrets(byte[] seed, byte[] chunkKey, byte[] toA, byte[] toB) {
    public byte[] bytes() {
      return new Wire().block(seed).block(chunkKey).block(toA).block(toB).bytes();
    }

    /**
     * @throws InvalidMessage when it is not what {@link #bytes} made
     */
    public static Secrets read(byte[] bytes) throws InvalidMessage {
      WireReader in = new WireReader(bytes);
      Secrets secrets = new Secrets(in.block(), in.block(), in.block(), in.block());
      in.end();
      return secrets;
    }
  }

  /** New ones, for this manifest. */
  public Secrets secrets() {
    Sha256 hash = manifest.hash();
    byte[] seed = secret();
    byte[] chunkKey = secret();
    byte[] toA =
        manifest
            .roles()
            .a()
            .encryptionKey()
            .encrypt(Label.SEALED_PART_A, seed, context(hash, agency));
    byte[] toB =
        manifest
            .roles()
            .b()
            .encryptionKey()
            .encrypt(Label.SEALED_PART_B, chunkKey, context(hash, agency));
    return new Secrets(seed, chunkKey, toA, toB);
  }

  /**
   * @param chunks takes each encrypted chunk for B with its number, in order
   */
  public <E extends Exception> Parts contribute(Secrets secrets, NodeValues values, Sink<E> chunks)
      throws Refused, E {
    Layout layout = Layout.of(manifest);
    Sha256 hash = manifest.hash();
    Splitting splitting =
        new Splitting(manifest, layout, new SeedPart(secrets.seed(), hash, agency, layout));
    BulkCipher cipher = new BulkCipher(secrets.chunkKey());
    Sha256[] hashes = new Sha256[layout.chunks()];
    for (int i = 0; i < hashes.length; i++) {
      byte[] chunk = cipher.encrypt(i, splitting.chunk(i, values));
      hashes[i] = Sha256.of(chunk);
      chunks.take(i, chunk);
    }
    Contribution contribution =
        new Contribution(hash, agency, Sha256.of(secrets.toA()), hashOfB(secrets.toB(), hashes));
    return new Parts(contribution, contribution.signedBy(key), secrets.toA(), secrets.toB());
  }

  /** The hash that names B's part: of its key's message and the hashes of its chunks. */
  static Sha256 hashOfB(byte[] toB, Sha256[] chunks) {
    Wire wire = new Wire().block(toB).number(chunks.length);
    for (Sha256 chunk : chunks) {
      wire.block(chunk.bytes());
    }
    return Sha256.of(wire.bytes());
  }

  /** What a part belongs to. */
  static byte[][] context(Sha256 manifest, AgencyId agency) {
    return new byte[][] {manifest.bytes(), agency.value().getBytes(StandardCharsets.US_ASCII)};
  }

  private byte[] secret() {
    byte[] secret = new byte[Derivation.KEY];
    random.nextBytes(secret);
    return secret;
  }
}
