package se.samsyn.aggregator.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.samsyn.aggregator.audit.AuditTrail;
import se.samsyn.aggregator.release.Release;
import se.samsyn.aggregator.release.check.Releasing;

/** {@code release withdraw}: takes a release from the readers and tells them why. */
@Command(name = "withdraw")
final class ReleaseWithdrawCommand implements Callable<Integer> {
  private final Invocation invocation;
  @Mixin private DataOption data;
  @Mixin private CollectionOption collection;
  @Spec private CommandSpec spec;

  @Option(names = "--reason", descriptionKey = "reason", paramLabel = "TEXT", required = true)
  private String reason;

  ReleaseWithdrawCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    try (Workplace workplace = data.open(invocation)) {
      Release withdrawn =
          workplace.get(Releasing.class).withdraw(collection.id(), reason, AuditTrail.COMMAND_LINE);
      spec.commandLine()
          .getOut()
          .println(invocation.texts().of("release.withdrawn", withdrawn.name()));
    }
    return 0;
  }
}
