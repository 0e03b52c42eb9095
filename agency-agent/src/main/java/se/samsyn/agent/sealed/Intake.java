package se.samsyn.agent.sealed;

import java.util.SortedMap;
import java.util.TreeMap;
import se.samsyn.schemas.envelope.InvalidMessage;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.sealed.Contribution;
import se.samsyn.schemas.sealed.ContributorSet;
import se.samsyn.schemas.sealed.RosterAgency;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.sealed.Refused;

/** Which contributions A or B holds; one for each agency, and none after the set is closed. */
final class Intake {
  private final SealedManifest manifest;
  private final SortedMap<AgencyId, Sha256> contributions = new TreeMap<>();
  private final SortedMap<AgencyId, Part> parts = new TreeMap<>();
  private boolean closed;

  Intake(SealedManifest manifest) {
    this.manifest = manifest;
  }

  /**
   * Checks what can be checked before a part is opened.
   *
   * @return whether it is new
   */
  boolean isNew(Contribution contribution, Signed signed, Sha256 own, Sha256 signedOwn)
      throws Refused {
    AgencyId agency = contribution.agency();
    RosterAgency from =
        manifest
            .agency(agency)
            .orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN_AGENCY, agency));
    try {
      contribution.verify(signed, from.signingKey());
    } catch (InvalidMessage e) {
      throw new Refused(Refused.Reason.NOT_AUTHENTIC, agency);
    }
    if (!contribution.manifest().equals(manifest.hash()) || !own.equals(signedOwn)) {
      throw new Refused(Refused.Reason.NOT_AUTHENTIC, agency);
    }
    Sha256 before = contributions.get(agency);
    if (before != null && !before.equals(signed.hash())) {
      throw new Refused(Refused.Reason.SECOND_CONTRIBUTION, agency);
    }
    if (before == null && closed) {
      throw new Refused(Refused.Reason.TOO_LATE, agency);
    }
    return before == null;
  }

  void add(AgencyId agency, Signed signed, Part part) {
    contributions.put(agency, signed.hash());
    parts.put(agency, part);
  }

  /** From here on nothing is added. */
  ContributorSet close() throws Refused {
    closed = true;
    ContributorSet set = new ContributorSet(manifest.hash(), contributions);
    if (!set.isEnoughFor(manifest)) {
      throw new Refused(Refused.Reason.TOO_FEW_CONTRIBUTORS);
    }
    return set;
  }

  SortedMap<AgencyId, Part> parts() {
    return parts;
  }

  void erase() {
    parts.clear();
  }
}
