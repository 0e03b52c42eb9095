package se.samsyn.demo.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.samsyn.schemas.definition.Period;

/** The installed agent of an agency, a process of its own; each method runs one command. */
final class Agent {
  private static final Pattern APPROVE = Pattern.compile("--approve ([0-9a-f]{64})\\b");

  private final Processes processes;
  private final String agency;
  private final Path folder;
  private final Conversation desk;

  private Agent(Processes processes, String agency, Path folder, Conversation desk) {
    this.processes = processes;
    this.agency = agency;
    this.folder = folder;
    this.desk = desk;
  }

  static Agent start(Processes processes, String agency, Path folder) throws IOException {
    return new Agent(processes, agency, folder, processes.converse(Program.AGENT, agency, folder));
  }

  void init(Path invitation) throws IOException, ProgramFailed {
    run("init", "--invitation", invitation.toString());
  }

  void check() throws IOException, ProgramFailed {
    run("check");
  }

  /** Fetches the manifests of the open collections. */
  void collections() throws IOException, ProgramFailed {
    run("collections");
  }

  /**
   * Makes the table that would be sent.
   *
   * @return its hash, to approve
   */
  String preview(String definition, Period period) throws IOException, ProgramFailed {
    Path previews = Files.createDirectories(folder.resolve("previews"));
    Path csv = previews.resolve(definition + "-" + period + ".csv");
    String printed =
        run(
            "preview",
            "--definition",
            definition,
            "--period",
            period.toString(),
            "--out",
            csv.toString());
    Matcher hash = APPROVE.matcher(printed);
    if (!hash.find()) {
      throw new ProgramFailed("the preview of " + definition + " printed no hash to approve");
    }
    return hash.group(1);
  }

  /** Sends the table with this hash, and only that one. */
  void send(String hash) throws IOException, ProgramFailed {
    run("send", "--approve", hash);
  }

  /** Offers a key for a role in a sealed collection. */
  void offerRoleKey() throws IOException, ProgramFailed {
    sealed("run", "--once");
  }

  /** Reads what the sealed collection asks for, approves it and contributes. */
  void contribute() throws IOException, ProgramFailed {
    Matcher hash = APPROVE.matcher(sealed("show"));
    if (!hash.find()) {
      throw new ProgramFailed("no sealed collection asks " + agency + " for anything");
    }
    sealed("contribute", "--approve", hash.group(1));
  }

  /** Plays its role in a process of its own, which ends with the role. */
  Process playRole() throws IOException {
    return processes.start(
        Program.AGENT,
        agency + "-role",
        folder,
        List.of("sealed", "run", "--until-over", "--config", "agent.yaml"));
  }

  /** Ends its command line. */
  void close() throws IOException {
    desk.close();
  }

  private String sealed(String command, String... arguments) throws IOException, ProgramFailed {
    List<String> all = new ArrayList<>(List.of("sealed", command, "--config", "agent.yaml"));
    all.addAll(List.of(arguments));
    return desk.run(all);
  }

  private String run(String command, String... arguments) throws IOException, ProgramFailed {
    List<String> all = new ArrayList<>(List.of(command, "--config", "agent.yaml"));
    all.addAll(List.of(arguments));
    return desk.run(all);
  }
}
