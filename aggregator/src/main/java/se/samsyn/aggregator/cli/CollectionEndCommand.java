package se.samsyn.aggregator.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.samsyn.aggregator.audit.AuditTrail;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.sealed.AttemptEnd;

/** {@code collection end}: ends the running attempt of a sealed collection, unopened. */
@Command(name = "end")
final class CollectionEndCommand implements Callable<Integer> {
  private final Invocation invocation;
  @Mixin private DataOption data;
  @Mixin private CollectionOption collection;
  @Spec private CommandSpec spec;

  @Option(
      names = "--reason",
      descriptionKey = "end-reason",
      paramLabel = "TEXT",
      defaultValue = "samordnaren")
  private String reason;

  CollectionEndCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    try (Workplace workplace = data.open(invocation)) {
      StoredCollection ended =
          workplace
              .get(AttemptEnd.class)
              .byCoordinator(collection.id(), reason, AuditTrail.COMMAND_LINE);
      spec.commandLine().getOut().println(invocation.texts().of("end.done", ended.name()));
    }
    return 0;
  }
}
