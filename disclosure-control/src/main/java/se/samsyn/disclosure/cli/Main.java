package se.samsyn.disclosure.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
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
    System.exit(run(args));
  }

  /** Runs a command and returns its exit code. */
  static int run(String... args) {
    return new CommandLine(new Main())
        .setResourceBundle(Texts.bundle(args))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Main::explain)
        .execute(args);
  }

  private static int explain(Exception e, CommandLine command, CommandLine.ParseResult result) {
    if (e instanceof MalformedInput || e instanceof java.io.IOException) {
      command.getErr().println(e.getMessage());
      return WRONG_USE;
    }
    if (e instanceof ProtectionImpossible) {
      command.getErr().println(e.getMessage());
      return NOT_SAFE;
    }
    throw new IllegalStateException(e);
  }
}
