package se.samsyn.agent.sealed.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.IntUnaryOperator;
import se.samsyn.agent.sealed.Chunks;

/** An agency's encrypted chunks in one file, one after the other; a chunk at a time in memory. */
final class StoredColumns implements Chunks {
  private final Path file;
  private final IntUnaryOperator lengths;

  /**
   * @param lengths of each chunk; all but the last one are alike
   */
  StoredColumns(Path file, IntUnaryOperator lengths) {
    this.file = file;
    this.lengths = lengths;
  }

  @Override
  public byte[] get(int chunk) {
    ByteBuffer bytes = ByteBuffer.allocate(lengths.applyAsInt(chunk));
    long from = (long) chunk * lengths.applyAsInt(0);
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      while (bytes.hasRemaining()) {
        if (in.read(bytes, from + bytes.position()) < 0) {
          // Too short: the hash that the agency signed will not fit, and says so.
          break;
        }
      }
      return bytes.array();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
