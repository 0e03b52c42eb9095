package se.samsyn.schemas.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One YAML file of a catalogue: what it is, its name for messages, its bytes. */
record CatalogueFile(Kind kind, String name, byte[] bytes) {
  enum Kind {
    CODE_LIST("codelists"),
    TABLE("tables"),
    DEFINITION("definitions");

    private final String folder;

    Kind(String folder) {
      this.folder = folder;
    }
  }

  /**
   * The files that are part of this module; {@code catalogue/index} lists them, since a jar has no
   * folders.
   */
  static List<CatalogueFile> standard() throws IOException {
    List<CatalogueFile> files = new ArrayList<>();
    try (BufferedReader index =
        new BufferedReader(new InputStreamReader(resource("index"), StandardCharsets.UTF_8))) {
      for (String line = index.readLine(); line != null; line = index.readLine()) {
        String folder = line.substring(0, line.indexOf('/'));
        for (Kind kind : Kind.values()) {
          if (kind.folder.equals(folder)) {
            try (InputStream in = resource(line)) {
              files.add(new CatalogueFile(kind, line, in.readAllBytes()));
            }
          }
        }
      }
    }
    return files;
  }

  /** The YAML files of a folder laid over the standard catalogue, in the order of their names. */
  static List<CatalogueFile> in(Path folder) throws IOException {
    List<CatalogueFile> files = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      throw new IOException("catalogue folder " + folder + " does not exist");
    }
    for (Kind kind : Kind.values()) {
      Path sub = folder.resolve(kind.folder);
      if (Files.isDirectory(sub)) {
        try (Stream<Path> list = Files.list(sub)) {
          for (Path file : list.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
            files.add(
                new CatalogueFile(
                    kind, kind.folder + "/" + file.getFileName(), Files.readAllBytes(file)));
          }
        }
      }
    }
    return files;
  }

  private static InputStream resource(String name) throws IOException {
    InputStream in = CatalogueFile.class.getResourceAsStream("/catalogue/" + name);
    if (in == null) {
      throw new IOException("the standard catalogue lacks " + name);
    }
    return in;
  }
}
