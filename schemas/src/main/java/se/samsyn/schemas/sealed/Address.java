package se.samsyn.schemas.sealed;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import se.samsyn.schemas.message.AgencyId;

/**
 * Where a message of an attempt lies at the relay. One address holds one message, for ever: the
 * same bytes may be put there again, others never.
 *
 * @param to an agency, or {@link #ROLES} or {@link #AGGREGATOR}, which no agency can be called
 * @param number of a chunk, a bundle of chunks or a level (for {@link SealedStep#TAGS}, {@link
 *     SealedStep#BITS} and {@link SealedStep#SHOWN}: twice the level, and one more for the second
 *     combiner); else 0
 */
public record Address(SealedStep step, AgencyId from, String to, int number) {
  /** Every role, and the aggregator, may read it. */
  public static final String ROLES = "_roles";

  /** The aggregator alone reads it. */
  public static final String AGGREGATOR = "_aggregator";

  public Address {
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    if (number < 0) {
      throw new IllegalArgumentException("numbers start at 0");
    }
  }

  public static Address of(SealedStep step, AgencyId from, AgencyId to, int number) {
    return new Address(step, from, to.value(), number);
  }

  /** For all roles. */
  public static Address toRoles(SealedStep step, AgencyId from) {
    return new Address(step, from, ROLES, 0);
  }

  /** For the aggregator alone. */
  public static Address toAggregator(SealedStep step, AgencyId from) {
    return new Address(step, from, AGGREGATOR, 0);
  }

  /** The number of a level's message about one combiner. */
  public static int level(int level, int combiner) {
    return 2 * level + combiner;
  }

  /** {@code step/from/to/number}. */
  public String path() {
    return "%s/%s/%s/%d".formatted(step.word(), from, to, number);
  }

  /** The address that {@link #path} made; empty for anything else. */
  public static Optional<Address> parse(String step, String from, String to, String number) {
    try {
      Address address =
          new Address(
              SealedStep.of(step).orElseThrow(IllegalArgumentException::new),
              new AgencyId(from),
              to,
              Integer.parseInt(number));
      return address.path().equals(String.join("/", List.of(step, from, to, number)))
          ? Optional.of(address)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
