package se.samsyn.aggregator.reading;

import java.math.BigDecimal;
import java.util.Optional;
import se.samsyn.schemas.table.Cell;

/**
 * What is known of one number on the page: a joint cell, or what follows from joint cells for a
 * mean or a share. Exact as far as the parts are; rounding belongs to whoever writes it.
 */
public sealed interface Reading {
  /** A number, also a true zero. */
  record Exact(BigDecimal value) implements Reading {}

  /** A number known to lie between two bounds, both included. */
  record Between(BigDecimal lower, BigDecimal upper) implements Reading {
    public Between {
      if (lower.compareTo(upper) > 0) {
        throw new IllegalArgumentException("lower must not be above upper");
      }
    }
  }

  /** Hidden. */
  record Suppressed() implements Reading {}

  /** There is no such number. */
  record NotApplicable() implements Reading {}

  /** An agency or a period is missing. */
  record NotReported() implements Reading {}

  Suppressed SUPPRESSED = new Suppressed();
  NotApplicable NOT_APPLICABLE = new NotApplicable();
  NotReported NOT_REPORTED = new NotReported();

  static Reading of(Cell cell) {
    if (cell instanceof Cell.Value v) {
      return new Exact(BigDecimal.valueOf(v.value()));
    }
    if (cell instanceof Cell.Interval i) {
      return new Between(BigDecimal.valueOf(i.lower()), BigDecimal.valueOf(i.upper()));
    }
    if (cell instanceof Cell.Suppressed) {
      return SUPPRESSED;
    }
    return cell instanceof Cell.NotApplicable ? NOT_APPLICABLE : NOT_REPORTED;
  }

  /** One number where both bounds are the same. */
  static Reading between(BigDecimal lower, BigDecimal upper) {
    return lower.compareTo(upper) == 0 ? new Exact(lower) : new Between(lower, upper);
  }

  /** The least that it can be; empty where nothing is known. */
  default Optional<BigDecimal> least() {
    if (this instanceof Exact e) {
      return Optional.of(e.value());
    }
    return this instanceof Between b ? Optional.of(b.lower()) : Optional.empty();
  }

  /** The most that it can be; empty where nothing is known. */
  default Optional<BigDecimal> most() {
    if (this instanceof Exact e) {
      return Optional.of(e.value());
    }
    return this instanceof Between b ? Optional.of(b.upper()) : Optional.empty();
  }

  /** Whether something is known in numbers. */
  default boolean isKnown() {
    return least().isPresent();
  }

  /** The state's word in exports and in the page's markup. */
  default String state() {
    if (this instanceof Exact) {
      return "value";
    }
    if (this instanceof Between) {
      return "interval";
    }
    if (this instanceof Suppressed) {
      return "suppressed";
    }
    return this instanceof NotApplicable ? "not-applicable" : "not-reported";
  }
}
