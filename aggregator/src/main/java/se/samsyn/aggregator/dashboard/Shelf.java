package se.samsyn.aggregator.dashboard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import se.samsyn.aggregator.dashboard.text.Language;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.joint.ClosedCollection;
import se.samsyn.aggregator.note.Note;
import se.samsyn.aggregator.note.Notes;
import se.samsyn.schemas.message.CollectionId;

/** The pages of all that is released at a time, each made once, when somebody first asks for it. */
final class Shelf {
  static final String FRONT = "part/front";

  private final List<ClosedCollection> shown;
  private final Releases releases;
  private final CollectionPageMaker maker;
  private final Html html;
  private final Map<Place, CollectionPage> pages = new ConcurrentHashMap<>();
  private final Map<Place, Noted> bodies = new ConcurrentHashMap<>();

  /**
   * @param shown all collections that readers see, newest period first
   */
  Shelf(List<ClosedCollection> shown, CollectionPageMaker maker, Html html) {
    this.shown = List.copyOf(shown);
    this.releases = Releases.of(shown);
    this.maker = maker;
    this.html = html;
  }

  List<ClosedCollection> shown() {
    return shown;
  }

  Releases releases() {
    return releases;
  }

  /** The newest collection that answers the five questions. */
  Optional<ClosedCollection> newest() {
    return shown.stream().filter(CollectionPageMaker::answers).findFirst();
  }

  Optional<ClosedCollection> find(String collection) {
    return shown.stream()
        .filter(c -> c.manifest().collection().value().equals(collection))
        .findFirst();
  }

  /** The page of {@code closed}, one of {@link #shown}. */
  CollectionPage page(ClosedCollection closed, Texts texts) {
    return pages.computeIfAbsent(
        place("", closed, texts), place -> maker.make(closed, shown, texts));
  }

  /** The same, as {@code template} writes it, with what has been noted about its figures. */
  KeptBody body(String template, ClosedCollection closed, List<Note> notes, Texts texts) {
    CollectionPage page = page(closed, texts);
    return bodies
        .compute(
            place(template, closed, texts),
            (place, known) ->
                known != null && known.notes().equals(notes)
                    ? known
                    : new Noted(notes, KeptBody.of(html.part(template, texts, page, notes))))
        .body();
  }

  /** Makes the front page in each language, for those who are about to come. */
  void prepare(Notes notes) {
    newest()
        .ifPresent(
            closed -> {
              List<Note> noted = notes.of(CollectionPageMaker.constellation(shown, closed));
              for (Language language : Language.values()) {
                body(FRONT, closed, noted, Texts.in(language));
              }
            });
  }

  private static Place place(String template, ClosedCollection closed, Texts texts) {
    return new Place(template, closed.manifest().collection(), texts.language());
  }

  private record Noted(List<Note> notes, KeptBody body) {}

  private record Place(String template, CollectionId collection, Language language) {}
}
