package se.samsyn.demo.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The processes that the demo has started. What they print goes to log files; closing this stops
 * all that still run, and what they started (an embedded database).
 */
final class Processes implements AutoCloseable {
  private static final long SECONDS_TO_STOP = 15;

  private final Path home;
  private final Path logs;
  private final Path temporary;
  private final Set<Process> running = ConcurrentHashMap.newKeySet();

  /**
   * @param home the checkout with its modules built
   * @param folder gets the log files, one per name, and all that programs write as temporary
   */
  Processes(Path home, Path folder) throws IOException {
    this.home = home;
    this.logs = Files.createDirectories(folder.resolve("logs"));
    this.temporary = Files.createDirectories(folder.resolve("tmp"));
  }

  /** Starts a program that stays; its output goes to the log of {@code name}. */
  Process start(Program program, String name, Path folder, List<String> arguments)
      throws IOException {
    Process process =
        builder(program, folder, arguments)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(logs.resolve(name + ".log").toFile()))
            .start();
    running.add(process);
    return process;
  }

  /**
   * Starts a desk for {@code program}'s commands; what they print goes to the logs of {@code name}.
   */
  Conversation converse(Program program, String name, Path folder) throws IOException {
    Process process =
        builder(Program.DESK, folder, List.of(program.name()))
            .redirectError(
                ProcessBuilder.Redirect.appendTo(logs.resolve(name + ".err.log").toFile()))
            .start();
    running.add(process);
    return new Conversation(process, program, logs.resolve(name + ".out.log"));
  }

  private ProcessBuilder builder(Program program, Path folder, List<String> arguments) {
    ProcessBuilder builder =
        new ProcessBuilder(program.command(home, temporary, arguments)).directory(folder.toFile());
    builder.environment().put("TMPDIR", temporary.toString());
    return builder;
  }

  /** Stops what runs; may be called again, and from a shutdown hook. */
  @Override
  public synchronized void close() {
    running.forEach(Process::destroy);
    for (Process process : running) {
      try {
        if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
          process.descendants().forEach(ProcessHandle::destroyForcibly);
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
      running.remove(process);
    }
  }
}
