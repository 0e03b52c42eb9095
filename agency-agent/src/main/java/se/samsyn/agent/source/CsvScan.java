package se.samsyn.agent.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import se.samsyn.agent.mapping.DataFile;
import se.samsyn.agent.mapping.ProblemKind;
import se.samsyn.agent.mapping.TextEncoding;

/**
 * Reads every byte of a CSV file once: finds out how it is written and checks that every row is
 * whole (RFC 4180), so that what is wrong can be told by row and column.
 */
final class CsvScan {
  private static final int HEAD = 1 << 16;

  private CsvScan() {}

  /**
   * @param log gets the rows of a wrong length
   * @throws UnreadableSource when the file as a whole cannot be trusted: broken quotes, bytes that
   *     are no text, no header
   */
  static CsvShape of(DataFile file, ProblemLog log) throws UnreadableSource, IOException {
    boolean gzip = isGzip(file.path());
    byte[] head;
    try (InputStream in = open(file.path(), gzip)) {
      head = in.readNBytes(HEAD);
    } catch (ZipException e) {
      throw new UnreadableSource(file.name() + ": the gzip file is broken");
    }
    if (head.length == 0) {
      throw new UnreadableSource(file.name() + ": the file is empty");
    }
    CsvHead start = CsvHead.of(file, head);
    CsvRows rows =
        new CsvRows(
            file.name(),
            start.separator(),
            start.header().size(),
            row -> log.add(ProblemKind.SHORT_ROW, "", row));
    byte[] buffer = new byte[HEAD];
    try (InputStream in = open(file.path(), gzip)) {
      in.skipNBytes(start.mark());
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        rows.accept(buffer, n);
      }
    } catch (ZipException e) {
      throw new UnreadableSource(file.name() + ": the gzip file is broken");
    }
    rows.end();
    TextEncoding encoding = start.encoding(file, rows.bytes());
    boolean plain =
        rows.wrongLength() == 0
            && !rows.hasEmptyRows()
            && start.header().size() > 1
            && encoding != TextEncoding.WINDOWS_1252;
    return new CsvShape(
        encoding,
        start.separator(),
        gzip,
        rows.hasCarriageReturns(),
        start.names(encoding),
        rows.rows(),
        plain);
  }

  /** The file's text bytes, unpacked. */
  static InputStream open(Path path, boolean gzip) throws IOException {
    InputStream in = Files.newInputStream(path);
    try {
      return gzip ? new GZIPInputStream(in, HEAD) : new BufferedInputStream(in, HEAD);
    } catch (IOException e) {
      in.close();
      throw e;
    } catch (UncheckedIOException e) {
      in.close();
      throw e.getCause();
    }
  }

  private static boolean isGzip(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.read() == 0x1f && in.read() == 0x8b;
    }
  }
}
