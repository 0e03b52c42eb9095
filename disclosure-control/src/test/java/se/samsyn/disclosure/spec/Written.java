package se.samsyn.disclosure.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a specification with its data to a folder of its own, and reads the table. */
public final class Written {
  private Written() {}

  public static SpecifiedTable table(String yaml, String data) {
    try {
      Path folder = Files.createTempDirectory("specified");
      Path file = Files.writeString(folder.resolve("t.yaml"), yaml);
      Path rows = Files.writeString(folder.resolve("data.csv"), data);
      try {
        return SpecifiedTableReader.read(file);
      } finally {
        Files.delete(file);
        Files.delete(rows);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
