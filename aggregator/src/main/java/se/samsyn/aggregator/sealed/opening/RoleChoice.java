package se.samsyn.aggregator.sealed.opening;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.samsyn.aggregator.agency.Agencies;
import se.samsyn.aggregator.collection.Collections;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.aggregator.problem.ActionRefused.Why;
import se.samsyn.aggregator.sealed.RoleKeys;
import se.samsyn.aggregator.sealed.opening.SealedRequest.RoleName;
import se.samsyn.schemas.envelope.InvalidMessage;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.AuthorityId;
import se.samsyn.schemas.message.Participant;
import se.samsyn.schemas.message.RoleKey;

/**
 * Who has which role: whom the coordinator names, else in turn those who have had a role the least
 * often. Each is of another authority, none of the aggregator's, and has offered a key.
 */
@Singleton
class RoleChoice {
  private final Collections collections;
  private final Agencies agencies;
  private final RoleKeys keys;

  RoleChoice(Collections collections, Agencies agencies, RoleKeys keys) {
    this.collections = collections;
    this.agencies = agencies;
    this.keys = keys;
  }

  /** An agency in a role, with the key that it has offered for it. */
  record Chosen(Participant agency, RoleKey key) {}

  /**
   * A, B, C and, where a fourth authority can, the second C.
   *
   * @throws ActionRefused when three roles cannot be filled, or an agency that is named cannot have
   *     its role
   */
  List<Chosen> choose(SealedRequest request, AuthorityId aggregator) throws ActionRefused {
    Map<AgencyId, RoleKey> offers = keys.offers();
    Map<RoleName, Chosen> chosen = new EnumMap<>(RoleName.class);
    Set<AuthorityId> taken = new HashSet<>(Set.of(aggregator));
    for (RoleName role : RoleName.values()) {
      AgencyId named = request.roles().get(role);
      if (named != null) {
        Chosen one = chosen(named, offers);
        if (!taken.add(one.agency().authority())) {
          throw new ActionRefused(Why.ROLE_UNDER_SAME_AUTHORITY, named);
        }
        chosen.put(role, one);
      }
    }
    List<Chosen> inTurn = inTurn(request, offers);
    for (RoleName role : RoleName.values()) {
      if (!chosen.containsKey(role)) {
        inTurn.stream()
            .filter(c -> !taken.contains(c.agency().authority()))
            .findFirst()
            .ifPresent(
                one -> {
                  taken.add(one.agency().authority());
                  chosen.put(role, one);
                });
      }
    }
    if (!chosen.keySet().containsAll(Set.of(RoleName.A, RoleName.B, RoleName.C))) {
      throw new ActionRefused(
          Why.ROLES_NOT_FILLED,
          offers.keySet().stream()
              .filter(request.plan().participants()::contains)
              .map(AgencyId::value)
              .collect(Collectors.joining(", ")));
    }
    return List.copyOf(chosen.values());
  }

  private Chosen chosen(AgencyId agency, Map<AgencyId, RoleKey> offers) throws ActionRefused {
    Participant enrolled =
        agencies.enrolled(agency).orElseThrow(() -> new ActionRefused(Why.AGENCY_UNKNOWN, agency));
    return offered(enrolled, offers)
        .orElseThrow(() -> new ActionRefused(Why.ROLE_KEY_NOT_OFFERED, agency));
  }

  /** The agency with the key that it offers; an offer from before it enrolled anew is nobody's. */
  static Optional<Chosen> offered(Participant agency, Map<AgencyId, RoleKey> offers) {
    return Optional.ofNullable(offers.get(agency.agency()))
        .filter(key -> isSignedBy(agency, key))
        .map(key -> new Chosen(agency, key));
  }

  private static boolean isSignedBy(Participant agency, RoleKey key) {
    try {
      key.verify(agency.signingKey());
      return true;
    } catch (InvalidMessage e) {
      return false;
    }
  }

  /** The participants with a key, those first who have had a role the least often. */
  private List<Chosen> inTurn(SealedRequest request, Map<AgencyId, RoleKey> offers) {
    Map<AgencyId, Long> before =
        collections.all().stream()
            .flatMap(c -> c.manifest().sealed().stream())
            .flatMap(terms -> terms.roles().stream())
            .collect(Collectors.groupingBy(RoleKey::agency, Collectors.counting()));
    List<Chosen> candidates = new ArrayList<>();
    for (AgencyId agency : request.plan().participants()) {
      agencies
          .enrolled(agency)
          .flatMap(enrolled -> offered(enrolled, offers))
          .ifPresent(candidates::add);
    }
    candidates.sort(
        Comparator.comparing((Chosen c) -> before.getOrDefault(c.agency().agency(), 0L))
            .thenComparing(c -> c.agency().agency()));
    return candidates;
  }
}
