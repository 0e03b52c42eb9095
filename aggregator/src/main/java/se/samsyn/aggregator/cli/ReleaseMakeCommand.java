package se.samsyn.aggregator.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.samsyn.aggregator.audit.AuditTrail;
import se.samsyn.aggregator.release.Release;
import se.samsyn.aggregator.release.ReleaseStatus;
import se.samsyn.aggregator.release.check.Releasing;

/** {@code release make}: lets readers see the joint tables of a closed collection. */
@Command(name = "make")
final class ReleaseMakeCommand implements Callable<Integer> {
  private final Invocation invocation;
  @Mixin private DataOption data;
  @Mixin private CollectionOption collection;
  @Spec private CommandSpec spec;

  @Option(names = "--final", descriptionKey = "final")
  private boolean last;

  @Option(names = "--note", descriptionKey = "note", paramLabel = "TEXT")
  private String note = "";

  ReleaseMakeCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    try (Workplace workplace = data.open(invocation)) {
      Release made =
          workplace
              .get(Releasing.class)
              .make(
                  collection.id(),
                  last ? ReleaseStatus.FINAL : ReleaseStatus.PROVISIONAL,
                  note,
                  AuditTrail.COMMAND_LINE);
      spec.commandLine().getOut().println(invocation.texts().of("release.made", made.name()));
    }
    return 0;
  }
}
