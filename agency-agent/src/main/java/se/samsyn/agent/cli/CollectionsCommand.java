package se.samsyn.agent.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;
import se.samsyn.agent.NotDone;
import se.samsyn.agent.Steps;
import se.samsyn.agent.config.AgentConfig;
import se.samsyn.agent.manifest.StoredManifest;
import se.samsyn.schemas.definition.Definition;

/** Fetches and shows the open collections. */
@Command(
    name = "collections",
    description = "Hämta öppna insamlingar / fetch the open collections",
    mixinStandardHelpOptions = true)
final class CollectionsCommand extends AgentCommand {
  CollectionsCommand(Steps steps, Clock clock) {
    super(steps, clock);
  }

  @Override
  int run(AgentConfig agent, Texts texts) throws NotDone, IOException {
    try (Enrolled enrolled = Enrolled.open(agent)) {
      List<StoredManifest> open = enrolled.fetching(clock(), steps()).fetch();
      if (open.isEmpty()) {
        out().println(texts.get("collections.none"));
      }
      for (StoredManifest m : open) {
        out()
            .println(
                texts.get(
                    "collections.one",
                    m.manifest().collection(),
                    m.manifest().version(),
                    m.manifest().period(),
                    m.manifest().deadline()));
        String shown =
            m.manifest().showsOwnFigures() ? "collections.own-shown" : "collections.own-not-shown";
        out()
            .println(
                "  " + texts.get(m.manifest().sealed().isPresent() ? "collections.sealed" : shown));
        for (Definition definition : m.manifest().definitions()) {
          out()
              .println(
                  "  " + definition.id() + "  " + definition.title().in(texts.get("language")));
        }
      }
      return 0;
    }
  }
}
