package se.samsyn.agent.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.samsyn.agent.NotDone;
import se.samsyn.agent.Steps;
import se.samsyn.agent.config.AgentConfig;
import se.samsyn.agent.sealed.role.RolePlayer;

/** Plays this agency's roles: asks the aggregator, and answers what the others have left there. */
@Command(
    name = "run",
    description =
        "Delta i förseglade insamlingar som part A, B eller C / take part as A, B or C in sealed collections",
    mixinStandardHelpOptions = true)
final class SealedRunCommand extends AgentCommand {
  private static final long BETWEEN_LOOKS = 30_000;
  private static final long SOON = 500;
  private static final long ROUNDS_BETWEEN_LOOKS = BETWEEN_LOOKS / SOON;

  @Option(
      names = "--once",
      description =
          "Gör det som kan göras nu och sluta, t.ex. från en schemaläggare / do what can be done now and stop, from a scheduler")
  private boolean once;

  @Option(
      names = "--until-over",
      description =
          "Sluta när ett uppdrag är slutfört och inget är kvar / stop when a role is over and none is left")
  private boolean untilOver;

  SealedRunCommand(Steps steps, Clock clock) {
    super(steps, clock);
  }

  @Override
  int run(AgentConfig agent, Texts texts) throws NotDone, IOException {
    try (SealedRoles roles = SealedRoles.open(agent, clock(), steps())) {
      boolean played = false;
      for (long rounds = 0; ; rounds++) {
        try {
          // While roles are played, the state folder is left to the steward most of the time.
          if (!roles.isPlaying() || rounds % ROUNDS_BETWEEN_LOOKS == 0) {
            roles.look();
          }
          List<RolePlayer.Report> reports = once ? roles.playWhatIsThere() : roles.playOn();
          reports.forEach(r -> out().println(texts.get(r.reason(), r.details())));
          played |= !reports.isEmpty();
        } catch (NotDone e) {
          if (once) {
            throw e;
          }
          // Not reached, or the state folder is in use: the next look may do better.
          err().println(texts.get(e.reason(), e.details()));
        }
        if (once || (untilOver && played && roles.isOver())) {
          return 0;
        }
        pause(untilOver || roles.isPlaying() ? SOON : BETWEEN_LOOKS);
      }
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
