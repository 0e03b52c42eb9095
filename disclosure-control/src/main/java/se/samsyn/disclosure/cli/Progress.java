package se.samsyn.disclosure.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;

/** Tells whoever waits at a terminal which step is going on; says nothing to a file or a pipe. */
final class Progress implements AutoCloseable {
  private static final long TICK_MILLIS = 1000;

  private final PrintWriter err;
  private final Thread ticker;
  private volatile String step = "";

  private Progress(PrintWriter err, boolean terminal) {
    this.err = err;
    this.ticker = new Thread(this::tick, "progress");
    ticker.setDaemon(true);
    if (terminal) {
      ticker.start();
    }
  }

  static Progress on(PrintWriter err) {
    return new Progress(err, Ansi.AUTO.enabled());
  }

  void step(String next) {
    step = next;
  }

  private void tick() {
    long start = System.nanoTime();
    try {
      while (true) {
        Thread.sleep(TICK_MILLIS);
        err.printf("\r%s %d s ", step, (System.nanoTime() - start) / 1_000_000_000);
        err.flush();
      }
    } catch (InterruptedException e) {
      err.print("\r                                        \r");
      err.flush();
    }
  }

  @Override
  public void close() {
    ticker.interrupt();
    try {
      ticker.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
