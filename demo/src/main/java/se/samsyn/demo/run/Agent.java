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

/** The installed agent of an agency: each method runs one command in a process of its own. */
final class Agent {
  private static final Pattern HASH = Pattern.compile("\\b[0-9a-f]{64}\\b");

  private final Processes processes;
  private final Actor actor;
  private final Path folder;

  Agent(Processes processes, Actor actor, Path folder) {
    this.processes = processes;
    this.actor = actor;
    this.folder = folder;
  }

  Actor actor() {
    return actor;
  }

  void init(Path invitation) throws IOException, InterruptedException, ProgramFailed {
    run("init", "--invitation", invitation.toString());
  }

  void check() throws IOException, InterruptedException, ProgramFailed {
    run("check");
  }

  /** Fetches the manifests of the open collections. */
  void collections() throws IOException, InterruptedException, ProgramFailed {
    run("collections");
  }

  /** Makes the table, then approves and sends exactly that one. */
  void deliver(String definition, Period period)
      throws IOException, InterruptedException, ProgramFailed {
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
    Matcher hash = HASH.matcher(printed);
    if (!hash.find()) {
      throw new ProgramFailed("the preview of " + definition + " printed no hash to approve");
    }
    run("send", "--approve", hash.group());
  }

  private String run(String command, String... arguments)
      throws IOException, InterruptedException, ProgramFailed {
    List<String> all = new ArrayList<>(List.of(command, "--config", "agent.yaml"));
    all.addAll(List.of(arguments));
    return processes.run(Program.AGENT, actor.agency(), folder, all);
  }
}
