package se.samsyn.agent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.samsyn.agent.NotDone;
import se.samsyn.agent.Steps;
import se.samsyn.agent.approval.DraftStore;
import se.samsyn.agent.approval.Preview;
import se.samsyn.agent.approval.PreviewCsv;
import se.samsyn.agent.approval.PreviewReport;
import se.samsyn.agent.approval.Previewing;
import se.samsyn.agent.approval.ReportWords;
import se.samsyn.agent.approval.RowsRefused;
import se.samsyn.agent.config.AgentConfig;
import se.samsyn.agent.config.InvalidConfiguration;
import se.samsyn.agent.config.Variables;
import se.samsyn.agent.keys.KeyStore;
import se.samsyn.agent.protect.BesideSent;
import se.samsyn.agent.protect.SentBefore;
import se.samsyn.agent.protect.Unprotectable;
import se.samsyn.agent.source.UnreadableSource;
import se.samsyn.agent.state.DurableFiles;
import se.samsyn.agent.state.StateFolder;
import se.samsyn.agent.state.StateLock;
import se.samsyn.comparison.CountedTable;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.SigningKey;

/** Shows exactly what would be sent, and says what is hidden and why. */
@Command(
    name = "preview",
    description =
        "Visa precis det som skulle skickas, och vad som döljs / show exactly what would be sent, and what is hidden",
    mixinStandardHelpOptions = true)
final class PreviewCommand extends AgentCommand {
  @Option(
      names = "--definition",
      required = true,
      paramLabel = "ID",
      description = "Definitionens id / the definition's id")
  private String definition;

  @Option(
      names = "--period",
      required = true,
      paramLabel = "PERIOD",
      description = "2025/26, HT2025, VT2026, 2026, 2026K1, 2026M01")
  private String period;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.csv",
      description =
          "Hit skrivs tabellen; rapporten bredvid, FILE.report.json / where the table is written, with its report beside it")
  private Path out;

  PreviewCommand(Steps steps, Clock clock) {
    super(steps, clock);
  }

  @Override
  int run(AgentConfig agent, Texts texts) throws NotDone, InvalidConfiguration, IOException {
    ReportWords words = ReportWords.in(texts.get("language"));
    Period asked = period(words);
    StateFolder state = new StateFolder(agent.state());
    try (StateLock lock = Enrolled.lock(state)) {
      Asked found = Asked.find(agent, id(words, asked), asked, words);
      SigningKey key = new KeyStore(state).loadOrMake(new SecureRandom(), steps());
      LocalDate today = LocalDate.now(clock().withZone(ZoneId.of("Europe/Stockholm")));
      CountedTable counted = new CountedTable(found.definition(), asked);
      SentBefore before = Enrolled.sentBefore(state, steps(), counted);
      if (before.isOfOthersThan(counted)) {
        err().println(words.say("beside-others", before.all().size()));
      }
      Preview preview =
          new Previewing(agent, Variables.ofProcess(), today)
              .preview(found.definition(), found.table(), asked, before);
      write(agent, state, key, preview, words);
      return 0;
    } catch (UnreadableSource e) {
      err().println(words.say("unreadable"));
      e.findings().forEach(f -> err().println("  " + f));
    } catch (RowsRefused e) {
      err().println(words.say("stopped", e.mapping()));
      e.problems().forEach(p -> err().println("  " + words.of(p)));
    } catch (Unprotectable e) {
      err()
          .println(
              words.say(
                  e.why() == Unprotectable.Why.NOT_IN_TIME
                      ? "unprotectable.not-in-time"
                      : "unprotectable",
                  e.definition(),
                  BesideSent.PATIENCE.toMinutes()));
    }
    return NOT_DONE;
  }

  private void write(
      AgentConfig agent, StateFolder state, SigningKey key, Preview preview, ReportWords words)
      throws IOException {
    byte[] csv = PreviewCsv.of(preview);
    Path table = out.toAbsolutePath();
    Path report = reportBeside(table);
    Files.createDirectories(table.getParent());
    Sha256 hash =
        new DraftStore(state, key, steps())
            .put(preview.table(), preview.hidden(), preview.cost().tables());
    PreviewReport said = new PreviewReport(preview, hash);
    DurableFiles.write(report, said.json(ReportWords.both(said)));
    DurableFiles.write(table, csv);
    words.of(said).forEach(out()::println);
    out().println(words.say("written", out, report.getFileName()));
    out().println(words.say("approve", hash, agent.file().getFileName()));
  }

  /** out.csv gives out.report.json. */
  private static Path reportBeside(Path table) {
    String name = table.getFileName().toString();
    String stem = name.endsWith(".csv") ? name.substring(0, name.length() - 4) : name;
    return table.resolveSibling(stem + ".report.json");
  }

  private Period period(ReportWords words) throws InvalidConfiguration {
    try {
      return Period.parse(period);
    } catch (IllegalArgumentException e) {
      throw new InvalidConfiguration(List.of(words.say("bad-period")));
    }
  }

  private DefinitionId id(ReportWords words, Period asked) throws InvalidConfiguration {
    try {
      return new DefinitionId(definition);
    } catch (IllegalArgumentException e) {
      throw new InvalidConfiguration(List.of(words.say("no-definition", definition, asked)));
    }
  }
}
