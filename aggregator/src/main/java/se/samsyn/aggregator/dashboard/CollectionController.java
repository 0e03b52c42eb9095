package se.samsyn.aggregator.dashboard;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samsyn.aggregator.dashboard.Rounds.OpenRound;
import se.samsyn.aggregator.dashboard.text.DateText;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.joint.ClosedCollection;
import se.samsyn.aggregator.joint.JointTables;
import se.samsyn.aggregator.note.Note;
import se.samsyn.aggregator.note.Notes;

/**
 * The list of collections, and a collection's page: its figures if it is closed, else its state.
 */
@Controller
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
class CollectionController {
  /** More are on the page of notes. */
  private static final int MOST_NOTES = 4;

  private final Html html;
  private final JointTables tables;
  private final Rounds rounds;
  private final CollectionPageMaker pages;
  private final KeptPages kept;
  private final Notes notes;

  CollectionController(
      Html html,
      JointTables tables,
      Rounds rounds,
      CollectionPageMaker pages,
      KeptPages kept,
      Notes notes) {
    this.html = html;
    this.tables = tables;
    this.rounds = rounds;
    this.pages = pages;
    this.kept = kept;
    this.notes = notes;
  }

  /** The front page: always the newest period of which the five questions are answered. */
  @Get("/")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> front(HttpRequest<?> request) {
    Texts texts = Html.texts(request);
    Shelf shelf = kept.nowOrAMomentAgo();
    Optional<ClosedCollection> newest = shelf.newest();
    if (newest.isEmpty()) {
      return index(request);
    }
    CollectionPage page = shelf.page(newest.get(), texts);
    List<Note> noted = noted(shelf, newest.get());
    return html.page(
        request,
        "front",
        shelf.body(Shelf.FRONT, newest.get(), noted, texts),
        Map.of(
            "page",
            page,
            "notes",
            noted.stream().limit(MOST_NOTES).map(n -> NoteLine.of(n, page, texts)).toList()));
  }

  private List<Note> noted(Shelf shelf, ClosedCollection closed) {
    return notes.of(CollectionPageMaker.constellation(shelf.shown(), closed));
  }

  @Get("/collections")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> index(HttpRequest<?> request) {
    Texts texts = Html.texts(request);
    return html.page(
        request,
        "index",
        Map.of(
            "closed",
            tables.closed().stream().map(c -> pages.line(c, texts)).toList(),
            "open",
            rounds.open()));
  }

  @Get("/collections/{collection}")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> collection(HttpRequest<?> request, @PathVariable String collection) {
    Texts texts = Html.texts(request);
    Shelf shelf = kept.now();
    Optional<ClosedCollection> found = shelf.find(collection);
    if (found.isPresent()) {
      return html.page(
          request,
          "collection",
          shelf.body("part/collection", found.get(), noted(shelf, found.get()), texts),
          Map.of("page", shelf.page(found.get(), texts)));
    }
    Optional<OpenRound> open = rounds.open(collection);
    return open.map(
            round ->
                html.page(
                    request,
                    "open",
                    Map.of("round", round, "deadline", DateText.of(round.deadline(), texts))))
        .orElseGet(() -> html.notFound(request));
  }
}
