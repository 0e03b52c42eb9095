package se.samsyn.schemas.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.samsyn.schemas.catalogue.Catalogue;
import se.samsyn.schemas.definition.Counting;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.definition.ProtectionPolicy;
import se.samsyn.schemas.definition.Zeros;
import se.samsyn.schemas.envelope.DecryptionKey;
import se.samsyn.schemas.envelope.EncryptionKey;
import se.samsyn.schemas.envelope.SigningKey;
import se.samsyn.schemas.envelope.VerificationKey;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.AuthorityId;
import se.samsyn.schemas.message.CollectionId;
import se.samsyn.schemas.message.RoleKey;

/** Each manifest that breaks one rule is refused for that reason and no other. */
class ManifestCheckTest {
  private static final AuthorityId AGGREGATOR = new AuthorityId("central");
  private static final SigningKey SIGNING = SigningKey.generate(new SecureRandom());
  private static final VerificationKey KEY = SIGNING.verificationKey();
  private static final EncryptionKey ENCRYPTION = DecryptionKey.generate().encryptionKey();

  private Definition definition;
  private int k = 5;
  private int t = 1;
  private int attempt = 1;
  private boolean everyCombination = true;
  private Counting counting = Counting.DISJOINT;
  private Tree units = Tree.of("county", Tree.leaf("0114"), Tree.leaf("0115"));
  private List<SealedAttribute> attributes = List.of(attribute("sex", "sex", "county"));
  private List<SealedMagnitude> magnitudes = List.of(new SealedMagnitude(new MeasureId("cost"), 2));
  private List<RosterAgency> roster =
      IntStream.range(0, 3)
          .mapToObj(i -> agency("agency-" + i, "board-" + i, "0114", "0115"))
          .toList();
  private Roles roles =
      new Roles(
          role("agency-0", "board-0"),
          role("agency-1", "board-1"),
          List.of(role("agency-2", "board-2")));

  ManifestCheckTest() throws Exception {
    definition = Catalogue.load(List.of()).definition(new DefinitionId("placements")).orElseThrow();
  }

  private static SealedAttribute attribute(String id, String dimension, String start) {
    return new SealedAttribute(
        id,
        List.of(new DimensionId(dimension)),
        Tree.of("all", Tree.leaf("1"), Tree.leaf("2")),
        start);
  }

  private static RosterAgency agency(String id, String authority, String... units) {
    return new RosterAgency(new AgencyId(id), new AuthorityId(authority), KEY, Set.of(units));
  }

  private static RoleHolder role(String id, String authority) {
    AgencyId agency = new AgencyId(id);
    return new RoleHolder(
        agency, new AuthorityId(authority), KEY, RoleKey.offered(agency, ENCRYPTION, SIGNING));
  }

  private SealedManifest manifest() {
    return new SealedManifest(
        new CollectionId("sealed-one"),
        definition.ref(),
        Codecs.DEFINITION.hash(definition),
        Period.parse("HT2025"),
        attempt,
        counting,
        k,
        t,
        everyCombination,
        units,
        attributes,
        magnitudes,
        roster,
        roles,
        Instant.parse("2026-02-01T00:00:00Z"));
  }

  private void refused(SealedRefusal... reasons) {
    assertThat(ManifestCheck.refusals(manifest(), definition, 5, AGGREGATOR))
        .containsExactlyInAnyOrder(reasons);
  }

  @Test
  void aManifestThatKeepsTheRulesIsFollowed() {
    refused();
  }

  @Test
  void kBelowTheFloor() {
    k = 4;
    refused(SealedRefusal.MINIMUM_FREQUENCY_TOO_LOW);
  }

  @Test
  void twoAgenciesOfOneAuthorityWithT1() {
    roster =
        IntStream.range(0, 4)
            .mapToObj(i -> agency("agency-" + i, "board-" + Math.min(i, 2), "0114", "0115"))
            .toList();
    refused(SealedRefusal.TOO_FEW_ONLOOKERS);
    t = 2;
    refused();
  }

  @Test
  void aRosterSmallerByOne() {
    roster = roster.subList(0, 2);
    refused(SealedRefusal.FEWER_THAN_THREE_AGENCIES, SealedRefusal.UNIT_WITH_TOO_FEW_AGENCIES);
  }

  @Test
  void aUnitThatOnlyTwoCanReport() {
    roster = List.of(roster.get(0), roster.get(1), agency("agency-2", "board-2", "0114"));
    refused(SealedRefusal.UNIT_WITH_TOO_FEW_AGENCIES);
  }

  @Test
  void aUnitThatIsNotInTheTree() {
    roster =
        List.of(
            roster.get(0), roster.get(1), agency("agency-2", "board-2", "0114", "0115", "0117"));
    refused(SealedRefusal.UNKNOWN_UNIT);
  }

  @Test
  void rolesOfOneAuthorityOrOfTheAggregatorOrWithAnotherKey() {
    roles =
        new Roles(
            role("agency-0", "board-0"),
            role("agency-1", "board-1"),
            List.of(role("agency-9", "board-1")));
    refused(SealedRefusal.ROLES_UNDER_ONE_AUTHORITY);
    roles =
        new Roles(
            role("agency-0", "board-0"),
            role("agency-1", "board-1"),
            List.of(role("agency-9", "central")));
    refused(SealedRefusal.ROLE_OF_THE_AGGREGATOR);
    roles =
        new Roles(
            role("agency-0", "board-0"),
            role("agency-1", "board-1"),
            List.of(role("agency-2", "board-9")));
    refused(SealedRefusal.ROLE_KEY_IS_NOT_THE_ROSTERS);
  }

  @Test
  void treesThatAreNotPlain() {
    units = Tree.of("county", Tree.leaf("0114"), Tree.of("rest", Tree.leaf("0115")));
    refused(SealedRefusal.SINGLE_CHILD);
    units = Tree.of("county", Tree.leaf("0114"), Tree.leaf("0115"), Tree.leaf("0114"));
    refused(SealedRefusal.CODE_TWICE);
  }

  @Test
  void attributesThatLimitEachOtherOrAreNotTheDefinitions() {
    attributes = List.of(attribute("sex", "sex", "county"), attribute("cross", "sex", "0114"));
    refused(SealedRefusal.ATTRIBUTES_SHARE_A_DIMENSION);
    attributes = List.of(attribute("actor", "actor", "county"));
    refused(SealedRefusal.NOT_A_SINGLE_DIMENSION);
    attributes = List.of();
    everyCombination = false;
    refused(SealedRefusal.COMBINATION_NOT_POSSIBLE);
  }

  @Test
  void definitionsThatHideZerosOrFullClassesOrHaveSeveralClassesOfAPerson() {
    ProtectionPolicy policy = definition.protection();
    definition =
        changed(
            new ProtectionPolicy(5, policy.dominance(), Zeros.HIDDEN, true),
            Dimension.Kind.MULTIPLE);
    refused(
        SealedRefusal.ZEROS_HIDDEN,
        SealedRefusal.GROUP_DISCLOSURE,
        SealedRefusal.NOT_A_SINGLE_DIMENSION);
  }

  @Test
  void anotherDefinitionUnderTheSameName() {
    SealedManifest issued = manifest();
    Definition other =
        changed(
            new ProtectionPolicy(3, definition.protection().dominance(), Zeros.SHOWN, false),
            Dimension.Kind.SINGLE);
    assertThat(ManifestCheck.refusals(issued, other, 5, AGGREGATOR))
        .containsExactly(SealedRefusal.ANOTHER_DEFINITION);
  }

  private Definition changed(ProtectionPolicy policy, Dimension.Kind kind) {
    Definition d = definition;
    return new Definition(
        d.id(),
        d.version(),
        d.title(),
        d.description(),
        d.purpose(),
        d.logic(),
        d.table(),
        d.unit(),
        d.counting(),
        d.period(),
        d.where(),
        d.dimensions().stream()
            .map(x -> new Dimension(x.id(), x.title(), kind, x.by(), x.codes()))
            .toList(),
        d.measures(),
        policy);
  }

  @Test
  void amountsThatOnePersonCouldDominate() {
    magnitudes = List.of(new SealedMagnitude(new MeasureId("cost"), 1));
    refused(SealedRefusal.AMOUNT_NEEDS_MORE_PERSONS);
    magnitudes = List.of(new SealedMagnitude(new MeasureId("children"), 2));
    refused(SealedRefusal.NOT_A_MEASURE_OF_THE_DEFINITION);
  }

  @Test
  void amountsOfCountsThatOverlap() {
    counting = Counting.OVERLAPPING;
    refused(SealedRefusal.OTHER_COUNTING, SealedRefusal.AMOUNTS_OF_OVERLAPPING_COUNTS);
  }

  @Test
  void moreAgenciesThanThePrimeIsFor() {
    k = 1000;
    magnitudes = List.of();
    roster =
        IntStream.range(0, 40)
            .mapToObj(i -> agency("agency-" + i, "board-" + i, "0114", "0115"))
            .toList();
    refused(SealedRefusal.TOO_LARGE);
  }

  @Test
  void moreNodesThanAnybodyReads() {
    Tree many =
        new Tree("all", IntStream.range(0, 400_000).mapToObj(i -> Tree.leaf("c" + i)).toList());
    attributes = List.of(new SealedAttribute("sex", List.of(new DimensionId("sex")), many, "0114"));
    refused(SealedRefusal.TOO_LARGE);
  }

  /** The hash is in every key: no two manifests may have the same. */
  @Test
  void whateverIsChangedTheHashIsAnother() {
    Sha256Set hashes = new Sha256Set();
    hashes.add(manifest());
    attempt = 2;
    hashes.add(manifest());
    t = 2;
    hashes.add(manifest());
    k = 6;
    hashes.add(manifest());
    magnitudes = List.of();
    hashes.add(manifest());
    units = Tree.of("county", Tree.leaf("0115"), Tree.leaf("0114"));
    hashes.add(manifest());
    attributes = List.of(attribute("sex", "sex", "0114"));
    hashes.add(manifest());
    roster = List.of(roster.get(0), roster.get(1), agency("agency-2", "board-9", "0114", "0115"));
    hashes.add(manifest());
    roles = new Roles(roles.b(), roles.a(), roles.combiners());
    hashes.add(manifest());
    everyCombination = false;
    hashes.add(manifest());
    assertThat(hashes.seen).hasSize(10);
  }

  private static final class Sha256Set {
    private final Set<Object> seen = new java.util.HashSet<>();

    void add(SealedManifest manifest) {
      seen.add(manifest.hash());
    }
  }

  @Test
  void theOrderOfNodesIsThatOfTheSpecification() {
    attributes = List.of(attribute("sex", "sex", "county"), attribute("age", "age", "0115"));
    NodeOrder order = new NodeOrder(manifest());
    assertThat(
            List.of(
                order.total("county"),
                order.node("county", 0, "1"),
                order.node("county", 0, "2"),
                order.total("0114"),
                order.node("0114", 0, "1"),
                order.node("0114", 0, "2"),
                order.node("0115", 0, "all"),
                order.node("0115", 0, "1"),
                order.node("0115", 0, "2"),
                order.node("0115", 1, "1"),
                order.node("0115", 1, "2")))
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    assertThat(order.size()).isEqualTo(11);
    assertThat(Optional.of(order.units().get(1).firstClass()[1])).hasValue(-1);
  }
}
