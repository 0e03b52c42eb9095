package se.samsyn.disclosure.release;

import java.util.BitSet;
import java.util.Optional;
import se.samsyn.disclosure.release.Concept.Kind;
import se.samsyn.disclosure.release.Unknown.Role;
import se.samsyn.disclosure.rule.MinimumFrequency;
import se.samsyn.disclosure.table.TableSpace;

/** What an attacker must be left with for each number of a union. */
final class Criterion {
  private final Union union;
  private final MinimumFrequency rule;
  private final BitSet hidden = new BitSet();

  Criterion(Union union, MinimumFrequency rule) {
    this.union = union;
    this.rule = rule;
    union.statements().stream()
        .filter(statement -> !statement.isExact())
        .forEach(statement -> hidden.set(statement.number()));
  }

  /** Whether anything is asked for a number. */
  boolean asks(int number) {
    Unknown unknown = union.unknowns().get(number);
    return switch (unknown.role()) {
      case SLACK -> false;
      case REST, CHANGE -> unknown.concept().kind() == Kind.PERSONS;
      case GROUP -> unknown.concept().kind() != Kind.EVENTS;
      case FIGURE -> unknown.concept().kind() == Kind.PERSONS || hidden.get(number);
    };
  }

  /**
   * What would be disclosed to who finds out this much.
   *
   * @param personsAtLeast for an amount how many persons it is of for certain; 0 if nobody knows
   */
  Optional<Finding.Kind> broken(int number, Range range, long personsAtLeast) {
    if (!asks(number)) {
      return Optional.empty();
    }
    Unknown unknown = union.unknowns().get(number);
    if (unknown.role() == Role.CHANGE) {
      return isSmallChange(range) ? Optional.of(Finding.Kind.CORRECTION) : Optional.empty();
    }
    if (unknown.concept().kind() == Kind.PERSONS) {
      boolean narrow =
          range.outerUpper() >= 1
              && range.outerLower() < rule.k()
              && (range.innerUpper() < rule.k() || range.width() < 2);
      if (narrow) {
        return Optional.of(kind(unknown.role(), range));
      }
    } else if (unknown.concept().kind() == Kind.AMOUNT
        && personsAtLeast < rule.k()
        && range.outerUpper() > 0
        && range.width() < rule.forAmount(largest(range)).width()) {
      return Optional.of(
          hides(number, range) ? Finding.Kind.HIDDEN_FIGURE : Finding.Kind.AMOUNT_OF_FEW);
    }
    return hides(number, range) ? Optional.of(Finding.Kind.HIDDEN_FIGURE) : Optional.empty();
  }

  /** Whether it takes more than these bounds to show that nothing is disclosed. */
  boolean isOpen(int number, long lower, long upper, long personsAtLeast) {
    if (union.unknowns().get(number).role() == Role.CHANGE) {
      return asks(number) && lower < rule.k() && upper > -rule.k();
    }
    return broken(number, new Range(lower, lower, lower, upper), personsAtLeast).isPresent();
  }

  /**
   * A value that would be enough for a number that is broken, if it were possible beside the least
   * one that is known to be.
   */
  long sufficient(int number, Range range) {
    Unknown unknown = union.unknowns().get(number);
    long width =
        unknown.concept().kind() == Kind.AMOUNT
            ? Math.max(2, rule.forAmount(largest(range)).width())
            : 2;
    long least = Math.max(0, range.innerLower());
    return Math.max(unknown.concept().kind() == Kind.PERSONS ? rule.k() : 0, least + width);
  }

  /** The amount may be any in the range; a larger one asks for more. */
  private static long largest(Range range) {
    return range.outerUpper() == TableSpace.UNBOUNDED ? range.innerUpper() : range.outerUpper();
  }

  private boolean hides(int number, Range range) {
    return hidden.get(number) && range.mayBeExact();
  }

  private Finding.Kind kind(Role role, Range range) {
    if (role == Role.REST) {
      return Finding.Kind.REST_OF_GROUP;
    }
    return range.outerLower() >= 1 && range.outerUpper() < rule.k()
        ? Finding.Kind.SMALL_GROUP
        : Finding.Kind.NARROW_GROUP;
  }

  /** Whether the change may be of few, and is known to be no larger or to within 1. */
  private boolean isSmallChange(Range range) {
    boolean none = range.outerLower() == 0 && range.outerUpper() == 0;
    boolean few = range.outerLower() < rule.k() && range.outerUpper() > -rule.k();
    boolean atMost = range.innerUpper() < rule.k() && range.innerLower() > -rule.k();
    return !none && few && (atMost || range.width() < 2);
  }
}
