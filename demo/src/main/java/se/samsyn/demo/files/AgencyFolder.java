package se.samsyn.demo.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import se.samsyn.demo.world.Actor;
import se.samsyn.demo.world.Chance;
import se.samsyn.demo.world.Municipality;
import se.samsyn.demo.world.World;

/** Lays out the folder of an agency: its files, its mappings, its configuration. */
public final class AgencyFolder {
  private AgencyFolder() {}

  /** The files of {@code actor}, dirt included, as {@code seed} makes them. */
  public static List<Sheet> sheets(Actor actor, World world, long seed) {
    Chance chance = new Chance(seed, "dirt of " + actor.agency());
    return switch (actor) {
      case SCHOOL -> SchoolFiles.of(world, chance);
      case SOCIAL_SERVICES -> SocialServicesFiles.of(world, chance);
      case HEALTH_CARE -> HealthCareFiles.of(world, chance);
    };
  }

  /** Writes everything that the agent of {@code actor} reads into {@code folder}. */
  public static void write(Path folder, Actor actor, List<Sheet> sheets) throws IOException {
    Files.createDirectories(folder);
    for (Sheet sheet : sheets) {
      sheet.write(folder);
    }
    for (String name : resourceText(actor, "index").lines().toList()) {
      Files.writeString(folder.resolve(name), resourceText(actor, name));
    }
    writeCatalogue(folder.resolve("catalogue"));
  }

  /** Lays the county's own list of municipalities over the standard catalogue. */
  public static void writeCatalogue(Path folder) throws IOException {
    writeCatalogue(folder, Municipality.ALL);
  }

  /** Lays a list of municipalities over the standard catalogue. */
  public static void writeCatalogue(Path folder, List<Municipality> municipalities)
      throws IOException {
    Files.createDirectories(folder.resolve("codelists"));
    Files.writeString(
        folder.resolve("codelists/municipality.yaml"),
        municipalities.stream()
            .map(
                m ->
                    "  - {code: \"%1$s\", label: {sv: %2$s, en: %2$s}}%n"
                        .formatted(m.code(), m.name()))
            .collect(
                Collectors.joining(
                    "", "id: municipality\ntitle: {sv: Kommun, en: Municipality}\ncodes:\n", "")));
  }

  private static String resourceText(Actor actor, String name) throws IOException {
    String path = "/agencies/" + actor.agency() + "/" + name;
    try (InputStream in = AgencyFolder.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IOException("the demo lacks its resource " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
