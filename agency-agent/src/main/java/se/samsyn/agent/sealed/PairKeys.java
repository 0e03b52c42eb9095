package se.samsyn.agent.sealed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.message.AgencyId;

/**
 * All keys that two roles derive from their common secret: each bound to the manifest (which names
 * the attempt), to the set of contributors and to its one use.
 */
final class PairKeys {
  private final byte[] secret;
  private final Sha256 manifest;
  private final Sha256 set;

  PairKeys(byte[] secret, Sha256 manifest, Sha256 set) {
    this.secret = secret;
    this.manifest = manifest;
    this.set = set;
  }

  /** Masks of the range test of one agency's column. */
  Keystream rangeMasks(AgencyId combiner, AgencyId agency, int column) {
    return stream("range", text(combiner), text(agency), number(column));
  }

  /** Masks of one test of sums. */
  Keystream testMasks(AgencyId combiner, int test) {
    return stream("test", text(combiner), number(test));
  }

  /** The secret bits of one test, one for each node. */
  Keystream bits(AgencyId combiner, int test) {
    return stream("bits", text(combiner), number(test));
  }

  /** What one of the two sends the other at one step. */
  BulkCipher channel(AgencyId from, AgencyId to, String step) {
    return new BulkCipher(key("channel", text(from), text(to), text(step)));
  }

  /** The key of the groups' tags, or of one side's proofs. */
  byte[] tagKey(String use) {
    return key("tags", text(use));
  }

  private Keystream stream(String purpose, byte[]... context) {
    return new Keystream(key(purpose, context));
  }

  private byte[] key(String purpose, byte[]... context) {
    byte[][] all = new byte[context.length + 2][];
    all[0] = manifest.bytes();
    all[1] = set.bytes();
    System.arraycopy(context, 0, all, 2, context.length);
    return Derivation.key(secret, purpose, all);
  }

  private static byte[] text(Object value) {
    return value.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] number(int value) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
  }
}
