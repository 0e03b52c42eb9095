package se.samsyn.disclosure.cube;

import java.util.List;
import java.util.Optional;
import se.samsyn.disclosure.rule.Requirement;

/**
 * A cell that is hidden because of what was shown before, whatever stands in it.
 *
 * @param cell of the cube
 * @param slack per layer how far above and below its value the attacker must be left; 0 asks that
 *     it is not known exactly, empty asks nothing
 */
public record KeptBack(int cell, List<Optional<Long>> slack) {
  public KeptBack {
    slack = List.copyOf(slack);
    if (slack.stream().allMatch(Optional::isEmpty)) {
      throw new IllegalArgumentException("cell " + cell + ": a slack in one layer is needed");
    }
  }

  static Requirement requirement(long value, long slack) {
    return slack == 0
        ? Requirement.notExact(value)
        : new Requirement(Math.max(0, value - slack), Math.addExact(value, slack), 2);
  }
}
