package se.samsyn.schemas.sealed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import se.samsyn.schemas.envelope.InvalidMessage;

/** Reads what {@link Wire} wrote. */
public final class WireReader {
  private final ByteBuffer in;

  public WireReader(byte[] bytes) {
    in = ByteBuffer.wrap(bytes);
  }

  /**
   * @throws InvalidMessage when there is no number left
   */
  public long number() throws InvalidMessage {
    if (in.remaining() < Long.BYTES) {
      throw new InvalidMessage("the message is cut short");
    }
    return in.getLong();
  }

  /**
   * A number from 0 to {@code most}.
   *
   * @throws InvalidMessage when it is not
   */
  public int number(int most) throws InvalidMessage {
    long number = number();
    if (number < 0 || number > most) {
      throw new InvalidMessage("a number of the message is out of its range");
    }
    return (int) number;
  }

  public String text() throws InvalidMessage {
    byte[] bytes = block();
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
      throw new InvalidMessage("a text of the message is not UTF-8");
    }
    return text;
  }

  public byte[] block() throws InvalidMessage {
    byte[] block = new byte[number(in.remaining())];
    if (block.length > in.remaining()) {
      throw new InvalidMessage("the message is cut short");
    }
    in.get(block);
    return block;
  }

  /**
   * @throws InvalidMessage when something is left
   */
  public void end() throws InvalidMessage {
    if (in.hasRemaining()) {
      throw new InvalidMessage("something follows the message");
    }
  }
}
