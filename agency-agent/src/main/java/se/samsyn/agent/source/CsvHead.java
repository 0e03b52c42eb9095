package se.samsyn.agent.source;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.samsyn.agent.mapping.DataFile;
import se.samsyn.agent.mapping.TextEncoding;

/**
 * The start of a CSV file: byte order mark, separator and header.
 *
 * @param mark the length of the byte order mark
 * @param header the fields of the first row, as bytes
 */
@SuppressWarnings("ArrayRecordComponent")
record CsvHead(int mark, char separator, List<byte[]> header) {
  private static final char[] SEPARATORS = {';', ',', '\t'};

  static CsvHead of(DataFile file, byte[] head) throws UnreadableSource {
    if (head.length > 1 && ((head[0] == -1 && head[1] == -2) || (head[0] == -2 && head[1] == -1))) {
      throw new UnreadableSource(
          file.name() + ": the file is in UTF-16; save it as UTF-8 or ISO-8859-1");
    }
    int mark =
        head.length > 2
                && head[0] == (byte) 0xEF
                && head[1] == (byte) 0xBB
                && head[2] == (byte) 0xBF
            ? 3
            : 0;
    char separator =
        file.separator().isPresent() ? file.separator().get() : detect(file, head, mark);
    return new CsvHead(mark, separator, fields(file, head, mark, separator));
  }

  /** The separator that cuts the first row into most fields. */
  private static char detect(DataFile file, byte[] head, int mark) throws UnreadableSource {
    char best = 0;
    int most = 1;
    boolean tie = false;
    for (char separator : SEPARATORS) {
      int n = fields(file, head, mark, separator).size();
      if (n > most) {
        best = separator;
        most = n;
        tie = false;
      } else if (n == most && n > 1) {
        tie = true;
      }
    }
    if (best == 0 || tie) {
      throw new UnreadableSource(
          file.name()
              + ", row 1: it cannot be seen what separates the columns; set separator in the mapping");
    }
    return best;
  }

  private static List<byte[]> fields(DataFile file, byte[] head, int mark, char separator)
      throws UnreadableSource {
    List<byte[]> fields = new ArrayList<>();
    byte[] field = new byte[head.length];
    int length = 0;
    boolean quoted = false;
    int i = mark;
    for (; i < head.length; i++) {
      byte b = head[i];
      if (quoted) {
        if (b != '"') {
          field[length++] = b;
        } else if (i + 1 < head.length && head[i + 1] == '"') {
          field[length++] = head[++i];
        } else {
          quoted = false;
        }
      } else if (b == '"' && length == 0) {
        quoted = true;
      } else if (b == separator) {
        fields.add(java.util.Arrays.copyOf(field, length));
        length = 0;
      } else if (b == '\n' || b == '\r') {
        break;
      } else {
        field[length++] = b;
      }
    }
    if (quoted) {
      throw new UnreadableSource(file.name() + ", row 1: a quote is not closed");
    }
    fields.add(java.util.Arrays.copyOf(field, length));
    return fields;
  }

  /** The header in an encoding. */
  List<String> names(TextEncoding encoding) {
    Charset charset = encoding.charset();
    return header.stream().map(bytes -> new String(bytes, charset).strip()).toList();
  }

  /**
   * The encoding: what the mapping says, if the bytes allow it; else UTF-8 if they are that, else
   * windows-1252 or ISO-8859-1. A file that is mostly UTF-8 with a broken character is told so
   * rather than read as something else.
   */
  TextEncoding encoding(DataFile file, Utf8Check bytes) throws UnreadableSource {
    Optional<TextEncoding> told = mark > 0 ? Optional.of(TextEncoding.UTF_8) : file.encoding();
    boolean brokenUtf8 =
        bytes.isBroken()
            && (told.isPresent() ? told.get() == TextEncoding.UTF_8 : bytes.hasWideCharacters());
    if (brokenUtf8) {
      throw new UnreadableSource(
          "%s, row %d, column %d: not UTF-8; save the file as UTF-8, or set encoding in the mapping"
              .formatted(file.name(), bytes.brokenRow(), bytes.brokenColumn()));
    }
    if (told.isPresent()) {
      return told.get();
    }
    if (!bytes.isBroken()) {
      return TextEncoding.UTF_8;
    }
    return bytes.hasControlRange() ? TextEncoding.WINDOWS_1252 : TextEncoding.ISO_8859_1;
  }
}
