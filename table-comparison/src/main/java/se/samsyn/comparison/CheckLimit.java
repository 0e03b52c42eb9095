package se.samsyn.comparison;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import se.samsyn.disclosure.release.CheckStopped;

/** How long a check may take: somebody waits for it. */
public final class CheckLimit {
  private CheckLimit() {}

  /**
   * Does a check, which is interrupted when its time is over, and stops soon after.
   *
   * @return empty when it did not end in time
   */
  public static <T> Optional<T> within(Duration limit, Supplier<T> work) {
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
