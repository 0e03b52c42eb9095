package se.samsyn.agent.cli;

import java.io.IOException;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import se.samsyn.agent.NotDone;
import se.samsyn.agent.Steps;
import se.samsyn.agent.config.AgentConfig;
import se.samsyn.agent.ledger.Ledger;
import se.samsyn.agent.ledger.LedgerEntry;

/** Shows the log of all that ever left, or proves it unbroken. */
@Command(
    name = "log",
    description =
        "Visa eller kontrollera loggen över allt som lämnat / show or verify the log of all that left",
    mixinStandardHelpOptions = true)
final class LogCommand extends AgentCommand {
  @Parameters(
      arity = "0..1",
      defaultValue = "show",
      paramLabel = "show|verify",
      description = "show (standard/default), verify")
  private Action action;

  LogCommand(Steps steps, Clock clock) {
    super(steps, clock);
  }

  /** What to do with the log. */
  @SuppressWarnings("checkstyle:ConstantName")
  enum Action {
    show,
    verify
  }

  @Override
  int run(AgentConfig agent, Texts texts) throws NotDone, IOException {
    try (Enrolled enrolled = Enrolled.open(agent)) {
      // Opening proves it: a broken ledger is an error here too.
      Ledger ledger = enrolled.ledger();
      if (action == Action.verify) {
        out().println(texts.get("log.unbroken", ledger.entries().size()));
      } else {
        for (LedgerEntry e : ledger.entries()) {
          out()
              .println(
                  "%d  %s  %s  %s  %s  %s  %d B  %s"
                      .formatted(
                          e.number(),
                          e.at(),
                          texts.get("log." + e.kind().word()),
                          e.collection(),
                          e.definition(),
                          e.period(),
                          e.bytes(),
                          e.table()));
        }
      }
      return 0;
    }
  }
}
