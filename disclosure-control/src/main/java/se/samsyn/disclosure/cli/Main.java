package se.samsyn.disclosure.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import se.samsyn.disclosure.audit.InconsistentTable;
import se.samsyn.disclosure.jj.MalformedInput;
import se.samsyn.disclosure.protect.ProtectionImpossible;

/** {@code samsyn protect} and {@code samsyn audit}: the engine for anybody with a table. */
@Command(
    name = "samsyn",
    mixinStandardHelpOptions = true,
    subcommands = {ProtectCommand.class, AuditCommand.class})
public final class Main {
  static final int DONE = 0;
  static final int NOT_SAFE = 1;
  static final int WRONG_USE = 2;

  private Main() {}

  public static void main(String[] args) {
    // A command that has nothing to log does not say that it lacks a log.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    System.exit(run(args));
  }

  /** Runs a command and returns its exit code. */
  static int run(String... args) {
    return commandLine(args).execute(args);
  }

  /** The commands, for {@link #run} and for tests that look at what is said. */
  static CommandLine commandLine(String... args) {
    return new CommandLine(new Main())
        .setResourceBundle(Texts.bundle(args))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Main::explain);
  }

  private static int explain(Exception e, CommandLine command, CommandLine.ParseResult result) {
    command.getErr().println(e instanceof IOException io ? ofFile(io) : e.getMessage());
    if (e instanceof MalformedInput
        || e instanceof MalformedCertificate
        || e instanceof IOException
        || e instanceof InconsistentTable
        || e instanceof ParameterException) {
      return WRONG_USE;
    }
    if (e instanceof ProtectionImpossible || e instanceof NotSafe) {
      return NOT_SAFE;
    }
    throw new IllegalStateException(e);
  }

  private static String ofFile(IOException e) {
    return e instanceof NoSuchFileException
        ? e.getMessage() + ": there is no such file or folder"
        : e.getClass().getSimpleName() + ": " + e.getMessage();
  }
}
