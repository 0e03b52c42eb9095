package se.samsyn.aggregator.sealed.opening;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samsyn.aggregator.agency.Agencies;
import se.samsyn.aggregator.sealed.RoleKeys;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.AuthorityId;
import se.samsyn.schemas.message.RoleKey;

/** Which agencies can have a role now, and why the others cannot. */
@Singleton
public class RoleCandidates {
  private final Agencies agencies;
  private final RoleKeys keys;

  RoleCandidates(Agencies agencies, RoleKeys keys) {
    this.agencies = agencies;
    this.keys = keys;
  }

  /** Why an agency cannot have a role. */
  public enum Obstacle {
    /** It has offered no key that is not used yet, or enrolled anew since. */
    NO_KEY,
    /** Its authority runs the service. */
    RUNS_THE_SERVICE
  }

  /**
   * An agency that has enrolled.
   *
   * @param obstacle empty: it can have a role
   */
  public record Candidate(AgencyId agency, String name, Optional<Obstacle> obstacle) {}

  /**
   * All agencies that have enrolled.
   *
   * @param aggregator who runs the service, where that is known
   */
  public List<Candidate> all(Optional<AuthorityId> aggregator) {
    Map<AgencyId, RoleKey> offers = keys.offers();
    return agencies.all().stream()
        .filter(Agencies.Known::enrolled)
        .map(a -> new Candidate(a.id(), a.name(), obstacle(a, offers, aggregator)))
        .toList();
  }

  private Optional<Obstacle> obstacle(
      Agencies.Known agency, Map<AgencyId, RoleKey> offers, Optional<AuthorityId> aggregator) {
    if (aggregator.filter(agency.authority()::equals).isPresent()) {
      return Optional.of(Obstacle.RUNS_THE_SERVICE);
    }
    boolean offered =
        agencies
            .enrolled(agency.id())
            .flatMap(enrolled -> RoleChoice.offered(enrolled, offers))
            .isPresent();
    return offered ? Optional.empty() : Optional.of(Obstacle.NO_KEY);
  }
}
