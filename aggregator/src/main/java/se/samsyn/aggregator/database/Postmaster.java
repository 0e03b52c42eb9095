package se.samsyn.aggregator.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A running PostgreSQL server as its own {@code postmaster.pid} names it. A server that was killed
 * leaves its PostgreSQL behind; this is how the next one finds it.
 */
record Postmaster(ProcessHandle process, int port) {
  private static final int PID_LINE = 0;
  private static final int PORT_LINE = 3;

  /** The server that runs on {@code dataDirectory}, if one does. */
  static Optional<Postmaster> on(Path dataDirectory) {
    Path file = dataDirectory.resolve("postmaster.pid");
    try {
      List<String> lines = Files.readAllLines(file);
      if (lines.size() <= PORT_LINE) {
        return Optional.empty();
      }
      int port = Integer.parseInt(lines.get(PORT_LINE).strip());
      return ProcessHandle.of(Long.parseLong(lines.get(PID_LINE).strip()))
          .filter(ProcessHandle::isAlive)
          .map(process -> new Postmaster(process, port));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Asks it to stop, and makes it if it does not within half a minute. */
  void stop() {
    process.destroy();
    try {
      process.onExit().get(30, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      process.destroyForcibly();
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot wait for PostgreSQL to stop", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
