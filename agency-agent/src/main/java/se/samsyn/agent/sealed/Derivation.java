package se.samsyn.agent.sealed;

import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import se.samsyn.schemas.sealed.Wire;

/** HKDF-SHA-256 (RFC 5869): a key of 32 bytes for one purpose. */
public final class Derivation {
  public static final int KEY = 32;

  private Derivation() {}

  /**
   * @param purpose the label of the specification, alone in its use
   */
  public static byte[] key(byte[] secret, String purpose, byte[]... context) {
    Wire info = new Wire().text("samsyn/v1/sealed/" + purpose);
    for (byte[] part : context) {
      info.block(part);
    }
    return expand(secret, null, info.bytes(), KEY);
  }

  static byte[] expand(byte[] secret, byte[] salt, byte[] info, int length) {
    HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
    hkdf.init(new HKDFParameters(secret, salt, info));
    byte[] out = new byte[length];
    hkdf.generateBytes(out, 0, length);
    return out;
  }
}
