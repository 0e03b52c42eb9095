package se.samsyn.schemas.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.envelope.Signed;

/**
 * What makes a collection a sealed one: the rule, which dimensions are units and attributes, which
 * units each agency may hold persons of, and who has which role. The trees are those of the
 * definition's own dimensions; groups of units or classes are codes of it.
 *
 * @param k minimum frequency
 * @param t how many agencies may put together what they know
 * @param units the dimension of units; none where the constellation is one unit
 * @param attributes the other dimensions, each with the unit at which it starts
 * @param magnitudes sums that ride along; only with disjoint counts
 * @param everyCombination the coordinator declares that in each leaf unit every combination of
 *     classes can hold persons of the same agencies
 * @param coverage for each agency that contributes the leaf units whose persons it may hold
 * @param roles A, B, C and perhaps C', in this order, each with the key that it offered
 * @param aggregator who runs the aggregator; no role may be of this authority
 * @param earlier the attempts before, which ended unopened, each with a role's word for that
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SealedTerms(
    int k,
    int t,
    Optional<DimensionId> units,
    List<Attribute> attributes,
    List<Magnitude> magnitudes,
    boolean everyCombination,
    List<Covered> coverage,
    List<RoleKey> roles,
    AuthorityId aggregator,
    List<Unopened> earlier) {
  /** An attribute is a dimension, shown from {@code startUnit} on downwards. */
  public record Attribute(DimensionId dimension, String startUnit) {
    public static Attribute fromTheWhole(DimensionId dimension) {
      return new Attribute(dimension, Code.TOTAL);
    }
  }

  /** A sum, and m0: the fewest persons that an agency's own part of it may have. */
  public record Magnitude(MeasureId measure, int fewest) {}

  /** The leaf units whose persons an agency may hold. */
  public record Covered(AgencyId agency, List<String> units) {
    public Covered {
      units = List.copyOf(units);
    }
  }

  /** The word of A or B of an earlier attempt that it has opened nothing and erased its secrets. */
  public record Unopened(AgencyId role, Signed word) {}

  public SealedTerms {
    units = units == null ? Optional.empty() : units;
    attributes = attributes == null ? List.of() : List.copyOf(attributes);
    magnitudes = magnitudes == null ? List.of() : List.copyOf(magnitudes);
    coverage = List.copyOf(coverage);
    roles = List.copyOf(roles);
    earlier = earlier == null ? List.of() : List.copyOf(earlier);
    Objects.requireNonNull(aggregator, "aggregator");
    if (coverage.stream().map(Covered::agency).distinct().count() != coverage.size()) {
      throw new IllegalArgumentException("an agency's units come twice");
    }
    if (roles.size() < 3 || roles.size() > 4) {
      throw new IllegalArgumentException("the roles are A, B, C and perhaps a second C");
    }
  }
}
