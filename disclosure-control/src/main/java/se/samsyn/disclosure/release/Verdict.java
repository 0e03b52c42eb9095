package se.samsyn.disclosure.release;

import java.util.List;
import java.util.Set;

/** Whether a release may be made beside all that was released before. */
public sealed interface Verdict {
  /** It may. */
  record Safe(CheckReport report) implements Verdict {}

  /**
   * It would give something away.
   *
   * @param findings not empty
   * @param remedies the one that shows most comes first
   */
  record Unsafe(CheckReport report, List<Finding> findings, List<Remedy> remedies)
      implements Verdict {
    public Unsafe {
      findings = List.copyOf(findings);
      remedies = List.copyOf(remedies);
    }
  }

  /**
   * Its figures and earlier ones cannot all be true of the same records: a revision that was not
   * told as one, or concepts that are not the same. Nothing can be said of its safety.
   *
   * @param releases that cannot be true together
   */
  record Contradictory(Set<String> releases) implements Verdict {
    public Contradictory {
      releases = Set.copyOf(releases);
    }
  }
}
