package se.samsyn.agent.sealed;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256 in counter mode (NIST SP 800-38A) over zeros, in chunks that can be made apart: the
 * counter of a chunk starts at its number in the upper eight bytes and zero in the lower.
 */
final class Keystream {
  // The JDK is fastest by far in updates of this size (27 ns instead of 1.5 in one large doFinal).
  private static final byte[] ZEROS = new byte[8192];

  private final SecretKeySpec key;
  private final Cipher cipher;
  private final byte[] buffer = new byte[ZEROS.length];
  private final ByteBuffer view = ByteBuffer.wrap(buffer);
  private int next = buffer.length;

  Keystream(byte[] key) {
    try {
      this.key = new SecretKeySpec(key, "AES");
      this.cipher = Cipher.getInstance("AES/CTR/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES in counter mode", e);
    }
    chunk(0);
  }

  /** From here on the bytes of this chunk, from its beginning. */
  void chunk(long number) {
    byte[] counter = ByteBuffer.allocate(16).putLong(number).putLong(0).array();
    try {
      cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(counter));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES in counter mode could not be started", e);
    }
    next = buffer.length;
  }

  /** One byte, 0 to 255. */
  int one() {
    need(1);
    return buffer[next++] & 0xff;
  }

  /** Two bytes, 0 to 65,535. */
  int two() {
    need(2);
    int word = view.getShort(next) & 0xffff;
    next += 2;
    return word;
  }

  /** Eight bytes. */
  long eight() {
    need(8);
    long word = view.getLong(next);
    next += 8;
    return word;
  }

  /** A word never lies across two buffers: what is left over is passed over. */
  private void need(int bytes) {
    if (next + bytes > buffer.length) {
      try {
        cipher.update(ZEROS, 0, ZEROS.length, buffer, 0);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("AES in counter mode could not go on", e);
      }
      next = 0;
    }
  }
}
