package se.samsyn.agent.sealed.contribute;

import java.io.ByteArrayOutputStream;
import se.samsyn.agent.NotDone;
import se.samsyn.agent.sealed.Contributor;
import se.samsyn.schemas.sealed.Routes;

/** Chunks on their way in bundles of {@link Routes#BUNDLE}; one bundle in memory. */
final class Bundles implements Contributor.Sink<NotDone> {
  private final Contributor.Sink<NotDone> whole;
  private final ByteArrayOutputStream open = new ByteArrayOutputStream();
  private int chunks;
  private int number;

  /**
   * @param whole takes each bundle with its number
   */
  Bundles(Contributor.Sink<NotDone> whole) {
    this.whole = whole;
  }

  @Override
  public void take(int chunk, byte[] bytes) throws NotDone {
    open.writeBytes(bytes);
    chunks++;
    if (chunks == Routes.BUNDLE) {
      end();
    }
  }

  /** Sends what is left. */
  void end() throws NotDone {
    if (chunks > 0) {
      whole.take(number, open.toByteArray());
      number++;
      chunks = 0;
      open.reset();
    }
  }
}
