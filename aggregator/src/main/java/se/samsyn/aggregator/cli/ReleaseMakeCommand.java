package se.samsyn.aggregator.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.samsyn.aggregator.audit.AuditTrail;
import se.samsyn.aggregator.release.ReleaseStatus;
import se.samsyn.aggregator.release.check.Objections;
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

  @Option(names = "--remedy", descriptionKey = "remedy", paramLabel = "TOKEN")
  private String remedy;

  ReleaseMakeCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    try (Workplace workplace = data.open(invocation)) {
      Releasing.Outcome outcome =
          workplace
              .get(Releasing.class)
              .make(
                  collection.id(),
                  last ? ReleaseStatus.FINAL : ReleaseStatus.PROVISIONAL,
                  note,
                  Optional.ofNullable(remedy),
                  AuditTrail.COMMAND_LINE);
      if (outcome instanceof Releasing.Outcome.Held held) {
        tell(held.objections());
        return 1;
      }
      String name = ((Releasing.Outcome.Made) outcome).release().name();
      spec.commandLine().getOut().println(invocation.texts().of("release.made", name));
    }
    return 0;
  }

  private void tell(Objections objections) {
    Texts texts = invocation.texts();
    PrintWriter err = spec.commandLine().getErr();
    err.println(texts.of("release.held"));
    for (Objections.Objection objection : objections.objections()) {
      err.println(
          texts.of(
              "release.finding",
              texts.of("release.finding." + objection.kind()),
              objection.groups().stream().map(texts::of).collect(Collectors.joining(" | ")),
              String.join(", ", new TreeSet<>(objection.releases()))));
    }
    err.println(texts.of(objections.remedies().isEmpty() ? "release.no-remedy" : "release.pick"));
    for (Objections.Option option : objections.remedies()) {
      err.println(
          texts.of(
              "release.remedy",
              option.token(),
              texts.of("release.remedy." + option.kind().word(), texts.of(option.about())),
              option.percent()));
    }
    err.flush();
  }
}
