package se.samsyn.agent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.samsyn.agent.NotDone;
import se.samsyn.agent.Steps;
import se.samsyn.agent.config.AgentConfig;
import se.samsyn.agent.config.ConfigFile;
import se.samsyn.agent.config.InvalidConfiguration;
import se.samsyn.agent.config.Variables;

/**
 * What all commands share: the configuration, the language, the exit codes and how a failure is
 * told.
 */
abstract class AgentCommand implements Callable<Integer> {
  /** Something is wrong with data, or was refused. */
  static final int NOT_DONE = 1;

  /** Wrong use, or a configuration that cannot be used. */
  static final int WRONG_USE = 2;

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "Agentens konfiguration (YAML) / the agent's configuration")
  private Path config;

  @Option(
      names = "--lang",
      paramLabel = "sv|en",
      description = "Språk / language (annars/else LANG)")
  private String language;

  @Spec private CommandSpec spec;

  private final Steps steps;
  private final Clock clock;

  AgentCommand(Steps steps, Clock clock) {
    this.steps = steps;
    this.clock = clock;
  }

  /** Does the work. */
  abstract int run(AgentConfig agent, Texts texts)
      throws NotDone, InvalidConfiguration, IOException;

  @Override
  public final Integer call() {
    Texts texts = Texts.in(Texts.language(language, null));
    if (language != null && !language.equals("sv") && !language.equals("en")) {
      err().println(texts.get("language.unknown"));
      return WRONG_USE;
    }
    try {
      AgentConfig agent = ConfigFile.read(config, Variables.ofProcess());
      texts = Texts.in(Texts.language(language, agent.language().orElse(null)));
      return run(agent, texts);
    } catch (InvalidConfiguration e) {
      err().println(texts.get("config.invalid", config));
      e.findings().forEach(f -> err().println("  " + f));
      return WRONG_USE;
    } catch (NotDone e) {
      err().println(texts.get(e.reason(), e.details()));
      return NOT_DONE;
    } catch (IOException e) {
      err().println(texts.get("io", e.getMessage()));
      return NOT_DONE;
    }
  }

  final Steps steps() {
    return steps;
  }

  final Clock clock() {
    return clock;
  }

  final PrintWriter out() {
    return commandLine().getOut();
  }

  final PrintWriter err() {
    return commandLine().getErr();
  }

  private CommandLine commandLine() {
    return spec.commandLine();
  }
}
