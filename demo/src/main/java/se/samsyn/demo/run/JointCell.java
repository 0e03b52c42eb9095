package se.samsyn.demo.run;

import java.util.List;

/**
 * A cell of a joint table as a reader gets it.
 *
 * @param codes one per dimension, {@code _T} for a total
 * @param state what is known of it
 * @param lower the number, or the lower bound of an interval; 0 where nothing is known
 * @param upper the number, or the upper bound of an interval; 0 where nothing is known
 */
public record JointCell(List<String> codes, String measure, State state, long lower, long upper) {
  /** What is known of a joint cell. */
  public enum State {
    VALUE,
    INTERVAL,
    SUPPRESSED,
    NOT_APPLICABLE,
    NOT_REPORTED
  }

  /**
   * Reads what the CSV file writes: a number, {@code 19–28}, {@code ..}, {@code .} or {@code ...}.
   */
  static JointCell parse(List<String> codes, String measure, String text) {
    return switch (text) {
      case "..." -> new JointCell(codes, measure, State.NOT_REPORTED, 0, 0);
      case ".." -> new JointCell(codes, measure, State.SUPPRESSED, 0, 0);
      case "." -> new JointCell(codes, measure, State.NOT_APPLICABLE, 0, 0);
      default -> {
        String[] bounds = text.split("–", -1);
        State state = bounds.length == 1 ? State.VALUE : State.INTERVAL;
        yield new JointCell(
            codes,
            measure,
            state,
            Long.parseLong(bounds[0]),
            Long.parseLong(bounds[bounds.length - 1]));
      }
    };
  }
}
