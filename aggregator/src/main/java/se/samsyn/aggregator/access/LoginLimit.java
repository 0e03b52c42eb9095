package se.samsyn.aggregator.access;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down guessing: after {@link #FREE_TRIES} failures in a row, a name has to wait, twice as
 * long for each further failure. Known and unknown names are treated alike, so that waiting tells
 * nobody which names exist.
 */
@Singleton
class LoginLimit {
  static final int FREE_TRIES = 5;
  static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

  /** Names are the caller's choice, so what is remembered of them must have an end. */
  private static final int MOST_NAMES = 10_000;

  private final Clock clock;
  private final Map<String, Failures> failures =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > MOST_NAMES;
        }
      };

  LoginLimit(Clock clock) {
    this.clock = clock;
  }

  /**
   * Lets a try begin, or says how long {@code name} must still wait. A try counts as a failure
   * until it {@link #succeeded}, so that many at once are not looked at before the first is
   * counted.
   *
   * @return zero when the try may begin
   */
  synchronized Duration begin(String name) {
    Failures known = failures.get(name);
    Instant now = clock.instant();
    if (known != null && now.isBefore(known.waitUntil())) {
      return Duration.between(now, known.waitUntil());
    }
    int count = known == null ? 1 : known.count() + 1;
    failures.remove(name);
    failures.put(name, new Failures(count, now.plus(waitAfter(count))));
    return Duration.ZERO;
  }

  synchronized void succeeded(String name) {
    failures.remove(name);
  }

  private static Duration waitAfter(int count) {
    if (count < FREE_TRIES) {
      return Duration.ZERO;
    }
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(count - FREE_TRIES, 10));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  private record Failures(int count, Instant waitUntil) {}
}
