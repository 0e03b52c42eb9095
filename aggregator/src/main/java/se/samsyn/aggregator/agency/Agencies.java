package se.samsyn.aggregator.agency;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import se.samsyn.aggregator.problem.Refused;
import se.samsyn.schemas.definition.Text;
import se.samsyn.schemas.envelope.VerificationKey;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.AuthorityId;
import se.samsyn.schemas.message.Participant;
import se.samsyn.schemas.message.Refusal;

/** The enrolled agencies, as other features see them. */
@Singleton
public class Agencies {
  private final AgencyRepository agencies;

  Agencies(AgencyRepository agencies) {
    this.agencies = agencies;
  }

  /** The agency with its key, once it has enrolled. */
  public Optional<Participant> enrolled(AgencyId id) {
    return agencies
        .findById(id.value())
        .filter(Agency::isEnrolled)
        .map(
            a ->
                new Participant(
                    id,
                    new AuthorityId(a.authority()),
                    new Text(a.name(), a.name()),
                    new VerificationKey(a.signingKey())));
  }

  /** All that were ever invited. */
  public List<Known> all() {
    return agencies.findAll().stream()
        .map(
            a ->
                new Known(
                    new AgencyId(a.id()), a.name(), new AuthorityId(a.authority()), a.isEnrolled()))
        .toList();
  }

  /** An agency, and whether it has enrolled. */
  public record Known(AgencyId id, String name, AuthorityId authority, boolean enrolled) {}

  /**
   * The agency with its key.
   *
   * @throws Refused as {@code unknown-agency} when nobody enrolled under this name
   */
  public Participant enrolledOrRefused(AgencyId id) {
    return enrolled(id)
        .orElseThrow(
            () ->
                new Refused(
                    Refusal.UNKNOWN_AGENCY, "nobody enrolled under this name; run init first"));
  }

  /** What the agency does is done one after the other, until the caller's transaction ends. */
  public void lock(AgencyId id) {
    agencies.findByIdForUpdate(id.value());
  }
}
