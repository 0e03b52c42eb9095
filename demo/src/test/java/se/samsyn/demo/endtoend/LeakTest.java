package se.samsyn.demo.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.samsyn.demo.files.AgencyFolder;
import se.samsyn.demo.files.Sheet;
import se.samsyn.demo.run.Reader;
import se.samsyn.demo.run.Round;
import se.samsyn.demo.run.SentTables;
import se.samsyn.demo.truth.Truth;
import se.samsyn.demo.world.Actor;
import se.samsyn.demo.world.World;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.table.Cell;
import se.samsyn.schemas.table.CellSpace;
import se.samsyn.schemas.table.ProtectedTable;

/**
 * After a run, nothing that points at a person is anywhere but in the agencies' own files: not in a
 * log, not in the database's files, not in a temporary folder, not on a page.
 */
@ExtendWith(DemoRun.Resolver.class)
class LeakTest {
  /** Fewer digits would be found by chance, in a row's number or a time. */
  private static final long TELLING = 1_000_000;

  /** A library that was unpacked may be larger; what a run keeps aside is not. */
  private static final long LARGEST = 100_000_000;

  private static final Pattern NUMBER = Pattern.compile("(?<![0-9A-Za-z])\\d{7,}(?![0-9A-Za-z])");

  private final DemoRun run;
  private final World world;
  private final List<Sheet> sheets;
  private final Identifiers identifiers;

  LeakTest(DemoRun run) {
    this.run = run;
    this.world = run.world();
    this.sheets =
        Arrays.stream(Actor.values())
            .flatMap(a -> AgencyFolder.sheets(a, world, 1).stream())
            .toList();
    this.identifiers = new Identifiers(world, sheets);
  }

  /** The test of the test. */
  @Test
  void theSearchFindsWhatIsInTheAgenciesOwnFiles() throws IOException {
    for (String file :
        List.of("skolan/franvaro.csv", "socialtjansten/anmalningar.csv", "varden/patienter.csv")) {
      assertThat(identifiers.in(Files.readAllBytes(run.folder().resolve(file))))
          .as(file)
          .hasSizeGreaterThan(1_000);
    }
  }

  @Test
  void noIdentifierIsInAnythingThatTheProgramsWrote() throws IOException {
    List<Path> written = written();

    assertThat(written)
        .anyMatch(f -> f.startsWith(run.folder().resolve("logs")))
        .anyMatch(f -> f.startsWith(run.folder().resolve("aggregator")));
    for (Path file : written) {
      assertThat(identifiers.in(read(file))).as("%s", file).isEmpty();
    }
  }

  /** The database runs on and may take back a file of its own in the meantime; nobody else may. */
  private byte[] read(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException gone) {
      if (file.startsWith(database())) {
        return new byte[0];
      }
      throw gone;
    }
  }

  private Path database() {
    return run.folder().resolve("aggregator/postgres");
  }

  /** The programs are told a temporary folder; a library that does not listen would write here. */
  @Test
  void noIdentifierIsInTheSystemsTemporaryFolder() throws IOException {
    for (Path file : newTemporaryFiles()) {
      try {
        assertThat(identifiers.in(Files.readAllBytes(file))).as("%s", file).isEmpty();
      } catch (NoSuchFileException | AccessDeniedException e) {
        // Another program's, gone in the meantime or closed to us, and so not of this run.
      }
    }
  }

  /** Counts of refusals are in the log; no figure is offered to who watches the service. */
  @Test
  void whatWatchesTheServiceSeesThatItIsUpAndNoMore() throws Exception {
    Reader reader = run.reader();

    assertThat(reader.get("/health")).isEqualTo("{\"status\":\"UP\"}");
    for (String endpoint :
        List.of("metrics", "prometheus", "env", "beans", "loggers", "routes", "threaddump")) {
      assertThat(reader.status("/" + endpoint)).as(endpoint).isIn(401, 403, 404);
    }
  }

  @Test
  void noIdentifierIsOnAPage() throws Exception {
    Reader reader = run.reader();
    for (Round round : Round.all()) {
      String page = reader.get("/collections/" + round.id());

      assertThat(identifiers.in(page.getBytes(java.nio.charset.StandardCharsets.UTF_8))).isEmpty();
    }
  }

  /**
   * A count of 1-4 cannot be told from any other digit in a log; the sum of money or minutes behind
   * a hidden cell can.
   */
  @Test
  void noHiddenSumIsInALogOrALetter() throws Exception {
    Set<String> hidden = hiddenSums();

    assertThat(hidden).hasSizeGreaterThan(5);
    for (Path file : written()) {
      if (!file.startsWith(database())) {
        Matcher numbers =
            NUMBER.matcher(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
        while (numbers.find()) {
          assertThat(hidden.contains(numbers.group())).as("a hidden sum in %s", file).isFalse();
        }
      }
    }
  }

  private Set<String> hiddenSums() throws Exception {
    Truth truth = new Truth(world);
    Set<String> hidden = new TreeSet<>();
    Set<String> published = new TreeSet<>();
    for (Actor actor : Actor.values()) {
      for (ProtectedTable table : SentTables.of(run.folder().resolve(actor.agency()))) {
        Definition definition = run.definition(table.definition().id().value());
        CellSpace space = CellSpace.of(definition);
        for (Measure.Collected measure : definition.collected()) {
          for (int cell = 0; cell < space.size(); cell++) {
            long figure =
                truth.figure(
                    definition.id().value(),
                    actor,
                    table.period(),
                    measure.id().value(),
                    space.coordinates(cell));
            boolean isHidden = table.cells().get(measure.id()).get(cell) instanceof Cell.Suppressed;
            if (measure instanceof Measure.Sum && figure >= TELLING) {
              (isHidden ? hidden : published).add(Long.toString(figure));
            }
          }
        }
      }
    }
    hidden.removeAll(published);
    return hidden;
  }

  /** What was written since the run began, by whomsoever; other runs of these tests apart. */
  private List<Path> newTemporaryFiles() throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        Path.of(System.getProperty("java.io.tmpdir")),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.getFileName().toString().startsWith(DemoRun.PREFIX)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()
                && attributes.size() < LARGEST
                && attributes.lastModifiedTime().toInstant().isAfter(run.started())) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  /** All files of the run but the agencies' own: what they keep, what they preview and report. */
  private List<Path> written() throws IOException {
    List<Path> own = new ArrayList<>();
    for (Actor actor : Actor.values()) {
      Path agency = run.folder().resolve(actor.agency());
      sheets.forEach(s -> own.add(agency.resolve(s.file())));
      own.add(agency.resolve("previews"));
    }
    // PostgreSQL's own programs, and libraries that were unpacked: nothing of ours is in them.
    own.add(run.folder().resolve("aggregator/postgres-work"));
    own.add(run.folder().resolve("tmp/embedded-pg"));
    try (Stream<Path> files = Files.walk(run.folder())) {
      return files
          .filter(Files::isRegularFile)
          .filter(f -> own.stream().noneMatch(f::startsWith))
          .filter(f -> !f.toString().matches(".*\\.so(\\.[0-9.]+)?"))
          .toList();
    }
  }
}
