package se.samsyn.aggregator.coordinator;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import se.samsyn.aggregator.access.FormToken;
import se.samsyn.aggregator.agency.Agencies;
import se.samsyn.aggregator.collection.Collections;
import se.samsyn.aggregator.dashboard.Html;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.definition.Definitions;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.aggregator.sealed.opening.RoleCandidates;
import se.samsyn.aggregator.sealed.opening.SealedOpening;
import se.samsyn.aggregator.sealed.opening.SealedRequest;
import se.samsyn.schemas.catalogue.Catalogue;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.message.AuthorityId;
import se.samsyn.schemas.message.CollectionManifest;
import se.samsyn.schemas.message.RoleKey;
import se.samsyn.schemas.message.SealedTerms;

/** Opens a sealed collection: choose a definition, fill in, look at what it will be, open it. */
@Controller("/coordinator/new-sealed-collection")
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
class NewSealedCollectionController {
  private final Html html;
  private final Collections collections;
  private final SealedOpening opening;
  private final RoleCandidates candidates;
  private final Agencies agencies;
  private final Definitions definitions;
  private final FormToken formToken;
  private final Clock clock;

  NewSealedCollectionController(
      Html html,
      Collections collections,
      SealedOpening opening,
      RoleCandidates candidates,
      Agencies agencies,
      Definitions definitions,
      FormToken formToken,
      Clock clock) {
    this.html = html;
    this.collections = collections;
    this.opening = opening;
    this.candidates = candidates;
    this.agencies = agencies;
    this.definitions = definitions;
    this.formToken = formToken;
    this.clock = clock;
  }

  @Get
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> form(
      HttpRequest<?> request, @QueryValue(defaultValue = "") String definition) {
    Catalogue catalogue = definitions.catalogue();
    if (definition.isEmpty()) {
      return html.page(
          request, "coordinator/sealed-definitions", Map.of("definitions", catalogue.newest()));
    }
    return choices(catalogue, definition)
        .map(
            c ->
                page(
                    request,
                    HttpStatus.OK,
                    c,
                    new FilledForm(c.suggested(clock.instant()), Html.texts(request)),
                    Optional.empty(),
                    ""))
        .orElseGet(() -> html.notFound(request));
  }

  /** Shows what the form gives, or opens what was shown. */
  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> open(
      HttpRequest<?> request, Authentication who, @Body Map<String, String> fields) {
    FilledForm form = FilledForm.sent(request, fields, formToken, "id");
    Catalogue catalogue = definitions.catalogue();
    Optional<SealedCollectionForm> found = choices(catalogue, form.value("definition"));
    if (found.isEmpty()) {
      return html.notFound(request);
    }
    SealedCollectionForm choices = found.get();
    Optional<SealedRequest> read = choices.read(form, clock.instant());
    if (read.filter(r -> collections.newest(r.plan().id()).isPresent()).isPresent()) {
      form.refuse("id", "coordinator.collect.id.taken");
    }
    if (read.isEmpty() || !form.isGood()) {
      return page(request, form.status(), choices, form, Optional.empty(), "");
    }
    Texts texts = Html.texts(request);
    SealedRequest wanted = read.get();
    Optional<Definition> sealed = Optional.empty();
    Optional<CollectionManifest> draft = Optional.empty();
    try {
      sealed = Optional.of(SealedOpening.form(wanted, catalogue));
      draft = Optional.of(opening.draft(wanted, catalogue));
      if (form.ticked("make") && isConfirmed(form, draft.get())) {
        opening.open(wanted, catalogue, who.getName());
        return HttpResponse.seeOther(URI.create("/coordinator/collections/" + wanted.plan().id()));
      }
    } catch (ActionRefused refused) {
      SealedProblems.say(form, refused, texts);
    }
    Optional<CollectionManifest> shown = draft;
    return page(
        request,
        form.isGood() ? HttpStatus.OK : HttpStatus.CONFLICT,
        choices,
        form,
        sealed.map(s -> SealedPreview.of(choices.definition(), s, wanted.units(), shown, texts)),
        draft.map(NewSealedCollectionController::seen).orElse(""));
  }

  /** Only what was looked at is opened: roles may have changed since, or somebody has typed. */
  private static boolean isConfirmed(FilledForm form, CollectionManifest draft) {
    if (!form.value("seen").equals(seen(draft))) {
      form.refuse("confirm", "coordinator.seal.changed");
    } else if (!form.ticked("confirm")) {
      form.refuse("confirm", "coordinator.collect.unconfirmed");
    }
    return form.isGood();
  }

  /** Stands for all that a draft says and the preview shows, but for the time of day. */
  private static String seen(CollectionManifest draft) {
    SealedTerms terms = draft.sealed().orElseThrow();
    String said =
        String.join(
            "\n",
            draft.collection().value(),
            draft.constellation().toString(),
            draft.period().toString(),
            draft.deadline().toString(),
            draft.definitions().get(0).ref().toString(),
            terms.k() + " " + terms.t(),
            terms.coverage().toString(),
            terms.roles().stream().map(RoleKey::agency).toList().toString(),
            terms.aggregator().value());
    return Sha256.of(said.getBytes(StandardCharsets.UTF_8)).hex();
  }

  private Optional<SealedCollectionForm> choices(Catalogue catalogue, String definition) {
    Optional<AuthorityId> aggregator = opening.aggregator();
    return catalogue.newest().stream()
        .filter(d -> d.id().value().equals(definition))
        .findFirst()
        .map(
            d ->
                new SealedCollectionForm(
                    d,
                    SealedOpening.units(d, catalogue),
                    agencies.all().stream().filter(Agencies.Known::enrolled).toList(),
                    candidates.all(aggregator),
                    aggregator));
  }

  private HttpResponse<String> page(
      HttpRequest<?> request,
      HttpStatus status,
      SealedCollectionForm choices,
      FilledForm form,
      Optional<SealedPreview> preview,
      String seen) {
    return html.page(
        request,
        status,
        "coordinator/new-sealed-collection",
        Map.of("form", form, "choices", choices, "preview", preview, "seen", seen));
  }
}
