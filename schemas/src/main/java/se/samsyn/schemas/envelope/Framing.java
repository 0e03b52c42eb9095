package se.samsyn.schemas.envelope;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * The bytes under a signature or in an HPKE info: the label and each part, every one preceded by
 * its length as eight bytes, so that no two lists of parts give the same bytes (the idea of DSSE's
 * pre-authentication encoding).
 */
final class Framing {
  private Framing() {}

  static byte[] frame(Label label, byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    put(out, label.bytes());
    for (byte[] part : parts) {
      put(out, part);
    }
    return out.toByteArray();
  }

  private static void put(ByteArrayOutputStream out, byte[] part) {
    out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(part.length).array());
    out.writeBytes(part);
  }
}
