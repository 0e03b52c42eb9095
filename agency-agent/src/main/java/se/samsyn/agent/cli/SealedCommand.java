package se.samsyn.agent.cli;

import java.time.Clock;
import java.util.function.BiFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import se.samsyn.agent.Steps;

/** The commands of sealed collections. */
@Command(
    name = "sealed",
    description =
        "Förseglade insamlingar: ingen ser någon annans tal / sealed collections: nobody sees another's numbers",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class SealedCommand implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** With its subcommands. */
  static CommandLine line(Steps steps, Clock clock) {
    CommandLine line = new CommandLine(new SealedCommand());
    add(line, SealedShowCommand::new, steps, clock);
    add(line, SealedContributeCommand::new, steps, clock);
    add(line, SealedRunCommand::new, steps, clock);
    return line;
  }

  private static void add(
      CommandLine line, BiFunction<Steps, Clock, AgentCommand> command, Steps steps, Clock clock) {
    line.addSubcommand(command.apply(steps, clock));
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "COMMAND?");
  }
}
