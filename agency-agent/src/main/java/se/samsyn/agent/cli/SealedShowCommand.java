package se.samsyn.agent.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;
import se.samsyn.agent.NotDone;
import se.samsyn.agent.Steps;
import se.samsyn.agent.config.AgentConfig;
import se.samsyn.agent.ledger.LedgerEntry;
import se.samsyn.agent.manifest.StoredManifest;
import se.samsyn.agent.sealed.contribute.Contributing;
import se.samsyn.agent.sealed.contribute.ManifestRefused;

/** Shows the sealed collections that ask this agency, before anybody approves anything. */
@Command(
    name = "show",
    description =
        "Visa vad de förseglade insamlingarna ber om / show what the sealed collections ask for",
    mixinStandardHelpOptions = true)
final class SealedShowCommand extends AgentCommand {
  SealedShowCommand(Steps steps, Clock clock) {
    super(steps, clock);
  }

  @Override
  int run(AgentConfig agent, Texts texts) throws NotDone, IOException {
    SealedWords words = new SealedWords(texts);
    try (Enrolled enrolled = Enrolled.open(agent)) {
      List<StoredManifest> sealed =
          enrolled.fetching(clock(), steps()).fetch().stream()
              .filter(m -> m.manifest().sealed().isPresent())
              .toList();
      if (sealed.isEmpty()) {
        out().println(texts.get("sealed.none"));
      }
      Contributing contributing = enrolled.contributing(clock(), steps());
      int status = 0;
      for (StoredManifest manifest : sealed) {
        try {
          contributing.require(manifest, agent.minimumFrequency());
          words.of(manifest).forEach(out()::println);
          contributing
              .entry(manifest)
              .ifPresent(
                  e ->
                      out()
                          .println(
                              texts.get(
                                  e.kind() == LedgerEntry.Kind.SEALED
                                      ? "sealed.show.sealed-done"
                                      : "sealed.show.sealing")));
        } catch (ManifestRefused e) {
          err().println(manifest.manifest().collection());
          words.of(e).forEach(err()::println);
          status = NOT_DONE;
        } catch (NotDone e) {
          err().println(manifest.manifest().collection());
          err().println(texts.get(e.reason(), e.details()));
          status = NOT_DONE;
        }
      }
      return status;
    }
  }
}
