package se.samsyn.aggregator.sealed.opening;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import se.samsyn.aggregator.collection.CollectionPlan;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.AuthorityId;

/**
 * What a coordinator wants to gather sealed. What is left out is chosen by the rules.
 *
 * @param plan of one definition; its participants are those whose records are gathered
 * @param k minimum frequency; else the definition's, or that of the attempt before
 * @param t how many agencies may put together what they know; else the most of one authority
 * @param units the dimension of units; none where the constellation is one unit
 * @param covers for agencies that hold persons of some units only, which
 * @param order unit codes in the order in which the unit tree is halved; empty: by code
 * @param without dimensions that are left out of the sealed form
 * @param roles for A, B, C and the second C an agency, where the coordinator chooses it
 * @param everyCombination that in each leaf unit every combination of classes can hold persons
 * @param aggregator who runs the aggregator; else as in the sealed collection before
 */
public record SealedRequest(
    CollectionPlan plan,
    OptionalInt k,
    OptionalInt t,
    Optional<DimensionId> units,
    Map<AgencyId, Set<String>> covers,
    List<String> order,
    Set<DimensionId> without,
    Map<RoleName, AgencyId> roles,
    boolean everyCombination,
    Optional<AuthorityId> aggregator) {
  public SealedRequest {
    covers = Map.copyOf(covers);
    order = List.copyOf(order);
    without = Set.copyOf(without);
    roles = Map.copyOf(roles);
  }

  /** The roles in their order in the manifest. */
  public enum RoleName {
    A,
    B,
    C,
    /** Stands beside C where a fourth authority takes part. */
    SECOND_C
  }
}
