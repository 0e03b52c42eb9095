package se.samsyn.agent.sealed;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import se.samsyn.sealed.Refused;

/**
 * Numbered messages under one key: AES-256-GCM (NIST SP 800-38D) with the number as nonce. The same
 * number always carries the same bytes, since all that is sent is a function of derived keys.
 */
final class BulkCipher {
  static final int OVERHEAD = 16;

  private final SecretKeySpec key;

  BulkCipher(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  byte[] encrypt(long number, byte[] plaintext) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, number).doFinal(plaintext);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM could not encrypt", e);
    }
  }

  /**
   * @param length what the plaintext must have
   */
  byte[] decrypt(long number, byte[] message, int length) throws Refused {
    if (message.length != length + OVERHEAD) {
      throw new Refused(Refused.Reason.WRONG_LENGTH);
    }
    try {
      return cipher(Cipher.DECRYPT_MODE, number).doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new Refused(Refused.Reason.NOT_AUTHENTIC);
    }
  }

  private Cipher cipher(int mode, long number) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    byte[] nonce = ByteBuffer.allocate(12).putInt(0).putLong(number).array();
    cipher.init(mode, key, new GCMParameterSpec(8 * OVERHEAD, nonce));
    return cipher;
  }
}
