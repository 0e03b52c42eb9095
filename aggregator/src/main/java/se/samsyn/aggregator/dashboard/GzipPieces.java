package se.samsyn.aggregator.dashboard;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A gzip stream (RFC 1952) of pieces that were compressed apart. A piece ends on a byte boundary
 * with an empty stored block (RFC 1951, 3.2.4) and refers to nothing before itself, so pieces may
 * follow each other. No secret of one piece is compressed together with what another holds.
 */
final class GzipPieces {
  private static final byte[] HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 255};

  /** A last block without content: fixed codes, end of block. */
  private static final byte[] END = {3, 0};

  private final ByteArrayOutputStream stream = new ByteArrayOutputStream(16_384);
  private final CRC32 sum = new CRC32();
  private int length;

  GzipPieces() {
    stream.writeBytes(HEAD);
  }

  /** One piece, to be added as often as needed. */
  static byte[] deflate(byte[] plain) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try {
      deflater.setInput(plain);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      int count;
      do {
        count = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
        out.write(buffer, 0, count);
      } while (count == buffer.length);
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  /**
   * @param deflated what {@link #deflate} makes of {@code plain}
   */
  void add(byte[] plain, byte[] deflated) {
    stream.writeBytes(deflated);
    sum.update(plain);
    length += plain.length;
  }

  /** The whole stream. */
  byte[] finish() {
    stream.writeBytes(END);
    stream.writeBytes(
        ByteBuffer.allocate(8)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt((int) sum.getValue())
            .putInt(length)
            .array());
    return stream.toByteArray();
  }
}
