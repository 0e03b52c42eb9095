package se.samsyn.schemas.sealed;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import se.samsyn.schemas.message.AgencyId;

/**
 * Who helps: A and B hold the two shares of everything, each combiner (C, and C' where there is a
 * fourth authority) adds what A and B have masked for it.
 */
public record Roles(RoleHolder a, RoleHolder b, List<RoleHolder> combiners) {
  public Roles {
    Objects.requireNonNull(a, "a");
    Objects.requireNonNull(b, "b");
    combiners = List.copyOf(combiners);
    if (combiners.isEmpty() || combiners.size() > 2) {
      throw new IllegalArgumentException("one or two combiners");
    }
  }

  /** A, B, C and perhaps C', in this order. */
  public List<RoleHolder> all() {
    return Stream.concat(Stream.of(a, b), combiners.stream()).toList();
  }

  /** Who has them, in the order of {@link #all}. */
  public List<AgencyId> agencies() {
    return all().stream().map(RoleHolder::agency).toList();
  }

  /**
   * @throws IllegalArgumentException when the agency has no role
   */
  public RoleHolder of(AgencyId agency) {
    return all().stream()
        .filter(r -> r.agency().equals(agency))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(agency + " has no role"));
  }
}
