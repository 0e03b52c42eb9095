package se.samsyn.aggregator.reading.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.samsyn.aggregator.joint.HiddenCells;
import se.samsyn.aggregator.joint.JointTable;
import se.samsyn.aggregator.reading.Cube;
import se.samsyn.aggregator.reading.Pick;
import se.samsyn.aggregator.reading.Reading;
import se.samsyn.aggregator.release.HiddenCell;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Counting;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.definition.Instrument;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.definition.Purpose;
import se.samsyn.schemas.definition.Text;
import se.samsyn.schemas.message.CollectionManifest;
import se.samsyn.schemas.message.Participant;
import se.samsyn.schemas.message.SealedTerms;

/** What a reader is shown of sealed tables, against the persons that they were made of. */
class SealedViewTest {
  private static final int TABLES = 250;

  /** Every person of an opened whole is in exactly one row, and no row is without a number. */
  @Test
  void everyPersonIsInExactlyOneUnitAndThereInExactlyOneClass() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    int opened = 0;
    int groups = 0;
    int around = 0;
    for (int i = 0; i < TABLES; i++) {
      SealedExample.Made made = table(random);
      PlainWalk walk = new PlainWalk(made.table().manifest(), made.persons());
      Cube cube = Cube.of(made.table());
      for (Measure measure : cube.definition().collected()) {
        SealedView view = SealedView.of(cube, measure);
        if (!view.isOpened()) {
          assertThat(view.units()).isEmpty();
          assertThat(view.attributes()).noneMatch(view::isDivided);
          continue;
        }
        opened++;
        unitsAreWhole(view, cube, measure, walk);
        groups += (int) view.units().stream().filter(Shown::isGroup).count();
        for (Dimension attribute : view.attributes()) {
          around += classesAreWhole(view, cube, measure, attribute, walk);
        }
      }
    }
    // Else nothing was tried.
    assertThat(List.of(opened, groups, around)).allMatch(n -> n > 20);
  }

  private static void unitsAreWhole(SealedView view, Cube cube, Measure measure, PlainWalk walk) {
    Pick whole = Pick.total(cube, measure);
    Optional<Dimension> units = view.unitDimension();
    if (units.isEmpty()) {
      assertThat(view.units()).isEmpty();
      return;
    }
    assertThat(view.units().stream().flatMap(u -> u.members().stream()).toList())
        .as("each unit once, in the order of the tree")
        .isEqualTo(units.get().leaves());
    BigDecimal sum = BigDecimal.ZERO;
    for (Shown unit : view.units()) {
      BigDecimal shown = number(whole.with(units.get().id(), unit.code()));
      assertThat(shown.longValueExact())
          .isEqualTo(amount(walk, Map.of(units.get().id(), unit.code()), measure));
      sum = sum.add(shown);
    }
    assertThat(sum).isEqualTo(number(whole));
    // As fine as it was opened: inside a row nothing is open that the rows do not tell.
    Set<String> shown = new HashSet<>(view.units().stream().map(Shown::code).toList());
    units.get().leaves().stream()
        .map(Code::code)
        .filter(unit -> whole.with(units.get().id(), unit).read().isKnown())
        .forEach(unit -> assertThat(shown).contains(unit));
  }

  /** How many rows stand around others. */
  private static int classesAreWhole(
      SealedView view, Cube cube, Measure measure, Dimension attribute, PlainWalk walk) {
    Pick whole = Pick.total(cube, measure);
    unitIsWhole(whole, Map.of(), attribute, view.classes(Code.TOTAL, attribute), walk);
    if (view.unitDimension().isEmpty()) {
      assertThat(view.divided(attribute)).isEmpty();
      return 0;
    }
    DimensionId units = view.unitDimension().get().id();
    List<Shown> smallest = new ArrayList<>();
    int around = 0;
    for (DividedUnit row : view.divided(attribute)) {
      String unit = row.unit().code();
      unitIsWhole(whole.with(units, unit), Map.of(units, unit), attribute, row.classes(), walk);
      if (row.isSplit()) {
        around++;
        assertThat(row.classes()).as("finer than its parts").hasSizeGreaterThan(1);
      } else {
        smallest.add(row.unit());
      }
    }
    assertThat(smallest).isEqualTo(view.units().stream().filter(u -> !u.isWhole()).toList());
    return around;
  }

  private static void unitIsWhole(
      Pick unit,
      Map<DimensionId, String> codes,
      Dimension attribute,
      List<Shown> classes,
      PlainWalk walk) {
    assertThat(classes.stream().flatMap(c -> c.members().stream()).toList())
        .isEqualTo(attribute.leaves());
    BigDecimal sum = BigDecimal.ZERO;
    for (Shown clazz : classes) {
      Map<DimensionId, String> at = new HashMap<>(codes);
      at.put(attribute.id(), clazz.code());
      BigDecimal shown = number(unit.with(attribute.id(), clazz.code()));
      assertThat(shown.longValueExact()).isEqualTo(amount(walk, at, unit.measure()));
      sum = sum.add(shown);
    }
    assertThat(sum).isEqualTo(number(unit));
  }

  private static BigDecimal number(Pick pick) {
    Reading reading = pick.read();
    assertThat(reading).isInstanceOf(Reading.Exact.class);
    return ((Reading.Exact) reading).value();
  }

  private static long amount(PlainWalk walk, Map<DimensionId, String> codes, Measure measure) {
    return walk.in(codes)
        .mapToLong(p -> measure.id().equals(SealedExample.COST) ? p.cost() : 1)
        .sum();
  }

  @Test
  void aCellThatAReleaseHidesClosesItsGroup() {
    SealedExample.Made made = table(new Random(7), 4, 40, Counting.DISJOINT, false);
    Cube cube = Cube.of(made.table());
    Measure children = cube.definition().measures().get(0);
    assertThat(SealedView.of(cube, children).units()).hasSize(4);
    Cube hidden = Cube.of(without(made, Map.of(SealedExample.UNITS, "u0")));
    assertThat(SealedView.of(hidden, children).units())
        .extracting(Shown::code)
        .containsExactly("g1", "u2", "u3");
  }

  @Test
  void anAttributeThatStartsBelowTheWholeIsShownFromThereOn() {
    SealedExample.Made made = table(new Random(7), 4, 60, Counting.DISJOINT, false);
    CollectionManifest manifest = made.table().manifest();
    SealedTerms terms = manifest.sealed().orElseThrow();
    CollectionManifest below =
        new CollectionManifest(
            manifest.collection(),
            1,
            manifest.constellation(),
            manifest.period(),
            manifest.definitions(),
            manifest.tables(),
            manifest.participants(),
            manifest.encryptionKey(),
            manifest.issued(),
            manifest.deadline(),
            Optional.empty(),
            Optional.of(
                new SealedTerms(
                    terms.k(),
                    terms.t(),
                    terms.units(),
                    List.of(new SealedTerms.Attribute(SealedExample.SEX, "g2")),
                    terms.magnitudes(),
                    true,
                    terms.coverage(),
                    terms.roles(),
                    terms.aggregator(),
                    List.of())));
    SealedView view =
        SealedView.of(
            Cube.of(SealedExample.made(below, made.persons(), List.of()).table()),
            below.definitions().get(0).measures().get(0));
    Dimension sex = SealedExample.sex();
    assertThat(view.classes(Code.TOTAL, sex)).hasSize(1);
    assertThat(view.divided(sex)).extracting(row -> row.unit().code()).containsExactly("u2", "u3");
    assertThat(view.isDivided(sex)).isTrue();
  }

  private static JointTable without(SealedExample.Made made, Map<DimensionId, String> codes) {
    Cube cube = Cube.of(made.table());
    List<String> coordinates =
        cube.definition().dimensions().stream()
            .map(d -> codes.getOrDefault(d.id(), Code.TOTAL))
            .toList();
    return HiddenCells.in(
        made.table(),
        Set.of(
            new HiddenCell(
                cube.definition().id(),
                Optional.empty(),
                SealedExample.CHILDREN,
                cube.space().index(coordinates).orElseThrow())));
  }

  private static SealedExample.Made table(Random random) {
    Counting counting = random.nextInt(3) == 0 ? Counting.OVERLAPPING : Counting.DISJOINT;
    return table(
        random,
        1 + random.nextInt(9),
        4 + random.nextInt(50),
        counting,
        counting == Counting.DISJOINT && random.nextBoolean());
  }

  /**
   * @param units one: no dimension of units
   * @param mean persons in each
   */
  private static SealedExample.Made table(
      Random random, int units, int mean, Counting counting, boolean withCost) {
    List<Dimension> dimensions = new ArrayList<>();
    if (units > 1) {
      dimensions.add(
          SealedExample.units(
              IntStream.range(0, units)
                  .mapToObj(u -> SealedExample.leaf("u" + u, "Ort " + u, "Place " + u))
                  .toList()));
    }
    dimensions.add(SealedExample.sex());
    dimensions.add(SealedExample.age());
    Definition definition =
        SealedExample.definition(
            "seen",
            new Text("Barn", "Children"),
            new Purpose.PartOf(Instrument.OUTCOMES),
            counting,
            withCost,
            dimensions);
    List<Participant> agencies =
        IntStream.range(0, 3 + random.nextInt(3))
            .mapToObj(a -> SealedExample.agency("agency-" + a, "Nämnd " + a, "Board " + a))
            .toList();
    int[] sizes =
        IntStream.range(0, units)
            .map(u -> (int) (mean * Math.exp(0.7 * random.nextGaussian())))
            .toArray();
    return SealedExample.made(
        SealedExample.manifest(
            "seen-vt2026",
            new Text("Länet", "The county"),
            Period.parse("VT2026"),
            definition,
            agencies),
        SealedExample.persons(definition, sizes, agencies.size(), random),
        List.of());
  }
}
