package se.samsyn.demo.run;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.samsyn.demo.world.SmallGroups;

/** The aggregator and who runs it: starts the service, invites, opens and closes collections. */
final class Coordinator {
  private static final Pattern LOGIN =
      Pattern.compile("\\b(coordinator|steering)\\b\\W+([a-z0-9]{4}(?:-[a-z0-9]{4}){4})");

  private final Processes processes;
  private final Path folder;
  private final URI address;
  private final Map<String, String> logins = new LinkedHashMap<>();
  private Process serving;
  private Conversation desk;

  Coordinator(Processes processes, Path folder, int port) {
    this.processes = processes;
    this.folder = folder;
    this.address = URI.create("http://127.0.0.1:" + port);
  }

  URI address() {
    return address;
  }

  /** The accounts made at first start, with their passwords. */
  Map<String, String> logins() {
    return Map.copyOf(logins);
  }

  /** Makes keys, database and the first accounts, and tells of the areas. */
  void init() throws IOException, ProgramFailed {
    desk = processes.converse(Program.AGGREGATOR, "coordinator", folder);
    Matcher login = LOGIN.matcher(run("init"));
    while (login.find()) {
      logins.put(login.group(1), login.group(2));
    }
    try (InputStream areas =
        Coordinator.class.getResourceAsStream("/se/samsyn/demo/areas.geojson")) {
      Files.copy(areas, folder.resolve("areas.geojson"));
    }
  }

  /** Starts the service and waits until it answers. */
  void serve() throws IOException, InterruptedException, ProgramFailed {
    List<String> arguments = new ArrayList<>(List.of("serve", "--data", folder.toString()));
    arguments.addAll(List.of("--port", Integer.toString(address.getPort())));
    serving = processes.start(Program.AGGREGATOR, "aggregator", folder, arguments);
    Health.await(address.resolve("/health"), serving);
  }

  /** Invites an agency; what comes back is the file to hand over. */
  Path invite(String agency, String authority, String name) throws IOException, ProgramFailed {
    Path file = folder.resolve("invitation-" + agency + ".json");
    run(
        "invite",
        "--agency",
        agency,
        "--authority",
        authority,
        "--name",
        name,
        "--url",
        address.toString(),
        "--out",
        file.toString());
    return file;
  }

  /** Opens a collection. */
  void open(Round round, Path catalogue) throws IOException, ProgramFailed {
    List<String> arguments = new ArrayList<>(List.of("collection", "create", round.id()));
    arguments.addAll(List.of("--period", round.term().toString()));
    arguments.addAll(List.of("--catalogue", catalogue.toString()));
    arguments.addAll(List.of("--constellation", "Barn och unga i Älvsunds län"));
    round.definitions().forEach(d -> arguments.addAll(List.of("--definition", d)));
    round.participants().forEach(p -> arguments.addAll(List.of("--agency", p.agency())));
    run(arguments.toArray(String[]::new));
  }

  /** Closes a collection; without the agencies that are late, by name. */
  void close(Round round) throws IOException, ProgramFailed {
    List<String> arguments = new ArrayList<>(List.of("collection", "close", round.id()));
    round.late().forEach(a -> arguments.addAll(List.of("--without", a.agency())));
    run(arguments.toArray(String[]::new));
  }

  /**
   * Lets readers see a closed collection.
   *
   * @param note what a correction corrects; empty for a first release
   */
  void release(Round round, String note) throws IOException, ProgramFailed {
    run("release", "make", round.id(), "--note", note);
  }

  /** Until the service ends. */
  void waitFor() throws InterruptedException {
    serving.waitFor();
  }

  /** Opens a collection of one definition over small groups. */
  void open(SmallGroups groups, String definition, Path catalogue, List<String> more)
      throws IOException, ProgramFailed {
    List<String> arguments = new ArrayList<>(List.of(groups.id()));
    arguments.addAll(List.of("--period", SmallGroups.TERM.toString()));
    arguments.addAll(List.of("--catalogue", catalogue.toString()));
    arguments.addAll(List.of("--constellation", groups.title()));
    arguments.addAll(List.of("--definition", definition));
    groups.offices().forEach(o -> arguments.addAll(List.of("--agency", o.agency())));
    arguments.addAll(more);
    create(arguments);
  }

  /** Opens a collection, as the arguments say. */
  void create(List<String> arguments) throws IOException, ProgramFailed {
    List<String> all = new ArrayList<>(List.of("collection", "create"));
    all.addAll(arguments);
    run(all.toArray(String[]::new));
  }

  void close(String collection) throws IOException, ProgramFailed {
    run("collection", "close", collection);
  }

  void release(String collection) throws IOException, ProgramFailed {
    run("release", "make", collection, "--note", "");
  }

  private String run(String... arguments) throws IOException, ProgramFailed {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", folder.toString()));
    return desk.run(all);
  }
}
