package se.samsyn.aggregator.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.samsyn.aggregator.Step;
import se.samsyn.aggregator.audit.AuditTrail;
import se.samsyn.aggregator.collection.CollectionPlan;
import se.samsyn.aggregator.collection.Opening;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.definition.Definitions;
import se.samsyn.schemas.catalogue.Catalogue;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.definition.Text;
import se.samsyn.schemas.json.MalformedDocument;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.OwnFigures;

/** {@code collection create}: signs a manifest and opens the collection. */
@Command(name = "create")
final class CollectionCreateCommand implements Callable<Integer> {
  private final Invocation invocation;
  @Mixin private DataOption data;
  @Mixin private CollectionOption collection;
  @Spec private CommandSpec spec;

  @Option(names = "--period", descriptionKey = "period", paramLabel = "PERIOD", required = true)
  private Period period;

  @Option(
      names = {"--definitions", "--definition"},
      descriptionKey = "definitions",
      paramLabel = "ID",
      split = ",",
      required = true)
  private List<DefinitionId> definitions;

  @Option(
      names = {"--participants", "--agency"},
      descriptionKey = "participants",
      paramLabel = "ID",
      split = ",",
      required = true)
  private List<AgencyId> participants;

  @Option(names = "--catalogue", descriptionKey = "catalogue", paramLabel = "DIR")
  private List<Path> catalogue = List.of();

  @Option(names = "--deadline", descriptionKey = "deadline", paramLabel = "DATE")
  private LocalDate deadline;

  @Option(names = "--constellation", descriptionKey = "constellation", paramLabel = "TEXT")
  private String constellation = "Samsyn";

  @Option(names = "--own-figures-not-shown", descriptionKey = "own-figures-not-shown")
  private boolean ownFiguresNotShown;

  CollectionCreateCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    CollectionPlan plan =
        new CollectionPlan(
            collection.id(),
            new Text(constellation, constellation),
            period,
            definitions,
            participants,
            Optional.ofNullable(deadline).map(CollectionPlan::endOf),
            ownFiguresNotShown ? Optional.of(OwnFigures.NOT_SHOWN) : Optional.empty());
    try (Workplace workplace = data.open(invocation)) {
      StoredCollection made =
          workplace
              .get(Opening.class)
              .open(
                  plan,
                  workplace.get(Definitions.class).over(Catalogue.load(catalogue)),
                  AuditTrail.COMMAND_LINE);
      invocation.steps().reached(Step.COLLECTION_STORED);
      spec.commandLine()
          .getOut()
          .println(
              invocation
                  .texts()
                  .of("create.done", made.name(), made.manifest().deadline().toString()));
    } catch (MalformedDocument e) {
      throw CommandFailed.wrongUse("create.catalogue", String.join("\n", e.findings()));
    }
    return 0;
  }
}
