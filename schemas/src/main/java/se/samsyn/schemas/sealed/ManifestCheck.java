package se.samsyn.schemas.sealed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.samsyn.schemas.definition.Counting;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.definition.Zeros;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.AuthorityId;
import se.samsyn.schemas.message.CollectionManifest;
import se.samsyn.schemas.message.SealedTerms;

/**
 * What every agency checks by itself before it takes part: the rules without which the proof in
 * docs/sealed-collection.md does not hold.
 */
public final class ManifestCheck {
  private final SealedManifest manifest;
  private final Set<SealedRefusal> found = EnumSet.noneOf(SealedRefusal.class);

  private ManifestCheck(SealedManifest manifest) {
    this.manifest = manifest;
  }

  /**
   * @param definition the one that the manifest names
   * @param floor the agency's own minimum frequency
   * @param aggregator the authority that runs the aggregator
   * @return the reasons to refuse, none if it is to be followed
   */
  public static Set<SealedRefusal> refusals(
      SealedManifest manifest, Definition definition, int floor, AuthorityId aggregator) {
    ManifestCheck check = new ManifestCheck(manifest);
    int least = Math.max(floor, definition.protection().minimumFrequency());
    check.refuse(manifest.k() < least, SealedRefusal.MINIMUM_FREQUENCY_TOO_LOW);
    check.agencies();
    check.roles(aggregator);
    check.trees();
    check.definition(definition);
    check.amounts(definition);
    check.size();
    return check.found;
  }

  /**
   * As {@link #refusals(SealedManifest, Definition, int, AuthorityId)}, of a collection's own
   * manifest, its definition's dimensions and measures included.
   */
  public static Set<SealedRefusal> refusals(CollectionManifest collection, int floor) {
    SealedManifest manifest;
    try {
      manifest = SealedManifest.of(collection);
    } catch (IllegalArgumentException e) {
      return EnumSet.of(SealedRefusal.NOT_WHOLE);
    }
    Definition definition = collection.definitions().get(0);
    SealedTerms terms = collection.sealed().orElseThrow();
    Set<SealedRefusal> found = refusals(manifest, definition, floor, terms.aggregator());
    Set<DimensionId> used =
        terms.attributes().stream()
            .map(SealedTerms.Attribute::dimension)
            .collect(Collectors.toCollection(HashSet::new));
    terms.units().ifPresent(used::add);
    for (Dimension dimension : definition.dimensions()) {
      if (!used.contains(dimension.id())) {
        found.add(SealedRefusal.DIMENSION_LEFT_OUT);
      } else if (dimension.kind() != Dimension.Kind.SINGLE) {
        found.add(SealedRefusal.NOT_A_SINGLE_DIMENSION);
      }
    }
    if (!areSealable(definition.collected(), manifest)) {
      found.add(SealedRefusal.OTHER_MEASURES);
    }
    return found;
  }

  private static boolean areSealable(List<Measure.Collected> measures, SealedManifest manifest) {
    List<MeasureId> sums =
        measures.stream().filter(Measure.Sum.class::isInstance).map(Measure::id).toList();
    return sums.equals(manifest.magnitudes().stream().map(SealedMagnitude::id).toList())
        && measures.stream()
                .filter(m -> m instanceof Measure.Count count && count.where().isEmpty())
                .count()
            == 1
        && measures.size() == sums.size() + 1;
  }

  private void refuse(boolean broken, SealedRefusal reason) {
    if (broken) {
      found.add(reason);
    }
  }

  private void agencies() {
    refuse(manifest.roster().size() < 3, SealedRefusal.FEWER_THAN_THREE_AGENCIES);
    Map<AuthorityId, Long> together =
        manifest.roster().stream()
            .collect(Collectors.groupingBy(RosterAgency::authority, Collectors.counting()));
    refuse(
        together.values().stream().anyMatch(n -> n > manifest.t()),
        SealedRefusal.TOO_FEW_ONLOOKERS);
    Set<String> leaves =
        manifest.units().leaves().stream().map(Tree::code).collect(Collectors.toSet());
    refuse(
        manifest.roster().stream().anyMatch(a -> !leaves.containsAll(a.units())),
        SealedRefusal.UNKNOWN_UNIT);
    refuse(
        !Coverage.isEnough(manifest, Set.copyOf(manifest.agencies())),
        SealedRefusal.UNIT_WITH_TOO_FEW_AGENCIES);
  }

  private void roles(AuthorityId aggregator) {
    List<RoleHolder> roles = manifest.roles().all();
    refuse(
        roles.stream().map(RoleHolder::authority).distinct().count() < roles.size(),
        SealedRefusal.ROLES_UNDER_ONE_AUTHORITY);
    refuse(
        roles.stream().anyMatch(r -> r.authority().equals(aggregator)),
        SealedRefusal.ROLE_OF_THE_AGGREGATOR);
    refuse(
        !roles.stream().allMatch(RoleHolder::offeredTheKey), SealedRefusal.ROLE_KEY_IS_NOT_ITS_OWN);
    for (RoleHolder role : roles) {
      Optional<RosterAgency> same = manifest.agency(role.agency());
      refuse(
          same.isPresent()
              && !(same.get().signingKey().equals(role.signingKey())
                  && same.get().authority().equals(role.authority())),
          SealedRefusal.ROLE_KEY_IS_NOT_THE_ROSTERS);
    }
  }

  private void trees() {
    tree(manifest.units());
    Set<String> units =
        manifest.units().preorder().stream().map(Tree::code).collect(Collectors.toSet());
    Set<String> ids = new HashSet<>();
    Set<DimensionId> used = new HashSet<>();
    for (SealedAttribute attribute : manifest.attributes()) {
      tree(attribute.classes());
      refuse(attribute.classes().isLeaf(), SealedRefusal.SINGLE_CHILD);
      refuse(!units.contains(attribute.startUnit()), SealedRefusal.UNKNOWN_UNIT);
      refuse(!ids.add(attribute.id()), SealedRefusal.CODE_TWICE);
      for (DimensionId dimension : attribute.dimensions()) {
        refuse(!used.add(dimension), SealedRefusal.ATTRIBUTES_SHARE_A_DIMENSION);
      }
    }
    refuse(!manifest.everyCombination(), SealedRefusal.COMBINATION_NOT_POSSIBLE);
  }

  private void tree(Tree tree) {
    Set<String> codes = new HashSet<>();
    Deque<Tree> open = new ArrayDeque<>(List.of(tree));
    while (!open.isEmpty()) {
      Tree node = open.pop();
      refuse(!codes.add(node.code()), SealedRefusal.CODE_TWICE);
      refuse(node.parts().size() == 1, SealedRefusal.SINGLE_CHILD);
      node.parts().forEach(open::push);
    }
  }

  private void definition(Definition definition) {
    refuse(
        !manifest.definition().equals(definition.ref())
            || !manifest.definitionHash().equals(Codecs.DEFINITION.hash(definition)),
        SealedRefusal.ANOTHER_DEFINITION);
    refuse(manifest.counting() != definition.counting(), SealedRefusal.OTHER_COUNTING);
    refuse(definition.protection().zeros() == Zeros.HIDDEN, SealedRefusal.ZEROS_HIDDEN);
    refuse(definition.protection().groupDisclosure(), SealedRefusal.GROUP_DISCLOSURE);
    Map<DimensionId, Dimension> dimensions = new HashMap<>();
    definition.dimensions().forEach(d -> dimensions.put(d.id(), d));
    refuse(
        manifest.attributes().stream()
            .flatMap(a -> a.dimensions().stream())
            .map(dimensions::get)
            .anyMatch(d -> d == null || d.kind() != Dimension.Kind.SINGLE),
        SealedRefusal.NOT_A_SINGLE_DIMENSION);
  }

  private void amounts(Definition definition) {
    refuse(
        !manifest.magnitudes().isEmpty() && manifest.counting() != Counting.DISJOINT,
        SealedRefusal.AMOUNTS_OF_OVERLAPPING_COUNTS);
    int fewest = definition.protection().dominance().map(SealedMagnitude::fewest).orElse(1);
    Set<String> ids = new HashSet<>();
    for (SealedMagnitude magnitude : manifest.magnitudes()) {
      refuse(!ids.add(magnitude.id().value()), SealedRefusal.CODE_TWICE);
      refuse(magnitude.fewest() < fewest, SealedRefusal.AMOUNT_NEEDS_MORE_PERSONS);
      refuse(
          definition.measures().stream()
              .noneMatch(m -> m instanceof Measure.Sum && m.id().equals(magnitude.id())),
          SealedRefusal.NOT_A_MEASURE_OF_THE_DEFINITION);
    }
  }

  private void size() {
    long classes =
        1 + manifest.attributes().stream().mapToLong(a -> a.classes().preorder().size() - 1L).sum();
    refuse(
        manifest.units().preorder().size() * classes > Definition.MAX_CELLS,
        SealedRefusal.TOO_LARGE);
    try {
      manifest.modulus();
    } catch (IllegalArgumentException e) {
      found.add(SealedRefusal.TOO_LARGE);
    }
  }
}
