package se.samsyn.disclosure.release;

/** What readers see of a figure. */
public sealed interface Shown {
  Shown HIDDEN = new Hidden();

  /** The number itself; a true zero too. */
  record Exact(long value) implements Shown {
    public Exact {
      if (value < 0) {
        throw new IllegalArgumentException("figures are not negative");
      }
    }
  }

  /** Two bounds, both included. */
  record Between(long lower, long upper) implements Shown {
    public Between {
      if (lower < 0 || lower > upper) {
        throw new IllegalArgumentException("bounds must be in order and not negative");
      }
    }
  }

  /** Nothing. That the figure is hidden is known. */
  record Hidden() implements Shown {}

  static Shown exact(long value) {
    return new Exact(value);
  }

  static Shown between(long lower, long upper) {
    return lower == upper ? new Exact(lower) : new Between(lower, upper);
  }

  /** How much of a figure is left: whole, half for bounds, or nothing. */
  default double worth() {
    return this instanceof Exact ? 1 : this instanceof Between ? 0.5 : 0;
  }
}
