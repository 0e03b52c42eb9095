package se.samsyn.demo.files;

import de.siegmar.fastcsv.writer.LineDelimiter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The ways of writing a CSV file that the demo's systems have. */
enum Dialect {
  /** What a modern system exports. */
  UTF8_COMMA(StandardCharsets.UTF_8, ',', LineDelimiter.LF, false, false),
  /** What Swedish Excel saves. */
  UTF8_BOM_SEMICOLON(StandardCharsets.UTF_8, ';', LineDelimiter.CRLF, true, false),
  UTF8_TAB(StandardCharsets.UTF_8, '\t', LineDelimiter.LF, false, false),
  LATIN1_SEMICOLON(StandardCharsets.ISO_8859_1, ';', LineDelimiter.CRLF, false, false),
  WINDOWS_SEMICOLON(Charset.forName("windows-1252"), ';', LineDelimiter.CRLF, false, false),
  UTF8_COMMA_GZIP(StandardCharsets.UTF_8, ',', LineDelimiter.LF, false, true);

  final Charset charset;
  final char separator;
  final LineDelimiter lineEnd;
  final boolean byteOrderMark;
  final boolean gzip;

  Dialect(
      Charset charset, char separator, LineDelimiter lineEnd, boolean byteOrderMark, boolean gzip) {
    this.charset = charset;
    this.separator = separator;
    this.lineEnd = lineEnd;
    this.byteOrderMark = byteOrderMark;
    this.gzip = gzip;
  }
}
