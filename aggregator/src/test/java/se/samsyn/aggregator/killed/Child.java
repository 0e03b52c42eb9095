package se.samsyn.aggregator.killed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import se.samsyn.aggregator.Main;
import se.samsyn.aggregator.Step;

/** An aggregator command in a process of its own, that can be killed at a step. */
public final class Child implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 120;

  private final Process process;
  private final Path output;
  private final Path marker;

  private Child(Process process, Path output, Path marker) {
    this.process = process;
    this.output = output;
    this.marker = marker;
  }

  /** Starts {@code samsyn aggregator arguments}; it will stop at {@code step}, unless null. */
  public static Child start(Path folder, Step step, String... arguments) throws IOException {
    Path output = Files.createTempFile(folder, "child", ".log");
    Path marker = folder.resolve("reached-" + step);
    Files.deleteIfExists(marker);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path")));
    if (step != null) {
      command.add("-D" + StopAtStep.STEP + "=" + step);
      command.add("-D" + StopAtStep.MARKER + "=" + marker);
    }
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("SAMSYN_DATABASE_URL");
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    return new Child(builder.start(), output, marker);
  }

  /** Waits for the step, and kills. */
  void killAtStep() throws Exception {
    await(() -> Files.exists(marker), "reach " + marker.getFileName());
    // SIGKILL: no shutdown hook, no finally.
    process.destroyForcibly();
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  /** Waits until it has printed {@code text}. */
  void awaitOutput(String text) throws Exception {
    await(() -> printed().contains(text), "print " + text);
  }

  /** Waits for its end. */
  public int status() throws Exception {
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as(printed()).isTrue();
    return process.exitValue();
  }

  public String printed() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void await(BooleanSupplier condition, String what) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.getAsBoolean()) {
      assertThat(process.isAlive() && System.nanoTime() < deadline)
          .as("the process should %s; it printed:%n%s", what, printed())
          .isTrue();
      Thread.sleep(20);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
