package se.samsyn.demo.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
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
  private final Set<Process> running = ConcurrentHashMap.newKeySet();

  /**
   * @param home the checkout with its modules built
   * @param logs the folder of the log files, one per name
   */
  Processes(Path home, Path logs) throws IOException {
    this.home = home;
    this.logs = Files.createDirectories(logs);
  }

  /**
   * Runs a program to its end.
   *
   * @param name whose log its standard error goes to
   * @return what it printed on standard output
   * @throws ProgramFailed when its status is not 0
   */
  String run(Program program, String name, Path folder, List<String> arguments)
      throws IOException, InterruptedException, ProgramFailed {
    Path errors = logs.resolve(name + ".err.log");
    Process process =
        new ProcessBuilder(program.command(home, arguments))
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
            .start();
    running.add(process);
    try {
      process.getOutputStream().close();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      Files.writeString(
          logs.resolve(name + ".out.log"),
          "$ " + shown(program, arguments) + "\n" + printed,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      if (status != 0) {
        throw new ProgramFailed(
            "%s ended with status %d; see %s%n%s%s"
                .formatted(
                    shown(program, arguments), status, errors, printed, Files.readString(errors)));
      }
      return printed;
    } finally {
      running.remove(process);
    }
  }

  /** Starts a program that stays; its output goes to the log of {@code name}. */
  Process start(Program program, String name, Path folder, List<String> arguments)
      throws IOException {
    Process process =
        new ProcessBuilder(program.command(home, arguments))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(logs.resolve(name + ".log").toFile()))
            .start();
    running.add(process);
    return process;
  }

  /**
   * Starts a program that is written to and read from; its errors go to the log of {@code name}.
   */
  Process converse(Program program, String name, Path folder) throws IOException {
    Process process =
        new ProcessBuilder(program.command(home, List.of()))
            .directory(folder.toFile())
            .redirectError(
                ProcessBuilder.Redirect.appendTo(logs.resolve(name + ".err.log").toFile()))
            .start();
    running.add(process);
    return process;
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

  private static String shown(Program program, List<String> arguments) {
    return "samsyn " + program.name().toLowerCase(Locale.ROOT) + " " + String.join(" ", arguments);
  }
}
