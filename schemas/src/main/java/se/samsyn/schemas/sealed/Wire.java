package se.samsyn.schemas.sealed;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Bytes with one meaning only: whole numbers as eight bytes, big-endian, and every text or block
 * preceded by its length as such a number.
 */
public final class Wire {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  public Wire number(long value) {
    out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    return this;
  }

  public Wire text(String value) {
    return block(value.getBytes(StandardCharsets.UTF_8));
  }

  public Wire block(byte[] value) {
    number(value.length);
    out.writeBytes(value);
    return this;
  }

  public byte[] bytes() {
    return out.toByteArray();
  }
}
