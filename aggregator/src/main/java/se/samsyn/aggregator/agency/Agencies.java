package se.samsyn.aggregator.agency;

import jakarta.inject.Singleton;
import java.util.Optional;
import se.samsyn.schemas.definition.Text;
import se.samsyn.schemas.envelope.VerificationKey;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.AuthorityId;
import se.samsyn.schemas.message.Participant;

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
}
