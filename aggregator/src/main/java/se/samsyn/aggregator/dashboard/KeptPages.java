package se.samsyn.aggregator.dashboard;

import gg.jte.Content;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import se.samsyn.aggregator.dashboard.text.Language;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.joint.ClosedCollection;
import se.samsyn.schemas.message.CollectionId;

/**
 * The one place where what readers see is kept once made. A page of releases changes only when
 * another release is shown or one is taken back; then all is forgotten.
 */
@Singleton
class KeptPages {
  private final CollectionPageMaker maker;
  private final Html html;
  private volatile Kept kept = new Kept(new Releases(List.of()), Map.of(), Map.of());

  KeptPages(CollectionPageMaker maker, Html html) {
    this.maker = maker;
    this.html = html;
  }

  /** The page of {@code closed}, one of {@code shown}, which are all that readers see now. */
  CollectionPage page(List<ClosedCollection> shown, ClosedCollection closed, Texts texts) {
    return at(shown)
        .pages()
        .computeIfAbsent(
            new Place("", closed.manifest().collection(), texts.language()),
            place -> maker.make(closed, texts));
  }

  /** The same, as {@code template} writes it. */
  Content body(
      String template, List<ClosedCollection> shown, ClosedCollection closed, Texts texts) {
    Kept now = at(shown);
    Place place = new Place(template, closed.manifest().collection(), texts.language());
    String known = now.bodies().get(place);
    if (known == null) {
      CollectionPage page = page(shown, closed, texts);
      known = now.bodies().computeIfAbsent(place, p -> html.part(template, texts, page));
    }
    String body = known;
    return output -> output.writeContent(body);
  }

  private Kept at(List<ClosedCollection> shown) {
    Releases releases = Releases.of(shown);
    Kept now = kept;
    if (!now.releases().equals(releases)) {
      now = new Kept(releases, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
      kept = now;
    }
    return now;
  }

  private record Place(String template, CollectionId collection, Language language) {}

  private record Kept(
      Releases releases, Map<Place, CollectionPage> pages, Map<Place, String> bodies) {}
}
