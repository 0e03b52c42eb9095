package se.samsyn.disclosure.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs work on several processors and waits for all of it. */
public final class SideBySide {
  private SideBySide() {}

  /**
   * @param threads how many processors at most
   * @return the results in the order of the work
   * @throws RuntimeException what the first piece of work to fail threw
   */
  public static <T> List<T> run(List<? extends Callable<T>> work, int threads) {
    ExecutorService pool =
        Executors.newFixedThreadPool(Math.max(1, Math.min(work.size(), threads)));
    try {
      // Returns when all are done, failed or not: a solver must not be closed while it is used.
      List<T> results = new ArrayList<>();
      for (Future<T> one : pool.invokeAll(work)) {
        results.add(one.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      pool.shutdown();
    }
  }
}
