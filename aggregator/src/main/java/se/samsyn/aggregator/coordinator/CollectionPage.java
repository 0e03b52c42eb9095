package se.samsyn.aggregator.coordinator;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import se.samsyn.aggregator.collection.Collections;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.dashboard.Html;
import se.samsyn.aggregator.dashboard.Rounds;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.release.ReleaseLedger;
import se.samsyn.aggregator.release.check.Objections;
import se.samsyn.aggregator.sealed.opening.NextAttempt;
import se.samsyn.schemas.message.CollectionManifest;

/** The coordinator's page of one collection, which answers all the forms on it. */
@Singleton
class CollectionPage {
  private final Html html;
  private final Collections collections;
  private final ReleaseLedger ledger;
  private final Rounds rounds;
  private final SealedRounds sealedRounds;
  private final NextAttempt nextAttempt;
  private final Clock clock;

  CollectionPage(
      Html html,
      Collections collections,
      ReleaseLedger ledger,
      Rounds rounds,
      SealedRounds sealedRounds,
      NextAttempt nextAttempt,
      Clock clock) {
    this.html = html;
    this.collections = collections;
    this.ledger = ledger;
    this.rounds = rounds;
    this.sealedRounds = sealedRounds;
    this.nextAttempt = nextAttempt;
    this.clock = clock;
  }

  /**
   * The page, or that there is no such collection.
   *
   * @param held why a release is held, and what would do
   */
  HttpResponse<String> show(
      HttpRequest<?> request,
      HttpStatus status,
      String collection,
      FilledForm form,
      Optional<Objections> held) {
    Optional<StoredCollection> found = collections.named(collection);
    if (found.isEmpty()) {
      return html.notFound(request);
    }
    CollectionManifest manifest = found.get().manifest();
    Texts texts = Html.texts(request);
    Optional<SealedRound> round = sealedRounds.find(found.get());
    return html.page(
        request,
        status,
        "coordinator/collection",
        Map.of(
            "state",
            new CollectionState(
                found.get(), ledger.of(manifest.collection()), round.map(SealedRound::state)),
            "reported",
            rounds.delivered(manifest.collection()),
            "sealed",
            manifest.sealed().map(terms -> SealedProgressPage.of(manifest, terms, round, texts)),
            "attempt",
            round.map(
                r ->
                    AttemptChoices.of(
                        r, () -> nextAttempt.objection(found.get()), clock.instant(), texts)),
            "form",
            form,
            "held",
            held,
            "remedies",
            held.stream()
                .flatMap(h -> h.remedies().stream())
                .map(option -> RemedyLine.of(option, manifest, texts))
                .toList()));
  }
}
