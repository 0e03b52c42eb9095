package se.samsyn.schemas.sealed;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Counting;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.DefinitionRef;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.CollectionId;
import se.samsyn.schemas.message.CollectionManifest;
import se.samsyn.schemas.message.Participant;
import se.samsyn.schemas.message.RoleKey;
import se.samsyn.schemas.message.SealedTerms;

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
 * @param deadline who has not contributed by then may be left out
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
    Roles roles,
    Instant deadline) {
  public SealedManifest {
    Objects.requireNonNull(collection, "collection");
    Objects.requireNonNull(definition, "definition");
    Objects.requireNonNull(definitionHash, "definitionHash");
    Objects.requireNonNull(period, "period");
    Objects.requireNonNull(units, "units");
    Objects.requireNonNull(roles, "roles");
    Objects.requireNonNull(deadline, "deadline");
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

  /**
   * What a collection's manifest says of the one definition that it collects sealed.
   *
   * @throws IllegalArgumentException when the collection is open, or names a dimension, an agency
   *     or a measure that it lacks
   */
  public static SealedManifest of(CollectionManifest collection) {
    SealedTerms terms =
        collection
            .sealed()
            .orElseThrow(() -> new IllegalArgumentException("the collection is an open one"));
    Definition definition = collection.definitions().get(0);
    List<RoleHolder> roles =
        terms.roles().stream().map(key -> roleHolder(collection, key)).toList();
    return new SealedManifest(
        collection.collection(),
        definition.ref(),
        Codecs.DEFINITION.hash(definition),
        collection.period(),
        collection.version(),
        definition.counting(),
        terms.k(),
        terms.t(),
        terms.everyCombination(),
        terms.units().map(d -> tree(definition, d)).orElse(Tree.leaf(Code.TOTAL)),
        terms.attributes().stream().map(a -> attribute(definition, a)).toList(),
        terms.magnitudes().stream().map(m -> new SealedMagnitude(m.measure(), m.fewest())).toList(),
        terms.coverage().stream().map(covered -> rosterAgency(collection, covered)).toList(),
        new Roles(roles.get(0), roles.get(1), roles.subList(2, roles.size())),
        collection.deadline());
  }

  private static SealedAttribute attribute(Definition definition, SealedTerms.Attribute attribute) {
    return new SealedAttribute(
        attribute.dimension().value(),
        List.of(attribute.dimension()),
        tree(definition, attribute.dimension()),
        attribute.startUnit());
  }

  private static Tree tree(Definition definition, DimensionId id) {
    return definition.dimensions().stream()
        .filter(d -> d.id().equals(id))
        .findFirst()
        .map(d -> new Tree(Code.TOTAL, d.codes().stream().map(SealedManifest::tree).toList()))
        .orElseThrow(() -> new IllegalArgumentException("no dimension " + id));
  }

  private static Tree tree(Code code) {
    return new Tree(code.code(), code.codes().stream().map(SealedManifest::tree).toList());
  }

  private static RosterAgency rosterAgency(
      CollectionManifest collection, SealedTerms.Covered covered) {
    Participant agency = participant(collection, covered.agency());
    return new RosterAgency(
        agency.agency(), agency.authority(), agency.signingKey(), Set.copyOf(covered.units()));
  }

  private static RoleHolder roleHolder(CollectionManifest collection, RoleKey key) {
    Participant agency = participant(collection, key.agency());
    return new RoleHolder(agency.agency(), agency.authority(), agency.signingKey(), key);
  }

  private static Participant participant(CollectionManifest collection, AgencyId agency) {
    return collection
        .participant(agency)
        .orElseThrow(() -> new IllegalArgumentException(agency + " takes no part"));
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

  /** All agencies of the roster, in its order. */
  public List<AgencyId> agencies() {
    return roster.stream().map(RosterAgency::agency).toList();
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
        .number(everyCombination ? 1 : 0)
        .text(deadline.toString());
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
