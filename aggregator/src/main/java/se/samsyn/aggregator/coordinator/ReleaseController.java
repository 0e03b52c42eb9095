package se.samsyn.aggregator.coordinator;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import se.samsyn.aggregator.access.FormToken;
import se.samsyn.aggregator.collection.Collections;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.dashboard.Html;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.aggregator.release.ReleaseLedger;
import se.samsyn.aggregator.release.ReleaseStatus;
import se.samsyn.aggregator.release.check.Objections;
import se.samsyn.aggregator.release.check.Releasing;

/** A collection for its coordinator: release it, see why it is held and what would do, withdraw. */
@Controller("/coordinator/collections/{collection}")
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
class ReleaseController {
  private final Html html;
  private final Collections collections;
  private final ReleaseLedger ledger;
  private final Releasing releasing;
  private final FormToken formToken;

  ReleaseController(
      Html html,
      Collections collections,
      ReleaseLedger ledger,
      Releasing releasing,
      FormToken formToken) {
    this.html = html;
    this.collections = collections;
    this.ledger = ledger;
    this.releasing = releasing;
    this.formToken = formToken;
  }

  @Get
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> show(HttpRequest<?> request, @PathVariable String collection) {
    return page(request, HttpStatus.OK, collection, Optional.empty(), Optional.empty(), "");
  }

  @Post("/release")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> release(
      HttpRequest<?> request,
      Authentication who,
      @PathVariable String collection,
      @Body Map<String, String> fields) {
    String note = fields.getOrDefault("note", "");
    return changed(
        request,
        collection,
        fields,
        note,
        found ->
            releasing.make(
                found.manifest().collection(),
                fields.containsKey("final") ? ReleaseStatus.FINAL : ReleaseStatus.PROVISIONAL,
                note,
                Optional.ofNullable(fields.get("remedy")).filter(r -> !r.isBlank()),
                who.getName()));
  }

  @Post("/withdraw")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> withdraw(
      HttpRequest<?> request,
      Authentication who,
      @PathVariable String collection,
      @Body Map<String, String> fields) {
    return changed(
        request,
        collection,
        fields,
        "",
        found ->
            new Releasing.Outcome.Made(
                releasing.withdraw(
                    found.manifest().collection(),
                    fields.getOrDefault("reason", ""),
                    who.getName())));
  }

  private interface Change {
    Releasing.Outcome of(StoredCollection collection) throws ActionRefused;
  }

  private HttpResponse<?> changed(
      HttpRequest<?> request,
      String collection,
      Map<String, String> fields,
      String note,
      Change change) {
    if (!formToken.isValid(request, fields.getOrDefault(FormToken.FIELD, ""))) {
      return page(
          request,
          HttpStatus.FORBIDDEN,
          collection,
          Optional.of("login.stale"),
          Optional.empty(),
          note);
    }
    Optional<StoredCollection> found = find(collection);
    if (found.isEmpty()) {
      return page(
          request, HttpStatus.NOT_FOUND, collection, Optional.empty(), Optional.empty(), note);
    }
    try {
      Releasing.Outcome outcome = change.of(found.get());
      if (outcome instanceof Releasing.Outcome.Held held) {
        return page(
            request,
            HttpStatus.CONFLICT,
            collection,
            Optional.empty(),
            Optional.of(held.objections()),
            note);
      }
    } catch (ActionRefused refused) {
      return page(
          request,
          HttpStatus.CONFLICT,
          collection,
          Optional.of("coordinator.refused." + refused.why().word()),
          Optional.empty(),
          note);
    }
    return HttpResponse.seeOther(URI.create("/coordinator/collections/" + collection));
  }

  private Optional<StoredCollection> find(String collection) {
    return collections.all().stream()
        .filter(c -> c.manifest().collection().value().equals(collection))
        .reduce((older, newer) -> newer);
  }

  private HttpResponse<String> page(
      HttpRequest<?> request,
      HttpStatus status,
      String collection,
      Optional<String> problem,
      Optional<Objections> held,
      String note) {
    var texts = Html.texts(request);
    Optional<StoredCollection> found = find(collection);
    if (found.isEmpty()) {
      return html.page(
          request,
          HttpStatus.NOT_FOUND,
          "message",
          Map.of("title", texts.of("error.404"), "text", texts.of("error.404.text")));
    }
    Map<String, Object> content = new HashMap<>();
    content.put(
        "state", new CollectionState(found.get(), ledger.of(found.get().manifest().collection())));
    content.put(
        "problem", problem.map(key -> texts.of(texts.has(key) ? key : "coordinator.refused")));
    content.put("held", held);
    content.put("note", note);
    return html.page(request, status, "coordinator/collection", content);
  }
}
