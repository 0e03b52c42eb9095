package se.samsyn.agent.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.samsyn.agent.NotDone;
import se.samsyn.agent.Steps;
import se.samsyn.agent.approval.ReportWords;
import se.samsyn.agent.approval.RowsRefused;
import se.samsyn.agent.approval.Tabulating;
import se.samsyn.agent.config.AgentConfig;
import se.samsyn.agent.config.InvalidConfiguration;
import se.samsyn.agent.config.Variables;
import se.samsyn.agent.manifest.StoredManifest;
import se.samsyn.agent.sealed.contribute.Contributing;
import se.samsyn.agent.sealed.contribute.ManifestRefused;
import se.samsyn.agent.source.UnreadableSource;
import se.samsyn.agent.tabulate.Tabulator;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.InputTable;
import se.samsyn.schemas.envelope.Sha256;

/** Contributes to a sealed collection that the steward has approved, once. */
@Command(
    name = "contribute",
    description =
        "Bidra till en godkänd förseglad insamling, en gång / contribute to an approved sealed collection, once",
    mixinStandardHelpOptions = true)
final class SealedContributeCommand extends AgentCommand {
  @Option(
      names = "--approve",
      required = true,
      paramLabel = "HASH",
      description = "Hashen som sealed show visade / the hash that sealed show printed")
  private String approve;

  SealedContributeCommand(Steps steps, Clock clock) {
    super(steps, clock);
  }

  @Override
  int run(AgentConfig agent, Texts texts) throws NotDone, InvalidConfiguration, IOException {
    ReportWords report = ReportWords.in(texts.get("language"));
    try (Enrolled enrolled = Enrolled.open(agent)) {
      StoredManifest manifest =
          enrolled
              .manifests()
              .find(hash())
              .filter(m -> m.manifest().sealed().isPresent())
              .orElseThrow(() -> new NotDone("sealed.unknown", approve));
      Contributing.Outcome outcome =
          enrolled
              .contributing(clock(), steps())
              .contribute(
                  manifest,
                  agent.minimumFrequency(),
                  () -> {
                    Tabulator.Result result = tabulate(agent, manifest);
                    report.of(result.report()).forEach(out()::println);
                    return result.table();
                  },
                  enrolled.relay(manifest, clock()));
      out()
          .println(
              texts.get(
                  outcome == Contributing.Outcome.CONTRIBUTED
                      ? "sealed.contributed"
                      : "sealed.contributed-before",
                  manifest.manifest().collection()));
      return 0;
    } catch (ManifestRefused e) {
      new SealedWords(texts).of(e).forEach(err()::println);
    } catch (UnreadableSource e) {
      err().println(report.say("unreadable"));
      e.findings().forEach(f -> err().println("  " + f));
    } catch (RowsRefused e) {
      err().println(report.say("stopped", e.mapping()));
      e.problems().forEach(p -> err().println("  " + report.of(p)));
    }
    return NOT_DONE;
  }

  private Tabulator.Result tabulate(AgentConfig agent, StoredManifest manifest)
      throws InvalidConfiguration, UnreadableSource, RowsRefused, IOException {
    Definition definition = manifest.manifest().definitions().get(0);
    InputTable table =
        manifest.manifest().tables().stream()
            .filter(t -> t.id().equals(definition.table()))
            .findFirst()
            .orElseThrow();
    LocalDate today = LocalDate.now(clock().withZone(ZoneId.of("Europe/Stockholm")));
    return new Tabulating(agent, Variables.ofProcess(), today)
        .tabulate(definition, table, manifest.manifest().period());
  }

  private Sha256 hash() throws NotDone {
    try {
      return new Sha256(approve);
    } catch (IllegalArgumentException e) {
      throw new NotDone("sealed.not-a-hash");
    }
  }
}
