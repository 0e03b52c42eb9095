package se.samsyn.aggregator.coordinator;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import se.samsyn.aggregator.collection.Collections;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.dashboard.Html;
import se.samsyn.aggregator.dashboard.Rounds;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.aggregator.release.ReleaseLedger;
import se.samsyn.aggregator.release.check.Objections;
import se.samsyn.aggregator.sealed.SealedProgress;
import se.samsyn.aggregator.sealed.opening.NextAttempt;
import se.samsyn.schemas.message.CollectionManifest;

/** The coordinator's page of one collection, which answers all the forms on it. */
@Singleton
class CollectionPage {
  private final Html html;
  private final Collections collections;
  private final ReleaseLedger ledger;
  private final Rounds rounds;
  private final SealedProgress sealedProgress;
  private final NextAttempt nextAttempt;
  private final Clock clock;

  CollectionPage(
      Html html,
      Collections collections,
      ReleaseLedger ledger,
      Rounds rounds,
      SealedProgress sealedProgress,
      NextAttempt nextAttempt,
      Clock clock) {
    this.html = html;
    this.collections = collections;
    this.ledger = ledger;
    this.rounds = rounds;
    this.sealedProgress = sealedProgress;
    this.nextAttempt = nextAttempt;
    this.clock = clock;
  }

  /** A change that a form asks for. */
  interface Change {
    /** Makes it; what is in the way where it is held instead. */
    Optional<Objections> of(StoredCollection collection) throws ActionRefused;
  }

  /** The page, or that there is no such collection. */
  HttpResponse<String> show(HttpRequest<?> request, String collection) {
    FilledForm nothing = new FilledForm(Map.of(), Html.texts(request));
    return show(request, HttpStatus.OK, collection, nothing, Optional.empty());
  }

  /**
   * Makes the change and goes to the page; shows the form again, with what is wrong, where it is
   * not made.
   *
   * @param at the field where it is said why it is refused
   */
  HttpResponse<?> change(
      HttpRequest<?> request,
      String collection,
      FilledForm form,
      Function<ActionRefused, String> at,
      Change change) {
    Optional<StoredCollection> found = collections.named(collection);
    if (found.isEmpty() || !form.isGood()) {
      return show(request, form.status(), collection, form, Optional.empty());
    }
    Optional<Objections> held = Optional.empty();
    try {
      held = change.of(found.get());
    } catch (ActionRefused refused) {
      form.refuse(at.apply(refused), refused);
    }
    return held.isEmpty() && form.isGood()
        ? HttpResponse.seeOther(URI.create("/coordinator/collections/" + collection))
        : show(request, HttpStatus.CONFLICT, collection, form, held);
  }

  /**
   * @param held why a release is held, and what would do
   */
  private HttpResponse<String> show(
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
    Optional<SealedProgress.Progress> sealed = sealedProgress.of(found.get());
    return html.page(
        request,
        status,
        "coordinator/collection",
        Map.of(
            "state",
            new CollectionState(
                found.get(),
                ledger.of(manifest.collection()),
                sealed.map(s -> s.attempt().state())),
            "reported",
            rounds.delivered(manifest.collection()),
            "sealed",
            sealed.map(s -> SealedProgressPage.of(manifest, s, texts)),
            "attempt",
            sealed.map(
                s ->
                    AttemptChoices.of(
                        s.attempt(),
                        () -> nextAttempt.objection(found.get()),
                        clock.instant(),
                        texts)),
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
