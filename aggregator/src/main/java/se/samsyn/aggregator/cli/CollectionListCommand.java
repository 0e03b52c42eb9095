package se.samsyn.aggregator.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import se.samsyn.aggregator.collection.Collections;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.dashboard.Rounds;
import se.samsyn.aggregator.sealed.SealedProgress;

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
      SealedProgress progress = workplace.get(SealedProgress.class);
      for (StoredCollection collection : workplace.get(Collections.class).all()) {
        Optional<SealedProgress.Progress> sealed = progress.of(collection);
        if (sealed.isPresent()) {
          new SealedLines(texts, out).print(collection, sealed.get());
        } else {
          print(collection, out);
        }
      }
      for (Rounds.OpenRound round : workplace.get(Rounds.class).open()) {
        if (round.manifest().sealed().isEmpty()) {
          print(round, out);
        }
      }
    }
    out.flush();
    return 0;
  }

  private void print(StoredCollection collection, PrintWriter out) {
    out.println(
        invocation
            .texts()
            .of(
                collection.isOpen() ? "list.open" : "list.closed",
                collection.name(),
                collection.manifest().period(),
                collection.closed().orElse(collection.manifest().deadline()).toString()));
  }

  private void print(Rounds.OpenRound round, PrintWriter out) {
    for (Rounds.Delivered delivered : round.delivered()) {
      out.println(
          invocation
              .texts()
              .of(
                  "list.delivered",
                  round.manifest().collection(),
                  delivered.agency().agency(),
                  delivered.tables(),
                  delivered.expected()));
    }
  }
}
