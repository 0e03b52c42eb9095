package se.samsyn.agent.sealed;

import java.nio.ByteBuffer;
import se.samsyn.schemas.sealed.Modulus;

/** Elements modulo the prime as bytes: one each, or two, big-endian. */
final class Elements {
  private final boolean wide;

  Elements(Modulus modulus) {
    wide = modulus.width() == 2;
  }

  void put(ByteBuffer out, int element) {
    if (wide) {
      out.putShort((short) element);
    } else {
      out.put((byte) element);
    }
  }

  int get(ByteBuffer in) {
    return wide ? in.getShort() & 0xffff : in.get() & 0xff;
  }
}
