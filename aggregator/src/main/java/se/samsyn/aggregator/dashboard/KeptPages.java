package se.samsyn.aggregator.dashboard;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import se.samsyn.aggregator.joint.ClosedCollection;
import se.samsyn.aggregator.joint.JointTables;
import se.samsyn.aggregator.note.Notes;

/**
 * The one place where what readers see is kept once made. It is forgotten when another release is
 * shown or one is taken back; then one request makes the front page anew, not all that come
 * meanwhile.
 */
@Singleton
class KeptPages {
  private final JointTables tables;
  private final CollectionPageMaker maker;
  private final Html html;
  private final Notes notes;
  private final ReentrantLock making = new ReentrantLock();
  private volatile Shelf shelf;

  KeptPages(JointTables tables, CollectionPageMaker maker, Html html, Notes notes) {
    this.tables = tables;
    this.maker = maker;
    this.html = html;
    this.notes = notes;
    this.shelf = new Shelf(List.of(), maker, html);
  }

  /** The pages of what is released now. */
  Shelf now() {
    Shelf known = shelf;
    return known.releases().equals(Releases.of(tables.closed())) ? known : await();
  }

  /**
   * The pages of what is released now; while another request makes them, those of a moment ago,
   * unless something was taken from the readers since.
   */
  Shelf nowOrAMomentAgo() {
    Shelf known = shelf;
    Releases now = Releases.of(tables.closed());
    if (known.releases().equals(now)) {
      return known;
    }
    if (known.newest().isEmpty() || !now.keepsAllOf(known.releases())) {
      return await();
    }
    if (!making.tryLock()) {
      return known;
    }
    try {
      return make();
    } finally {
      making.unlock();
    }
  }

  private Shelf await() {
    making.lock();
    try {
      return make();
    } finally {
      making.unlock();
    }
  }

  /** Only with the lock: others see the new shelf when its front page stands on it. */
  private Shelf make() {
    List<ClosedCollection> shown = tables.closed();
    if (!shelf.releases().equals(Releases.of(shown))) {
      Shelf made = new Shelf(shown, maker, html);
      made.prepare(notes);
      shelf = made;
    }
    return shelf;
  }
}
