package se.samsyn.agent.manifest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import se.samsyn.agent.NotDone;
import se.samsyn.schemas.envelope.InvalidMessage;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.SealedTerms;
import se.samsyn.schemas.sealed.RoleHolder;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.schemas.sealed.Unopened;

/**
 * Whether another attempt at a sealed collection may follow those that this agency knows of: each
 * of them ended unopened by the word of A or B, and asked for the same with no weaker rule.
 */
public final class EarlierAttempts {
  private EarlierAttempts() {}

  /**
   * @param known all manifests that this agency has got
   * @return the agencies that the new attempt must add, no more and no fewer, if tests of an
   *     earlier one had begun
   * @throws NotDone when an attempt may have been opened, asked for something else, or is newer
   */
  public static Optional<Set<AgencyId>> require(StoredManifest next, List<StoredManifest> known)
      throws NotDone {
    SealedManifest manifest = SealedManifest.of(next.manifest());
    SealedTerms terms = next.manifest().sealed().orElseThrow();
    Optional<Set<AgencyId>> tested = Optional.empty();
    for (StoredManifest before : known) {
      if (before.manifest().collection().equals(next.manifest().collection())
          && before.manifest().version() > next.manifest().version()) {
        throw new NotDone("sealed.older-attempt", next.manifest().collection());
      }
      if (!before.manifest().collection().equals(next.manifest().collection())
          || before.manifest().version() >= next.manifest().version()) {
        continue;
      }
      if (before.manifest().sealed().isEmpty()) {
        throw new NotDone("sealed.open-before", before.manifest().collection());
      }
      SealedManifest earlier = SealedManifest.of(before.manifest());
      if (!earlier.definitionHash().equals(manifest.definitionHash())
          || !earlier.period().equals(manifest.period())
          || earlier.k() > manifest.k()
          || earlier.t() > manifest.t()) {
        throw new NotDone("sealed.attempt-differs", next.manifest().collection());
      }
      Set<AgencyId> agencies = new TreeSet<>(word(earlier, terms).contributors());
      if (!agencies.isEmpty()) {
        if (tested.isPresent() && !tested.get().equals(agencies)) {
          throw new NotDone("sealed.attempt-differs", next.manifest().collection());
        }
        tested = Optional.of(agencies);
      }
    }
    if (tested.isPresent()
        && !tested.get().stream().allMatch(a -> manifest.agency(a).isPresent())) {
      throw new NotDone("sealed.attempt-differs", next.manifest().collection());
    }
    return tested;
  }

  /** The word of A or B, and if both have given theirs the one of whoever came further. */
  private static Unopened word(SealedManifest earlier, SealedTerms terms) throws NotDone {
    Optional<Unopened> furthest = Optional.empty();
    for (SealedTerms.Unopened said : terms.earlier()) {
      Optional<RoleHolder> role =
          Stream.of(earlier.roles().a(), earlier.roles().b())
              .filter(r -> r.agency().equals(said.role()))
              .findFirst();
      if (role.isEmpty()) {
        continue;
      }
      try {
        Unopened word = Unopened.open(said.word(), role.get().signingKey());
        if (word.manifest().equals(earlier.hash())
            && word.role().equals(said.role())
            && (furthest.isEmpty()
                || word.contributors().size() > furthest.get().contributors().size())) {
          furthest = Optional.of(word);
        }
      } catch (InvalidMessage e) {
        throw new NotDone("sealed.word-forged", said.role());
      }
    }
    return furthest.orElseThrow(
        () -> new NotDone("sealed.may-be-open", earlier.collection(), earlier.attempt()));
  }
}
