package se.samsyn.demo.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.json.MalformedDocument;
import se.samsyn.schemas.table.ProtectedTable;

/** The tables that an agency's steward approved: in the demo, each is sent. */
public final class SentTables {
  private SentTables() {}

  /**
   * Reads the agent's drafts.
   *
   * @param agency the folder of the agency
   */
  public static List<ProtectedTable> of(Path agency) throws IOException {
    List<ProtectedTable> tables = new ArrayList<>();
    try (Stream<Path> drafts = Files.list(agency.resolve("state/drafts"))) {
      for (Path draft : drafts.filter(d -> d.toString().endsWith(".json")).sorted().toList()) {
        tables.add(Codecs.PROTECTED_TABLE.read(Files.readAllBytes(draft)));
      }
    } catch (MalformedDocument e) {
      throw new IOException("a draft is not a protected table", e);
    }
    return tables;
  }
}
