package se.samsyn.aggregator.sealed.opening;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.aggregator.problem.ActionRefused.Why;
import se.samsyn.aggregator.sealed.Attempts;
import se.samsyn.aggregator.sealed.UnopenedWords;
import se.samsyn.schemas.envelope.InvalidMessage;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.SealedOutcome;
import se.samsyn.schemas.message.SealedTerms;
import se.samsyn.schemas.sealed.RoleHolder;
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
   * The words for the manifest of the attempt after {@code before}.
   *
   * @throws ActionRefused when there can be no further attempt, or not yet
   */
  List<SealedTerms.Unopened> after(StoredCollection before) throws ActionRefused {
    SealedOutcome.State state = attempts.find(before.hash()).orElseThrow().state();
    if (state == SealedOutcome.State.RUNNING) {
      throw new ActionRefused(Why.COLLECTION_OPEN, before.name());
    }
    if (state != SealedOutcome.State.ENDED) {
      throw new ActionRefused(Why.NO_FURTHER_ATTEMPT, before.name());
    }
    SealedManifest manifest = SealedManifest.of(before.manifest());
    List<RoleHolder> holders = List.of(manifest.roles().a(), manifest.roles().b());
    Set<AgencyId> asked =
        holders.stream().map(RoleHolder::agency).collect(Collectors.toCollection(TreeSet::new));
    Optional<SealedTerms.Unopened> word = Optional.empty();
    for (RoleHolder holder : holders) {
      word =
          word.isPresent()
              ? word
              : words
                  .of(before.hash(), holder.agency())
                  .map(signed -> new SealedTerms.Unopened(holder.agency(), signed));
    }
    List<SealedTerms.Unopened> all =
        new ArrayList<>(before.manifest().sealed().orElseThrow().earlier());
    all.add(
        word.orElseThrow(
            () ->
                new ActionRefused(
                    Why.WORD_MISSING,
                    before.name(),
                    asked.stream().map(AgencyId::value).collect(Collectors.joining(", ")))));
    return all;
  }

  /**
   * Whose contributions were tested in an attempt before, so that they must be asked again: the
   * same in every table over the same records.
   *
   * @param versions all attempts so far
   */
  Set<AgencyId> tested(List<StoredCollection> versions) {
    Set<AgencyId> tested = new HashSet<>();
    for (StoredCollection version : versions) {
      SealedManifest manifest = SealedManifest.of(version.manifest());
      for (RoleHolder role : manifest.roles().all()) {
        words
            .of(version.hash(), role.agency())
            .ifPresent(
                word -> {
                  try {
                    tested.addAll(Unopened.open(word, role.signingKey()).contributors());
                  } catch (InvalidMessage e) {
                    throw new IllegalStateException("a word was stored that is not its role's", e);
                  }
                });
      }
    }
    return tested;
  }
}
