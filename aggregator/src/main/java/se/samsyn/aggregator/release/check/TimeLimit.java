package se.samsyn.aggregator.release.check;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import se.samsyn.disclosure.release.CheckStopped;

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
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread thread = new Thread(task, "release-check");
    thread.setDaemon(true);
    thread.start();
    try {
      return Optional.of(task.get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CheckStopped) {
        return Optional.empty();
      }
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("the release check failed", e.getCause());
    } finally {
      task.cancel(true);
    }
  }
}
