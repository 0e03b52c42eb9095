package se.samsyn.aggregator.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
import se.samsyn.aggregator.sealed.opening.SealedOpening;
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
  @Mixin private SealedOptions sealed;
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
    if (sealed.isAnyGiven() && !sealed.isSealed()) {
      throw CommandFailed.wrongUse("create.not-sealed");
    }
    try (Workplace workplace = data.open(invocation)) {
      Catalogue all = workplace.get(Definitions.class).over(Catalogue.load(catalogue));
      StoredCollection made =
          sealed.isSealed()
              ? workplace
                  .get(SealedOpening.class)
                  .open(sealed.request(plan), all, AuditTrail.COMMAND_LINE)
              : workplace.get(Opening.class).open(plan, all, AuditTrail.COMMAND_LINE);
      invocation.steps().reached(Step.COLLECTION_STORED);
      tell(made);
    } catch (MalformedDocument e) {
      throw CommandFailed.wrongUse("create.catalogue", String.join("\n", e.findings()));
    }
    return 0;
  }

  private void tell(StoredCollection made) {
    PrintWriter out = spec.commandLine().getOut();
    Texts texts = invocation.texts();
    out.println(texts.of("create.done", made.name(), made.manifest().deadline().toString()));
    made.manifest()
        .sealed()
        .ifPresent(
            terms ->
                out.println(
                    texts.of(
                        "create.sealed",
                        made.manifest().definitions().get(0).ref(),
                        terms.k(),
                        terms.t(),
                        terms.roles().stream()
                            .map(role -> role.agency().value())
                            .collect(Collectors.joining(", ")))));
    out.flush();
  }
}
