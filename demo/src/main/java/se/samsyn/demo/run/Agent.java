package se.samsyn.demo.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.samsyn.demo.world.Actor;
import se.samsyn.schemas.definition.Period;

/** The installed agent of an agency, a process of its own; each method runs one command. */
final class Agent {
  private static final Pattern APPROVE = Pattern.compile("--approve ([0-9a-f]{64})\\b");

  private final Actor actor;
  private final Path folder;
  private final Conversation desk;

  private Agent(Actor actor, Path folder, Conversation desk) {
    this.actor = actor;
    this.folder = folder;
    this.desk = desk;
  }

  static Agent start(Processes processes, Actor actor, Path folder) throws IOException {
    return new Agent(actor, folder, processes.converse(Program.AGENT, actor.agency(), folder));
  }

  Actor actor() {
    return actor;
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

  private String run(String command, String... arguments) throws IOException, ProgramFailed {
    List<String> all = new ArrayList<>(List.of(command, "--config", "agent.yaml"));
    all.addAll(List.of(arguments));
    return desk.run(all);
  }
}
