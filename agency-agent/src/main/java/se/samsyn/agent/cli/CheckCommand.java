package se.samsyn.agent.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import picocli.CommandLine.Command;
import se.samsyn.agent.NotDone;
import se.samsyn.agent.Steps;
import se.samsyn.agent.approval.Checking;
import se.samsyn.agent.approval.ReportWords;
import se.samsyn.agent.config.AgentConfig;
import se.samsyn.agent.config.InvalidConfiguration;
import se.samsyn.agent.config.Variables;
import se.samsyn.agent.mapping.ProblemKind;
import se.samsyn.agent.source.ProblemLog;
import se.samsyn.agent.state.StateFolder;
import se.samsyn.agent.state.StateLock;

/** Reads configuration, mappings and sources, and says everything that is wrong at once. */
@Command(
    name = "check",
    description =
        "Läs konfiguration och källor, och säg allt som är fel / read configuration and sources, and say all that is wrong",
    mixinStandardHelpOptions = true)
final class CheckCommand extends AgentCommand {
  CheckCommand(Steps steps, Clock clock) {
    super(steps, clock);
  }

  @Override
  int run(AgentConfig agent, Texts texts) throws NotDone, InvalidConfiguration, IOException {
    ReportWords words = ReportWords.in(texts.get("language"));
    LocalDate today = LocalDate.now(clock().withZone(ZoneId.of("Europe/Stockholm")));
    boolean fine = true;
    try (StateLock lock = Enrolled.lock(new StateFolder(agent.state()))) {
      Checking checking = new Checking(agent, Variables.ofProcess(), today);
      for (Checking.Checked checked : checking.check(Asked.catalogue(agent))) {
        fine &= !checked.stops();
        say(checked, words);
      }
    }
    if (fine) {
      out().println(words.say("check.fine"));
    }
    return fine ? 0 : NOT_DONE;
  }

  private void say(Checking.Checked checked, ReportWords words) {
    String name = checked.mapping().file().getFileName().toString();
    if (checked.unreadable().isEmpty()) {
      out().println(words.say("check.source", name, checked.rows(), checked.mapping().table()));
    }
    checked.unreadable().forEach(finding -> err().println("  " + finding));
    for (ProblemLog.Problem problem : checked.problems()) {
      boolean stops = checked.mapping().handling(problem.kind()) == ProblemKind.Handling.STOP;
      err()
          .println(
              "  %s -- %s"
                  .formatted(
                      words.of(problem), words.say(stops ? "check.stop" : "check.leave-out")));
    }
  }
}
