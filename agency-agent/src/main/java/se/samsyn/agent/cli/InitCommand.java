package se.samsyn.agent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.samsyn.agent.NotDone;
import se.samsyn.agent.Steps;
import se.samsyn.agent.config.AgentConfig;
import se.samsyn.agent.enrol.Enrolling;
import se.samsyn.agent.enrol.Trust;
import se.samsyn.agent.state.StateFolder;
import se.samsyn.agent.state.StateLock;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.json.MalformedDocument;
import se.samsyn.schemas.message.Invitation;

/** Makes the agency's key and enrols it. */
@Command(
    name = "init",
    description =
        "Skapa nyckel och anslut med en inbjudan / make the key and enrol with an invitation",
    mixinStandardHelpOptions = true)
final class InitCommand extends AgentCommand {
  @Option(
      names = "--invitation",
      required = true,
      paramLabel = "FILE",
      description = "Inbjudan från samordnaren / the coordinator's invitation")
  private Path invitation;

  InitCommand(Steps steps, Clock clock) {
    super(steps, clock);
  }

  @Override
  int run(AgentConfig agent, Texts texts) throws NotDone, IOException {
    Invitation invited;
    try {
      invited = Codecs.INVITATION.readYaml(Files.readAllBytes(invitation));
    } catch (MalformedDocument e) {
      throw new NotDone("init.not-an-invitation", invitation);
    }
    StateFolder state = new StateFolder(agent.state());
    try (StateLock lock = Enrolled.lock(state)) {
      Trust trust =
          new Enrolling(state, agent.network(), clock(), steps()).enrol(agent.agency(), invited);
      out()
          .println(
              texts.get(
                  "init.done", trust.agency(), trust.url(), trust.coordinator().fingerprint()));
      return 0;
    }
  }
}
