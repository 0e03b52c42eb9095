package se.samsyn.agent.sealed;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.samsyn.schemas.definition.Counting;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.DefinitionRef;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.definition.PeriodGrain;
import se.samsyn.schemas.envelope.DecryptionKey;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.SigningKey;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.AuthorityId;
import se.samsyn.schemas.message.CollectionId;
import se.samsyn.schemas.message.RoleKey;
import se.samsyn.schemas.sealed.RoleHolder;
import se.samsyn.schemas.sealed.Roles;
import se.samsyn.schemas.sealed.RosterAgency;
import se.samsyn.schemas.sealed.SealedAttribute;
import se.samsyn.schemas.sealed.SealedMagnitude;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.schemas.sealed.Tree;
import se.samsyn.sealed.Refused;

/** Agencies with keys, and manifests for them; the first three or four have the roles too. */
public final class Constellation {
  public final SecureRandom secrets = new SecureRandom();
  public final Map<AgencyId, SigningKey> signing = new HashMap<>();
  public final Map<AgencyId, DecryptionKey> decryption = new HashMap<>();
  public final List<AgencyId> agencies = new ArrayList<>();

  /** Keys for roles that agencies have offered themselves; else one of {@link #decryption}. */
  public final Map<AgencyId, RoleKey> offers = new HashMap<>();

  public Constellation(int n) {
    for (int i = 0; i < n; i++) {
      AgencyId id = new AgencyId("agency-%02d".formatted(i));
      agencies.add(id);
      signing.put(id, SigningKey.generate(secrets));
      decryption.put(id, DecryptionKey.generate());
    }
  }

  public SealedManifest manifest(
      Counting counting,
      int k,
      int attempt,
      Tree units,
      List<SealedAttribute> attributes,
      int combiners,
      boolean days) {
    Set<String> leaves =
        units.leaves().stream().map(Tree::code).collect(Collectors.toCollection(TreeSet::new));
    return new SealedManifest(
        new CollectionId("sealed-test"),
        new DefinitionRef(new DefinitionId("children-helped"), 1),
        Sha256.of(new byte[0]),
        new Period(PeriodGrain.YEAR, LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1)),
        attempt,
        counting,
        k,
        1,
        true,
        units,
        attributes,
        days ? List.of(new SealedMagnitude(new MeasureId("days"), 2)) : List.of(),
        agencies.stream()
            .map(a -> new RosterAgency(a, authority(a), signing.get(a).verificationKey(), leaves))
            .toList(),
        new Roles(
            role(agencies.get(0)),
            role(agencies.get(1)),
            agencies.subList(2, 2 + combiners).stream().map(this::role).toList()),
        Instant.parse("2026-02-01T00:00:00Z"));
  }

  RoleKeys keys(SealedManifest manifest, AgencyId agency) {
    return new RoleKeys(manifest, agency, signing.get(agency), decryption.get(agency), secrets);
  }

  /** What an agency contributes, with secrets that are not kept. */
  public <E extends Exception> Contributor.Parts contribution(
      SealedManifest manifest, AgencyId agency, NodeValues table, Contributor.Sink<E> chunks)
      throws Refused, E {
    Contributor contributor = new Contributor(manifest, agency, signing.get(agency), secrets);
    return contributor.contribute(contributor.secrets(), table, chunks);
  }

  private RoleHolder role(AgencyId agency) {
    return new RoleHolder(
        agency,
        authority(agency),
        signing.get(agency).verificationKey(),
        offers.getOrDefault(
            agency,
            RoleKey.offered(agency, decryption.get(agency).encryptionKey(), signing.get(agency))));
  }

  private static AuthorityId authority(AgencyId agency) {
    return new AuthorityId("board-of-" + agency);
  }

  /** A tree that is halved until each leaf is one of {@code leaves}. */
  public static Tree halved(String prefix, int from, int to) {
    if (to - from == 1) {
      return Tree.leaf(prefix + from);
    }
    int middle = (from + to) / 2;
    return Tree.of(
        prefix + from + "-" + to, halved(prefix, from, middle), halved(prefix, middle, to));
  }

  public static SealedAttribute attribute(String id, int classes, String startUnit) {
    return new SealedAttribute(id, List.of(new DimensionId(id)), halved(id, 0, classes), startUnit);
  }

  /** Plain tables with about {@code mean} persons of each agency in a leaf unit. */
  public Map<AgencyId, Table> tables(SealedManifest manifest, Random random, double mean) {
    Map<AgencyId, Table> tables = new HashMap<>();
    for (AgencyId agency : agencies) {
      Table table = new Table(manifest);
      // The first unit is the largest, the last ones are small and often empty.
      List<Tree> units = manifest.units().leaves();
      for (int i = 0; i < units.size(); i++) {
        double size = mean * units.size() / Math.pow(1 + i, 1.5);
        int persons = (int) Math.round(size * Math.exp(0.7 * random.nextGaussian()));
        table.fill(random, units.get(i).code(), persons);
      }
      tables.put(agency, table);
    }
    return tables;
  }
}
