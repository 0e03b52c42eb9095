package se.samsyn.aggregator.release.check;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import se.samsyn.comparison.CheckLimit;

/**
 * How long a release check may take: who asked for the release waits for it. The check is
 * interrupted when its time is over, and stops soon after.
 */
@Singleton
class TimeLimit {
  private final Duration limit;

  /**
   * @param limit from the setting {@code samsyn.release.check-limit}
   */
  TimeLimit(@Value("${samsyn.release.check-limit:2m}") Duration limit) {
    this.limit = limit;
  }

  /**
   * @return empty when it did not end in time
   */
  <T> Optional<T> within(Supplier<T> work) {
    return CheckLimit.within(limit, work);
  }
}
