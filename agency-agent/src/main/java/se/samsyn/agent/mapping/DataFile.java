package se.samsyn.agent.mapping;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of records, as far as the mapping says how it is written; the rest is detected.
 *
 * @param encoding only for CSV
 * @param separator only for CSV
 */
public record DataFile(
    Path path, Format format, Optional<TextEncoding> encoding, Optional<Character> separator) {
  /** The kinds of files that are read. */
  public enum Format {
    CSV,
    PARQUET
  }

  /** The file's name without its folder, for messages. */
  public String name() {
    return path.getFileName().toString();
  }
}
