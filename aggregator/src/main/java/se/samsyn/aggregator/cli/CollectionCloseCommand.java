package se.samsyn.aggregator.cli;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.samsyn.aggregator.audit.AuditTrail;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.joint.Closing;
import se.samsyn.schemas.message.AgencyId;

/** {@code collection close}: computes the joint tables. Readers see them when they are released. */
@Command(name = "close")
final class CollectionCloseCommand implements Callable<Integer> {
  private final Invocation invocation;
  @Mixin private DataOption data;
  @Mixin private CollectionOption collection;
  @Spec private CommandSpec spec;

  @Option(names = "--without", descriptionKey = "without", paramLabel = "ID", split = ",")
  private List<AgencyId> without = List.of();

  CollectionCloseCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    try (Workplace workplace = data.open(invocation)) {
      StoredCollection closed =
          workplace
              .get(Closing.class)
              .close(collection.id(), Set.copyOf(without), AuditTrail.COMMAND_LINE);
      spec.commandLine().getOut().println(invocation.texts().of("close.done", closed.name()));
    }
    return 0;
  }
}
