package se.samsyn.aggregator.reading.sealed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import se.samsyn.aggregator.joint.JointTable;
import se.samsyn.schemas.catalogue.Catalogue;
import se.samsyn.schemas.definition.ClassifiedBy;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Counting;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.definition.LogicStep;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.definition.PeriodGrain;
import se.samsyn.schemas.definition.Periodicity;
import se.samsyn.schemas.definition.ProtectionPolicy;
import se.samsyn.schemas.definition.Purpose;
import se.samsyn.schemas.definition.TableId;
import se.samsyn.schemas.definition.Text;
import se.samsyn.schemas.definition.Unit;
import se.samsyn.schemas.definition.Zeros;
import se.samsyn.schemas.envelope.DecryptionKey;
import se.samsyn.schemas.envelope.SigningKey;
import se.samsyn.schemas.json.MalformedDocument;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.AuthorityId;
import se.samsyn.schemas.message.CollectionId;
import se.samsyn.schemas.message.CollectionManifest;
import se.samsyn.schemas.message.Participant;
import se.samsyn.schemas.message.RoleKey;
import se.samsyn.schemas.message.SealedTerms;
import se.samsyn.schemas.table.Cell;

/**
 * Sealed collections whose persons are drawn at random and whose nodes are opened by the engine's
 * own walk on plain counts, so that a test knows every person behind what is shown.
 */
public final class SealedExample {
  public static final int K = 5;
  public static final int T = 1;
  public static final DimensionId UNITS = new DimensionId("municipality");
  public static final DimensionId SEX = new DimensionId("sex");
  public static final DimensionId AGE = new DimensionId("age");
  public static final DimensionId OUTCOME = new DimensionId("outcome");
  public static final MeasureId CHILDREN = new MeasureId("children");
  public static final MeasureId COST = new MeasureId("cost");

  private static final SecureRandom KEYS = new SecureRandom();
  private static final Catalogue CATALOGUE = catalogue();

  private SealedExample() {}

  /** One person, at one agency. */
  public record Person(int agency, Map<DimensionId, String> codes, long cost) {}

  /** What a sealed collection showed, and the persons it was made of. */
  public record Made(JointTable table, List<Person> persons) {}

  /** A binary tree over units in the order given, halved by number. */
  public static Dimension units(List<Code> leaves) {
    return new Dimension(
        UNITS,
        new Text("Kommun", "Municipality"),
        Dimension.Kind.SINGLE,
        new ClassifiedBy.Column("municipality"),
        leaves.size() == 1 ? leaves : halves(leaves, "g"));
  }

  public static Dimension sex() {
    return new Dimension(
        SEX,
        new Text("Kön", "Sex"),
        Dimension.Kind.SINGLE,
        new ClassifiedBy.Column("sex"),
        List.of(leaf("1", "Pojkar", "Boys"), leaf("2", "Flickor", "Girls")));
  }

  public static Dimension age() {
    return new Dimension(
        AGE,
        new Text("Ålder", "Age"),
        Dimension.Kind.SINGLE,
        new ClassifiedBy.Age(ClassifiedBy.AgeAt.PERIOD_START),
        List.of(
            group("0-12", List.of(band(0, 5), band(6, 12))),
            group("13-17", List.of(band(13, 15), band(16, 17)))));
  }

  /** Better, as before or worse; the last two as a group. */
  public static Dimension outcome() {
    return new Dimension(
        OUTCOME,
        new Text("Hur det gått", "What came of it"),
        Dimension.Kind.SINGLE,
        new ClassifiedBy.Column("outcome"),
        List.of(
            leaf("better", "Bättre", "Better"),
            group(
                "not-better",
                List.of(leaf("same", "Som förut", "As before"), leaf("worse", "Sämre", "Worse")))));
  }

  /** Small, with the digits that a code has. */
  public static Code leaf(String code, String sv, String en) {
    return new Code(code, new Text(sv, en), Optional.empty(), List.of());
  }

  /** Two of the classes or units together. */
  public static Code group(String code, List<Code> codes) {
    return new Code(code, new Text("Grupp " + code, "Group " + code), Optional.empty(), codes);
  }

  private static Code band(long from, long to) {
    return new Code(
        from + "-" + to,
        new Text(from + "–" + to + " år", from + "–" + to + " years"),
        Optional.of(new Code.Band(from, to)),
        List.of());
  }

  private static List<Code> halves(List<Code> leaves, String name) {
    int half = leaves.size() / 2;
    return List.of(
        half(leaves.subList(0, half), name + "1"),
        half(leaves.subList(half, leaves.size()), name + "2"));
  }

  private static Code half(List<Code> leaves, String name) {
    return leaves.size() == 1 ? leaves.get(0) : group(name, halves(leaves, name));
  }

  /**
   * A definition of distinct children; by disjoint counts also of what they cost.
   *
   * @param dimensions the units, if any, and the attributes
   */
  public static Definition definition(
      String id,
      Text title,
      Purpose purpose,
      Counting counting,
      boolean withCost,
      List<Dimension> dimensions) {
    List<Measure> measures = new ArrayList<>();
    measures.add(new Measure.Count(CHILDREN, new Text("Barn", "Children"), List.of()));
    if (withCost) {
      measures.add(
          new Measure.Sum(COST, new Text("Kostnad", "Cost"), "cost", Measure.AmountUnit.ORE));
      measures.add(
          new Measure.Mean(
              new MeasureId("mean-cost"),
              new Text("Kostnad per barn", "Cost per child"),
              COST,
              CHILDREN));
    }
    return new Definition(
        new DefinitionId(id),
        1,
        title,
        new Text("Barn i länets arbete.", "Children in the county's work."),
        purpose,
        LogicStep.ACTION,
        new TableId(withCost ? "intervention" : "tsi_case"),
        Unit.PERSONS,
        counting,
        new Periodicity(PeriodGrain.TERM, Optional.of("start_date")),
        List.of(),
        dimensions,
        measures,
        new ProtectionPolicy(
            K,
            withCost ? Optional.of(new ProtectionPolicy.Dominance(1, 80)) : Optional.empty(),
            Zeros.SHOWN,
            false));
  }

  /** An agency by itself under an authority. */
  public static Participant agency(String id, String sv, String en) {
    return new Participant(
        new AgencyId(id),
        new AuthorityId(id),
        new Text(sv, en),
        SigningKey.generate(KEYS).verificationKey());
  }

  /** Who takes part is in every unit; the first three have the roles. */
  public static CollectionManifest manifest(
      String id, Text constellation, Period period, Definition definition, List<Participant> all) {
    Optional<Dimension> units =
        definition.dimensions().stream().filter(d -> d.id().equals(UNITS)).findFirst();
    List<String> leaves =
        units.map(d -> d.leaves().stream().map(Code::code).toList()).orElse(List.of(Code.TOTAL));
    boolean withCost = definition.collected().size() > 1;
    return new CollectionManifest(
        new CollectionId(id),
        1,
        constellation,
        period,
        List.of(definition),
        List.copyOf(CATALOGUE.tables()),
        all,
        DecryptionKey.generate().encryptionKey(),
        Instant.parse("2026-08-01T08:00:00Z"),
        Instant.parse("2026-09-01T08:00:00Z"),
        Optional.empty(),
        Optional.of(
            new SealedTerms(
                K,
                T,
                units.map(Dimension::id),
                definition.dimensions().stream()
                    .map(Dimension::id)
                    .filter(d -> !d.equals(UNITS))
                    .map(SealedTerms.Attribute::fromTheWhole)
                    .toList(),
                withCost ? List.of(new SealedTerms.Magnitude(COST, 2)) : List.of(),
                true,
                all.stream().map(p -> new SealedTerms.Covered(p.agency(), leaves)).toList(),
                all.stream().limit(3).map(p -> role(p.agency())).toList(),
                new AuthorityId("samordnaren"),
                List.of())));
  }

  private static RoleKey role(AgencyId agency) {
    return RoleKey.offered(
        agency, DecryptionKey.generate().encryptionKey(), SigningKey.generate(KEYS));
  }

  /**
   * @param sizes of the units, in the order of the leaves; one number where all are one unit
   * @param agencies how many hold persons
   */
  public static List<Person> persons(
      Definition definition, int[] sizes, int agencies, Random random) {
    List<Person> persons = new ArrayList<>();
    for (int unit = 0; unit < sizes.length; unit++) {
      for (int i = 0; i < sizes[unit]; i++) {
        Map<DimensionId, String> codes = new HashMap<>();
        for (Dimension dimension : definition.dimensions()) {
          List<Code> leaves = dimension.leaves();
          int leaf =
              dimension.id().equals(UNITS)
                  ? unit
                  // Of more than two the lower of two draws: classes are not alike in size.
                  : Math.min(
                      random.nextInt(leaves.size()),
                      leaves.size() > 2 ? random.nextInt(leaves.size()) : leaves.size());
          codes.put(dimension.id(), leaves.get(leaf).code());
        }
        persons.add(new Person(random.nextInt(agencies), codes, 100_00L * (1 + random.nextInt(9))));
      }
    }
    return persons;
  }

  /** The joint table of these persons, opened as far as is safe. */
  public static Made made(
      CollectionManifest manifest, List<Person> persons, List<Participant> notReported) {
    PlainWalk walk = new PlainWalk(manifest, persons);
    Map<MeasureId, List<Cell>> joint = new HashMap<>();
    joint.put(CHILDREN, walk.children());
    manifest.sealed().orElseThrow().magnitudes().forEach(m -> joint.put(COST, walk.cost(m)));
    return new Made(
        new JointTable(
            manifest,
            manifest.definitions().get(0),
            manifest.participants().stream().filter(p -> !notReported.contains(p)).toList(),
            notReported,
            joint,
            Map.of()),
        persons);
  }

  private static Catalogue catalogue() {
    try {
      return Catalogue.load(List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MalformedDocument e) {
      throw new IllegalStateException(e);
    }
  }
}
