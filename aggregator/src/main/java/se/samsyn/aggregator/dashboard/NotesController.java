package se.samsyn.aggregator.dashboard;

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
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import se.samsyn.aggregator.access.FormToken;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.joint.ClosedCollection;
import se.samsyn.aggregator.note.Note;
import se.samsyn.aggregator.note.Notes;
import se.samsyn.aggregator.note.Step;

/** The steering group's notes on the figures of a collection, and the form for one more. */
@Controller("/collections/{collection}/notes")
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
class NotesController {
  private final Html html;
  private final KeptPages pages;
  private final Notes notes;
  private final FormToken formToken;
  private final Clock clock;

  NotesController(Html html, KeptPages pages, Notes notes, FormToken formToken, Clock clock) {
    this.html = html;
    this.pages = pages;
    this.notes = notes;
    this.formToken = formToken;
    this.clock = clock;
  }

  @Get
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> list(HttpRequest<?> request, @PathVariable String collection) {
    return page(
        request,
        HttpStatus.OK,
        collection,
        Optional.empty(),
        request.getParameters().getFirst("about").orElse(""),
        "");
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> add(
      HttpRequest<?> request,
      @PathVariable String collection,
      @Body Map<String, String> fields,
      Authentication who) {
    String text = fields.getOrDefault("text", "").strip();
    String about = fields.getOrDefault("about", "");
    if (!formToken.isValid(request, fields)) {
      return page(
          request, HttpStatus.FORBIDDEN, collection, Optional.of("login.stale"), about, text);
    }
    Shelf shelf = pages.now();
    Optional<ClosedCollection> closed = shelf.find(collection);
    Optional<Step> step = Step.of(fields.getOrDefault("step", ""));
    if (closed.isPresent()
        && (text.isEmpty()
            || text.length() > Note.MAX_TEXT
            || step.isEmpty()
            || !shelf.page(closed.get(), Html.texts(request)).subjects().containsKey(about))) {
      return page(
          request, HttpStatus.BAD_REQUEST, collection, Optional.of("note.problem"), about, text);
    }
    if (closed.isEmpty()) {
      return page(request, HttpStatus.NOT_FOUND, collection, Optional.empty(), about, text);
    }
    notes.add(
        new Note(
            closed.get().manifest().collection(),
            closed.get().release().name(),
            about,
            step.orElseThrow(),
            text,
            who.getName(),
            clock.instant()));
    return HttpResponse.seeOther(URI.create("/collections/" + collection + "/notes"));
  }

  private HttpResponse<String> page(
      HttpRequest<?> request,
      HttpStatus status,
      String collection,
      Optional<String> problem,
      String about,
      String text) {
    Texts texts = Html.texts(request);
    Shelf shelf = pages.now();
    Optional<ClosedCollection> closed = shelf.find(collection);
    if (closed.isEmpty()) {
      return html.notFound(request);
    }
    CollectionPage page = shelf.page(closed.get(), texts);
    return html.page(
        request,
        status,
        "notes",
        Map.of(
            "page",
            page,
            "notes",
            notes.of(CollectionPageMaker.constellation(shelf.shown(), closed.get())).stream()
                .map(n -> NoteLine.of(n, page, texts))
                .toList(),
            "problem",
            problem.map(texts::of),
            "about",
            about,
            "text",
            text));
  }
}
