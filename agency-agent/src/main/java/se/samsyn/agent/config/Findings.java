package se.samsyn.agent.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Collects all that is wrong in some files that a person wrote, so that it is said at once. */
public final class Findings {
  private final List<String> found = new ArrayList<>();

  /** Something is wrong at a line of a file. */
  public void add(Path file, int line, String what) {
    found.add(file.getFileName() + ", line " + line + ": " + what);
  }

  /** Something is wrong that has no line. */
  public void add(String what) {
    found.add(what);
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** All that was found, in the order of finding. */
  public List<String> all() {
    return List.copyOf(found);
  }

  /**
   * @throws InvalidConfiguration with everything, if anything was found
   */
  public void throwIfAny() throws InvalidConfiguration {
    if (!found.isEmpty()) {
      throw new InvalidConfiguration(found);
    }
  }
}
