package se.samsyn.demo.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import se.samsyn.demo.world.Municipality;
import se.samsyn.demo.world.Office;
import se.samsyn.demo.world.OfficeCase;

/** Lays out the folder of a small agency: one file, its mapping, its configuration. */
public final class OfficeFolder {
  private OfficeFolder() {}

  /** Writes everything that the agent of {@code office} reads into {@code folder}. */
  public static void write(Path folder, Office office, List<Municipality> municipalities)
      throws IOException {
    Files.createDirectories(folder);
    Sheet.of(
            "arenden.csv",
            Dialect.UTF8_COMMA,
            office.cases(),
            List.of(
                new Sheet.Column<OfficeCase>("barn", c -> Integer.toString(c.person())),
                new Sheet.Column<>("fodelsear", c -> Integer.toString(c.birthYear())),
                new Sheet.Column<>("kon", c -> c.sex().code()),
                new Sheet.Column<>("kommun", OfficeCase::municipality),
                new Sheet.Column<>("start", c -> c.start().toString()),
                new Sheet.Column<>("niva", OfficeCase::level)))
        .write(folder);
    Files.writeString(
        folder.resolve("arenden.mapping.yaml"),
        """
        table: tsi_case
        file: arenden.csv
        columns:
          person_id: barn
          birth_year: fodelsear
          sex: kon
          municipality: kommun
          start_date: start
          initiated_by: {value: school}
          level: niva
        """);
    Files.writeString(
        folder.resolve("agent.yaml"),
        """
        # The agent of an invented agency; what each line means: docs/agent.md
        agency: %s
        state: state
        language: sv
        catalogue: [catalogue]
        sources:
          - mapping: arenden.mapping.yaml
        """
            .formatted(office.agency()));
    AgencyFolder.writeCatalogue(folder.resolve("catalogue"), municipalities);
  }

  /** The public order of size by which units are divided. */
  public static void writeOrder(Path file, List<Municipality> municipalities) throws IOException {
    Files.writeString(
        file,
        municipalities.stream()
            .map(m -> m.code() + ";" + m.children() + "\n")
            .collect(Collectors.joining()));
  }
}
