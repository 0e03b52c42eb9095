package se.samsyn.aggregator.killed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import se.samsyn.aggregator.Step;
import se.samsyn.aggregator.Steps;

/**
 * Stops the process at the step that the system property names, says so in a file, and waits to be
 * killed. Without the property it does nothing.
 */
public final class StopAtStep implements Steps {
  static final String STEP = "samsyn.test.stop-at";
  static final String MARKER = "samsyn.test.marker";

  @Override
  public void reached(Step step) {
    if (step.name().equals(System.getProperty(STEP))) {
      try {
        Files.writeString(Path.of(System.getProperty(MARKER)), step.name());
        Thread.sleep(Long.MAX_VALUE);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
