package se.samsyn.aggregator.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import se.samsyn.aggregator.Steps;

/** {@code samsyn aggregator}: the commands below do the work. */
@Command(
    name = "aggregator",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    subcommands = {
      InitCommand.class,
      ServeCommand.class,
      InviteCommand.class,
      CollectionCommand.class,
      ReleaseCommand.class,
      AccountCommand.class
    })
public final class AggregatorCommand {
  @Option(
      names = "--lang",
      descriptionKey = "lang",
      paramLabel = "sv|en",
      scope = ScopeType.INHERIT)
  private String language;

  private AggregatorCommand() {}

  /**
   * Runs one command.
   *
   * @return the exit status: 0 done, 1 refused, 2 wrong use or bad configuration
   */
  public static int run(Map<String, String> environment, String... args) {
    Texts texts = Texts.of(environment, args);
    Invocation invocation = new Invocation(environment, texts, Steps.onClassPath());
    return Identifiers.registeredAt(
            new CommandLine(new AggregatorCommand(), new Commands(invocation)))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setResourceBundle(texts.bundle())
        .setExecutionExceptionHandler(new Failures(texts))
        .execute(args);
  }
}
