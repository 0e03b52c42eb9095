package se.samsyn.aggregator.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import se.samsyn.aggregator.release.Release;
import se.samsyn.aggregator.release.ReleaseLedger;

/** {@code release list}: the ledger. */
@Command(name = "list")
final class ReleaseListCommand implements Callable<Integer> {
  private final Invocation invocation;
  @Mixin private DataOption data;
  @Spec private CommandSpec spec;

  ReleaseListCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Texts texts = invocation.texts();
    try (Workplace workplace = data.open(invocation)) {
      for (Release release : workplace.get(ReleaseLedger.class).all()) {
        for (Release.Line line : release.lines()) {
          out.println(
              texts.of(
                  "release.line",
                  Long.toString(line.number()),
                  release.name(),
                  texts.of("release.status." + line.status().word()),
                  line.at().toString(),
                  line.actor(),
                  line.note()));
        }
      }
    }
    out.flush();
    return 0;
  }
}
