package se.samsyn.aggregator.coordinator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.sealed.Attempts;
import se.samsyn.aggregator.sealed.SealedProgress;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.CollectionManifest;
import se.samsyn.schemas.message.Participant;
import se.samsyn.schemas.message.RoleKey;
import se.samsyn.schemas.message.SealedTerms;

/**
 * What the coordinator reads of a running sealed collection.
 *
 * @param state in words
 * @param ended what it means that nothing was opened, and why; empty otherwise
 * @param waiting whom it waits for and with what, line by line
 * @param rule k and t in words
 */
public record SealedProgressPage(
    String state,
    Optional<String> ended,
    String attempt,
    List<String> waiting,
    String count,
    List<Line> agencies,
    List<RoleLine> roles,
    String rule) {
  private static final List<String> LETTERS = List.of("A", "B", "C", "C\u2032");
  private static final List<String> TASKS = List.of("a", "b", "c", "c");

  public SealedProgressPage {
    waiting = List.copyOf(waiting);
    agencies = List.copyOf(agencies);
    roles = List.copyOf(roles);
  }

  /** An agency that contributes, and whether it has. */
  public record Line(String name, String state) {}

  /** A role, who has it, and what it does. */
  public record RoleLine(String letter, String name, String task) {}

  /** The page of a sealed collection. */
  static SealedProgressPage of(
      CollectionManifest manifest, SealedProgress.Progress progress, Texts texts) {
    SealedTerms terms = manifest.sealed().orElseThrow();
    List<AgencyId> contributed = progress.contributed();
    String absent = progress.isContributing() ? "missing" : "left-out";
    List<Line> agencies = new ArrayList<>();
    for (SealedTerms.Covered covered : terms.coverage()) {
      String state = contributed.contains(covered.agency()) ? "contributed" : absent;
      agencies.add(
          new Line(
              name(manifest, covered.agency(), texts), texts.of("coordinator.sealed." + state)));
    }
    return new SealedProgressPage(
        texts.of("coordinator.sealed.state." + state(progress)),
        ended(progress.attempt(), texts),
        texts.of("coordinator.sealed.attempt", manifest.version()),
        progress.waiting().stream().map(w -> waiting(manifest, w, texts)).toList(),
        texts.of("coordinator.sealed.count", contributed.size(), terms.coverage().size()),
        agencies,
        roles(manifest, terms, texts),
        texts.of("coordinator.sealed.rule", terms.k(), terms.t()));
  }

  private static String state(SealedProgress.Progress progress) {
    if (progress.attempt().isRunning()) {
      return progress.isContributing() ? "contributing" : "counting";
    }
    return progress.attempt().state().word();
  }

  private static Optional<String> ended(Attempts.Attempt attempt, Texts texts) {
    return switch (attempt.state()) {
      case RUNNING, OPENED -> Optional.empty();
      case ENDED, VOID ->
          Optional.of(
              texts.of("coordinator.sealed." + attempt.state().word() + ".hint")
                  + attempt
                      .reason()
                      .map(r -> " " + texts.of("coordinator.sealed.reason", r))
                      .orElse(""));
    };
  }

  private static String waiting(
      CollectionManifest manifest, SealedProgress.Waiting waiting, Texts texts) {
    return texts.of(
        "coordinator.sealed.waiting",
        waiting.agencies().stream()
            .map(a -> name(manifest, a, texts))
            .collect(Collectors.joining(", ")),
        texts.of("coordinator.sealed.step." + waiting.step().word()));
  }

  private static List<RoleLine> roles(CollectionManifest manifest, SealedTerms terms, Texts texts) {
    List<RoleLine> lines = new ArrayList<>();
    for (int i = 0; i < terms.roles().size(); i++) {
      RoleKey role = terms.roles().get(i);
      lines.add(
          new RoleLine(
              LETTERS.get(i),
              name(manifest, role.agency(), texts),
              texts.of("coordinator.sealed.task." + TASKS.get(i))));
    }
    return lines;
  }

  private static String name(CollectionManifest manifest, AgencyId agency, Texts texts) {
    return manifest
        .participant(agency)
        .map(Participant::name)
        .map(texts::of)
        .orElse(agency.value());
  }
}
