package se.samsyn.aggregator.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.sealed.SealedProgress;
import se.samsyn.schemas.message.AgencyId;

/** The lines of {@code collection list} about an attempt of a sealed collection. */
final class SealedLines {
  private final Texts texts;
  private final PrintWriter out;

  SealedLines(Texts texts, PrintWriter out) {
    this.texts = texts;
    this.out = out;
  }

  void print(StoredCollection attempt, SealedProgress.Progress progress) {
    out.println(
        texts.of(
            "list.sealed." + progress.attempt().state().word(),
            attempt.name(),
            attempt.manifest().period(),
            progress.attempt().isRunning()
                ? attempt.manifest().deadline().toString()
                : progress.attempt().at().toString(),
            progress.attempt().reason().orElse("")));
    names("list.contributed", attempt, progress.contributed());
    if (progress.attempt().isRunning()) {
      names("list.not-contributed", attempt, progress.missing());
    }
    for (SealedProgress.Waiting waiting : progress.waiting()) {
      out.println(
          texts.of(
              "list.waiting",
              attempt.name(),
              joined(waiting.agencies()),
              texts.of("list.step." + waiting.step().word())));
    }
  }

  private void names(String key, StoredCollection attempt, List<AgencyId> agencies) {
    if (!agencies.isEmpty()) {
      out.println(texts.of(key, attempt.name(), joined(agencies)));
    }
  }

  private static String joined(List<AgencyId> agencies) {
    return agencies.stream().map(AgencyId::value).collect(Collectors.joining(", "));
  }
}
