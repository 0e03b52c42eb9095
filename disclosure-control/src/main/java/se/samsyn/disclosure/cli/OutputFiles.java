package se.samsyn.disclosure.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files of one run: all of them appear when it is done, or none. */
final class OutputFiles implements AutoCloseable {
  private final Map<Path, Path> parts = new LinkedHashMap<>();

  /** Begins a file; the caller closes the writer. */
  BufferedWriter begin(Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    parts.put(part, file);
    return Files.newBufferedWriter(part, StandardCharsets.UTF_8);
  }

  void write(Path file, String text) throws IOException {
    try (BufferedWriter out = begin(file)) {
      out.write(text);
    }
  }

  /** Shows all files under their names. */
  void commit() throws IOException {
    for (Map.Entry<Path, Path> part : parts.entrySet()) {
      Files.move(part.getKey(), part.getValue(), StandardCopyOption.REPLACE_EXISTING);
    }
    parts.clear();
  }

  /** Leaves nothing half-written behind. */
  @Override
  public void close() throws IOException {
    for (Path part : parts.keySet()) {
      Files.deleteIfExists(part);
    }
  }

  /** A file beside the result: FILE.csv becomes FILE and {@code ending}. */
  static Path beside(Path out, String ending) {
    return Path.of(out.toString().replaceFirst("\\.csv$", "") + ending);
  }
}
