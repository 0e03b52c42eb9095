package se.samsyn.aggregator.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import se.samsyn.aggregator.agency.CoordinatorKeys;

/** {@code init}: keys, database and the first accounts. Safe to repeat. */
@Command(name = "init")
final class InitCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  @Mixin private DataOption data;
  @Spec private CommandSpec spec;

  InitCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Texts texts = surroundings.texts();
    CoordinatorKeys keys = CoordinatorKeys.create(data.folder(), surroundings.steps());
    try (Workplace workplace =
        Workplace.open(
            data.folder(), keys, surroundings.steps(), surroundings.environment(), Map.of())) {
      out.println(
          texts.of(
              "init.done", data.folder().root(), keys.signing().verificationKey().fingerprint()));
    }
    out.flush();
    return 0;
  }
}
