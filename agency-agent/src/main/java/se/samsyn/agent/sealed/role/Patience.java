package se.samsyn.agent.sealed.role;

import java.time.Duration;
import se.samsyn.schemas.sealed.Address;

/** How long a role waits for what is not there yet. */
@FunctionalInterface
public interface Patience {
  /**
   * Waits before the next look.
   *
   * @param looks how often it was looked for in vain
   * @throws Waiting when it is not waited for any longer
   */
  void pause(Address address, int looks) throws Waiting;

  /** For ever, with pauses that grow from a twentieth of a second to {@code longest}. */
  static Patience forEver(Duration longest) {
    return (address, looks) -> {
      double pause = 50 * Math.pow(1.4, Math.min(looks - 1, 40));
      sleep(address, (long) Math.min(longest.toMillis(), pause));
    };
  }

  /** A few short looks, then no more: what can be done now is done. */
  static Patience whatIsThere() {
    return (address, looks) -> {
      if (looks >= 3) {
        throw new Waiting(address);
      }
      sleep(address, 100);
    };
  }

  private static void sleep(Address address, long millis) throws Waiting {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Waiting(address);
    }
  }
}
