package se.samsyn.agent.utility;

/**
 * What a reader sees of one cell.
 *
 * @param group how many of these cells the smallest group shown around it has
 * @param deviation of what is shown from what is true, where it was altered
 * @param revealed the true count is 1-4, and it is shown or follows by subtraction
 */
record Seen(Kind kind, int group, double deviation, boolean revealed) {
  enum Kind {
    ALONE,
    GROUP,
    INTERVAL,
    ALTERED,
    NOTHING
  }

  private static final int K = 5;

  static Seen alone(long count) {
    return new Seen(Kind.ALONE, 1, 0, isSmall(count));
  }

  static Seen inGroup(int group) {
    return new Seen(Kind.GROUP, group, 0, false);
  }

  static Seen interval() {
    return new Seen(Kind.INTERVAL, 0, 0, false);
  }

  static Seen altered(double deviation) {
    return new Seen(Kind.ALTERED, 0, deviation, false);
  }

  static Seen nothing() {
    return new Seen(Kind.NOTHING, 0, 0, false);
  }

  /** Not shown, but whoever subtracts knows it. */
  static Seen followsBySubtraction(long count) {
    return new Seen(Kind.NOTHING, 0, 0, isSmall(count));
  }

  private static boolean isSmall(long count) {
    return count > 0 && count < K;
  }
}
