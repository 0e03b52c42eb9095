package se.samsyn.aggregator.sealed.opening;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.aggregator.problem.ActionRefused.Why;
import se.samsyn.aggregator.sealed.Attempts;
import se.samsyn.aggregator.sealed.UnopenedWords;
import se.samsyn.schemas.envelope.InvalidMessage;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.SealedOutcome;
import se.samsyn.schemas.message.SealedTerms;
import se.samsyn.schemas.sealed.RoleHolder;
import se.samsyn.schemas.sealed.Roles;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.schemas.sealed.Unopened;

/**
 * What a new attempt needs of the ones before: the signed word of A or B of each that it has opened
 * nothing, and the contributors whose numbers have been tested already.
 */
@Singleton
class EarlierAttempts {
  private final Attempts attempts;
  private final UnopenedWords words;

  EarlierAttempts(Attempts attempts, UnopenedWords words) {
    this.attempts = attempts;
    this.words = words;
  }

  /**
   * The words of A and of B of every attempt, for the manifest of the next one: agents go by
   * whoever of the two came further.
   *
   * @param versions all attempts so far, the oldest first
   * @throws ActionRefused when there can be no further attempt, or not yet
   */
  List<SealedTerms.Unopened> words(List<StoredCollection> versions) throws ActionRefused {
    List<SealedTerms.Unopened> all = new ArrayList<>();
    for (StoredCollection version : versions) {
      requireEnded(version);
      List<SealedTerms.Unopened> said = said(version);
      if (said.isEmpty()) {
        throw new ActionRefused(
            Why.WORD_MISSING,
            version.name(),
            holders(version).stream()
                .map(role -> role.agency().value())
                .collect(Collectors.joining(", ")));
      }
      all.addAll(said);
    }
    return all;
  }

  private void requireEnded(StoredCollection version) throws ActionRefused {
    SealedOutcome.State state = attempts.find(version.hash()).orElseThrow().state();
    if (state == SealedOutcome.State.RUNNING) {
      throw new ActionRefused(Why.ATTEMPT_RUNNING, version.name());
    }
    if (state != SealedOutcome.State.ENDED) {
      throw new ActionRefused(Why.NO_FURTHER_ATTEMPT, version.name());
    }
  }

  private List<SealedTerms.Unopened> said(StoredCollection version) {
    List<SealedTerms.Unopened> said = new ArrayList<>();
    for (RoleHolder role : holders(version)) {
      words
          .of(version.hash(), role.agency())
          .ifPresent(word -> said.add(new SealedTerms.Unopened(role.agency(), word)));
    }
    return said;
  }

  /**
   * Whose contributions were tested in an attempt before, so that they must be asked again: the
   * same in every table over the same records.
   *
   * @param versions all attempts so far
   */
  Set<AgencyId> tested(List<StoredCollection> versions) {
    Set<AgencyId> tested = new TreeSet<>();
    for (StoredCollection version : versions) {
      for (RoleHolder role : holders(version)) {
        words
            .of(version.hash(), role.agency())
            .ifPresent(word -> tested.addAll(contributors(word, role)));
      }
    }
    return tested;
  }

  private static List<AgencyId> contributors(Signed word, RoleHolder role) {
    try {
      return Unopened.open(word, role.signingKey()).contributors();
    } catch (InvalidMessage e) {
      throw new IllegalStateException("a word was stored that is not its role's", e);
    }
  }

  private static List<RoleHolder> holders(StoredCollection version) {
    Roles roles = SealedManifest.of(version.manifest()).roles();
    return List.of(roles.a(), roles.b());
  }
}
