package se.samsyn.agent.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.samsyn.agent.NotDone;
import se.samsyn.agent.Steps;
import se.samsyn.agent.config.AgentConfig;
import se.samsyn.agent.ledger.LedgerEntry;
import se.samsyn.agent.send.Sending;
import se.samsyn.schemas.envelope.Sha256;

/** Sends an approved table, and nothing else. */
@Command(
    name = "send",
    description = "Skicka en godkänd tabell / send an approved table",
    mixinStandardHelpOptions = true)
final class SendCommand extends AgentCommand {
  @ArgGroup(exclusive = true, multiplicity = "1")
  private What what;

  SendCommand(Steps steps, Clock clock) {
    super(steps, clock);
  }

  /** Either an approval, or what is left of an earlier run. */
  private static final class What {
    @Option(
        names = "--approve",
        paramLabel = "HASH",
        description = "Hashen som preview visade / the hash that preview showed")
    private String approve;

    @Option(
        names = "--resume",
        description = "Skicka om det som är på väg / send again what is on its way")
    private boolean resume;
  }

  @Override
  int run(AgentConfig agent, Texts texts) throws NotDone, IOException {
    try (Enrolled enrolled = Enrolled.open(agent)) {
      Sending sending = enrolled.sending(clock(), steps());
      if (what.resume) {
        List<LedgerEntry> sent = sending.resume();
        out().println(texts.get("send.resumed", sent.size()));
        return 0;
      }
      Sending.Outcome outcome = sending.send(hash());
      out()
          .println(
              texts.get(
                  outcome == Sending.Outcome.DELIVERED ? "send.delivered" : "send.nothing-to-do",
                  what.approve));
      return 0;
    }
  }

  private Sha256 hash() throws NotDone {
    try {
      return new Sha256(what.approve);
    } catch (IllegalArgumentException e) {
      throw new NotDone("send.not-a-hash");
    }
  }
}
