package se.samsyn.agent.sealed.contribute;

import java.util.Set;
import java.util.TreeSet;
import se.samsyn.schemas.sealed.SealedRefusal;

/** This agency takes no part in a sealed collection, for these reasons. */
public final class ManifestRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Set<SealedRefusal> reasons;

  public ManifestRefused(Set<SealedRefusal> reasons) {
    super(reasons.toString());
    this.reasons = new TreeSet<>(reasons);
  }

  public Set<SealedRefusal> reasons() {
    return reasons;
  }
}
