package se.samsyn.agent.sealed;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.BiConsumer;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.envelope.SigningKey;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.sealed.Contribution;
import se.samsyn.schemas.sealed.Layout;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.schemas.sealed.Wire;
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

  public Contributor(
      SealedManifest manifest, AgencyId agency, SigningKey key, SecureRandom random) {
    this.manifest = manifest;
    this.agency = agency;
    this.key = key;
    this.random = random;
  }

  /**
   * @param chunks takes each encrypted chunk for B with its number, in order
   */
  public Parts contribute(NodeValues values, BiConsumer<Integer, byte[]> chunks) throws Refused {
    Layout layout = Layout.of(manifest);
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
    Splitting splitting = new Splitting(manifest, layout, new SeedPart(seed, hash, agency, layout));
    BulkCipher cipher = new BulkCipher(chunkKey);
    Sha256[] hashes = new Sha256[layout.chunks()];
    for (int i = 0; i < hashes.length; i++) {
      byte[] chunk = cipher.encrypt(i, splitting.chunk(i, values));
      hashes[i] = Sha256.of(chunk);
      chunks.accept(i, chunk);
    }
    Arrays.fill(seed, (byte) 0);
    Arrays.fill(chunkKey, (byte) 0);
    Contribution contribution =
        new Contribution(hash, agency, Sha256.of(toA), hashOfB(toB, hashes));
    return new Parts(contribution, contribution.signedBy(key), toA, toB);
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
