package se.samsyn.schemas.sealed;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import se.samsyn.schemas.envelope.InvalidMessage;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.message.AgencyId;

/**
 * Whose parts are added: fixed by A and B together before anything is tested.
 *
 * @param contributions for each agency the hash of its signed contribution, which names both parts
 */
public record ContributorSet(Sha256 manifest, SortedMap<AgencyId, Sha256> contributions) {
  private static final int MOST = 10_000;

  public ContributorSet {
    Objects.requireNonNull(manifest, "manifest");
    contributions = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(contributions));
  }

  /** At least three agencies, and t + 2 of them behind every leaf unit. */
  public boolean isEnoughFor(SealedManifest plan) {
    return contributions.size() >= 3 && Coverage.isEnough(plan, contributions.keySet());
  }

  /** The bytes that A and B sign. */
  public byte[] bytes() {
    Wire wire = new Wire().block(manifest.bytes()).number(contributions.size());
    for (Map.Entry<AgencyId, Sha256> entry : contributions.entrySet()) {
      wire.text(entry.getKey().value()).block(entry.getValue().bytes());
    }
    return wire.bytes();
  }

  /**
   * Reads what {@link #bytes} wrote, in that spelling only.
   *
   * @throws InvalidMessage when it is anything else
   */
  public static ContributorSet read(byte[] bytes) throws InvalidMessage {
    WireReader in = new WireReader(bytes);
    SortedMap<AgencyId, Sha256> contributions = new TreeMap<>();
    ContributorSet set;
    try {
      Sha256 manifest = Sha256.ofHash(in.block());
      for (int i = in.number(MOST); i > 0; i--) {
        contributions.put(new AgencyId(in.text()), Sha256.ofHash(in.block()));
      }
      in.end();
      set = new ContributorSet(manifest, contributions);
    } catch (IllegalArgumentException e) {
      throw new InvalidMessage("not a set of contributors");
    }
    if (!Arrays.equals(set.bytes(), bytes)) {
      throw new InvalidMessage("not the one spelling of a set of contributors");
    }
    return set;
  }

  public Sha256 hash() {
    return Sha256.of(bytes());
  }
}
