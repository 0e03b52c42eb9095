package se.samsyn.aggregator.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import se.samsyn.aggregator.collection.Collections;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.dashboard.Rounds;

/** {@code collection list}: all collections, and who has delivered to the open ones. */
@Command(name = "list")
final class CollectionListCommand implements Callable<Integer> {
  private final Invocation invocation;
  @Mixin private DataOption data;
  @Spec private CommandSpec spec;

  CollectionListCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Texts texts = invocation.texts();
    try (Workplace workplace = data.open(invocation)) {
      for (StoredCollection collection : workplace.get(Collections.class).all()) {
        out.println(
            collection.isOpen()
                ? texts.of(
                    "list.open",
                    collection.name(),
                    collection.manifest().period(),
                    collection.manifest().deadline().toString())
                : texts.of(
                    "list.closed",
                    collection.name(),
                    collection.manifest().period(),
                    collection.closed().orElseThrow().toString()));
      }
      for (Rounds.OpenRound round : workplace.get(Rounds.class).open()) {
        for (Rounds.Delivered delivered : round.delivered()) {
          out.println(
              texts.of(
                  "list.delivered",
                  round.manifest().collection(),
                  delivered.agency().agency(),
                  delivered.tables(),
                  delivered.expected()));
        }
      }
    }
    out.flush();
    return 0;
  }
}
