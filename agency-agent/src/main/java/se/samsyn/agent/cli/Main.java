package se.samsyn.agent.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.function.BiFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import se.samsyn.agent.Steps;

/** The agent's command line. */
@Command(
    name = "samsyn agent",
    description = {
      "Räknar verksamhetens egna uppgifter, skyddar små tal och skickar bara sammanställningar.",
      "Counts an agency's own records, protects small numbers and sends aggregates only."
    },
    mixinStandardHelpOptions = true,
    version = "samsyn agent 0.1.0",
    exitCodeListHeading = "%nSlutkoder / exit codes:%n",
    exitCodeList = {
      "0:klart / done",
      "1:fel i data, eller avvisat / wrong data, or refused",
      "2:fel användning eller konfiguration / wrong use or configuration"
    })
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs one command in this process. @return its exit code */
  public static int run(String... args) {
    return run(Steps.UNOBSERVED, Clock.systemUTC(), args);
  }

  /** Runs one command. @return its exit code */
  static int run(Steps steps, Clock clock, String... args) {
    CommandLine line = new CommandLine(new Main());
    add(line, InitCommand::new, steps, clock);
    add(line, CheckCommand::new, steps, clock);
    add(line, PreviewCommand::new, steps, clock);
    add(line, CollectionsCommand::new, steps, clock);
    add(line, SendCommand::new, steps, clock);
    add(line, LogCommand::new, steps, clock);
    line.addSubcommand(SealedCommand.line(steps, clock));
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler(Main::unexpected);
    if (args.length == 0) {
      line.usage(line.getErr());
      return AgentCommand.WRONG_USE;
    }
    return line.execute(args);
  }

  /** The message and the stack of an unforeseen error may quote a record, so neither is printed. */
  private static int unexpected(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
    String place =
        Arrays.stream(e.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("se.samsyn."))
            .findFirst()
            .map(frame -> frame.getClassName() + ":" + frame.getLineNumber())
            .orElse("?");
    line.getErr()
        .println(
            Texts.in(Texts.language(null, null))
                .get("unexpected", e.getClass().getSimpleName(), place));
    return AgentCommand.NOT_DONE;
  }

  private static void add(
      CommandLine line, BiFunction<Steps, Clock, AgentCommand> command, Steps steps, Clock clock) {
    line.addSubcommand(command.apply(steps, clock));
  }
}
