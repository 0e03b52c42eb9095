package se.samsyn.schemas.sealed;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import se.samsyn.schemas.definition.Counting;
import se.samsyn.schemas.definition.DefinitionRef;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.CollectionId;

/**
 * One attempt at a sealed collection of one definition, as the coordinator signs it. Its hash is in
 * every key and every message.
 *
 * @param definitionHash of the definition's canonical bytes
 * @param attempt 1, and one more for each attempt that was ended unopened before
 * @param everyCombination the coordinator declares that in each leaf unit every combination of
 *     classes can hold persons of the same agencies
 * @param units the unit tree; its root is the whole
 * @param magnitudes sums that ride along; only with disjoint counts
 */
public record SealedManifest(
    CollectionId collection,
    DefinitionRef definition,
    Sha256 definitionHash,
    Period period,
    int attempt,
    Counting counting,
    int k,
    int t,
    boolean everyCombination,
    Tree units,
    List<SealedAttribute> attributes,
    List<SealedMagnitude> magnitudes,
    List<RosterAgency> roster,
    Roles roles) {
  public SealedManifest {
    Objects.requireNonNull(collection, "collection");
    Objects.requireNonNull(definition, "definition");
    Objects.requireNonNull(definitionHash, "definitionHash");
    Objects.requireNonNull(period, "period");
    Objects.requireNonNull(units, "units");
    Objects.requireNonNull(roles, "roles");
    attributes = List.copyOf(attributes);
    magnitudes = List.copyOf(magnitudes);
    roster = roster.stream().sorted(Comparator.comparing(RosterAgency::agency)).toList();
    if (roster.stream().map(RosterAgency::agency).distinct().count() != roster.size()) {
      throw new IllegalArgumentException("an agency comes twice in the roster");
    }
    if (attempt < 1) {
      throw new IllegalArgumentException("attempts start at 1");
    }
  }

  public Rule rule() {
    return new Rule(counting, k, t, roster.size());
  }

  /** Large enough that no two values of any list are the same modulo it. */
  public Modulus modulus() {
    Rule rule = rule();
    long largest = Math.max(rule.counts().largest(), rule.dominance().largest());
    for (SealedMagnitude magnitude : magnitudes) {
      largest = Math.max(largest, rule.persons(magnitude).largest());
    }
    return Modulus.above(largest);
  }

  public Optional<RosterAgency> agency(AgencyId id) {
    return roster.stream().filter(a -> a.agency().equals(id)).findFirst();
  }

  /** The hash of the canonical bytes, which are specified in docs/sealed-collection.md. */
  public Sha256 hash() {
    Wire wire = new Wire();
    wire.text("samsyn/v1/sealed-manifest")
        .text(collection.value())
        .text(definition.toString())
        .block(definitionHash.bytes())
        .text(period.toString())
        .number(attempt)
        .text(counting.word())
        .number(k)
        .number(t)
        .number(everyCombination ? 1 : 0);
    tree(wire, units);
    wire.number(attributes.size());
    for (SealedAttribute attribute : attributes) {
      wire.text(attribute.id()).number(attribute.dimensions().size());
      attribute.dimensions().forEach(d -> wire.text(d.value()));
      tree(wire, attribute.classes());
      wire.text(attribute.startUnit());
    }
    wire.number(magnitudes.size());
    magnitudes.forEach(m -> wire.text(m.id().value()).number(m.fewest()));
    wire.number(roster.size());
    for (RosterAgency agency : roster) {
      wire.text(agency.agency().value())
          .text(agency.authority().value())
          .text(agency.signingKey().base64())
          .number(agency.units().size());
      agency.units().forEach(wire::text);
    }
    wire.number(roles.all().size());
    for (RoleHolder role : roles.all()) {
      wire.text(role.agency().value())
          .text(role.authority().value())
          .text(role.signingKey().base64())
          .text(role.encryptionKey().base64());
    }
    return Sha256.of(wire.bytes());
  }

  private static void tree(Wire wire, Tree tree) {
    List<Tree> order = tree.preorder();
    wire.number(order.size());
    order.forEach(node -> wire.text(node.code()).number(node.parts().size()));
  }
}
