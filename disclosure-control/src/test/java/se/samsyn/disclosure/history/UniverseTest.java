package se.samsyn.disclosure.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.samsyn.disclosure.attack.Attack;
import se.samsyn.disclosure.protect.Demand;
import se.samsyn.disclosure.protect.Options;
import se.samsyn.disclosure.protect.Protector;
import se.samsyn.disclosure.rule.MinimumFrequency;
import se.samsyn.disclosure.table.Cube;
import se.samsyn.disclosure.table.Dimension;
import se.samsyn.disclosure.table.Dimension.Kind;
import se.samsyn.disclosure.table.Node;
import se.samsyn.disclosure.table.Publication;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.Table;
import se.samsyn.disclosure.table.TableSpace;

class UniverseTest {
  private static final MinimumFrequency RULE = new MinimumFrequency(5);
  private static final Universe UNIVERSE =
      new Universe(
          List.of(
              new Universe.Variable("place", List.of("p", "q")),
              new Universe.Variable("age", List.of("6", "7", "8", "9"))));

  /** Place p then place q, by age: two persons aged 8 in place p. */
  private static final long[] COUNTS = {9, 8, 2, 7, 12, 6, 11, 8};

  @Test
  void aCubesCellsAreTheirAtoms() {
    Cube cube = cube(group("young", "6", "7", "8"), group("old", "9"));
    List<Footprint> footprints = UNIVERSE.footprints(cube, "persons", UniverseTest::ages);
    assertThat(footprints.get(0)).isEqualTo(UNIVERSE.footprint("persons", Map.of()));
    assertThat(footprints.get(cube.index(1, 1)))
        .isEqualTo(
            UNIVERSE.footprint(
                "persons", Map.of("place", Set.of("p"), "age", Set.of("6", "7", "8"))));
    assertThat(footprints.get(cube.index(2, 2)).atoms())
        .isEqualTo(BitSet.valueOf(new long[] {128}));
  }

  @Test
  void classesThatOverlapAreMeasuresOfTheirOwn() {
    Dimension support =
        new Dimension("support", Kind.MULTIPLE, Node.of("_T", Node.leaf("A"), Node.leaf("B")));
    List<Footprint> footprints = UNIVERSE.footprints(new Cube(List.of(support)), "persons");
    assertThat(footprints.stream().map(Footprint::measure))
        .containsExactly("persons", "persons/support=A", "persons/support=B");
    assertThat(footprints.get(1).atoms()).isEqualTo(footprints.get(0).atoms());
  }

  @Test
  void anUnknownClassIsRefused() {
    assertThatThrownBy(() -> UNIVERSE.footprint("persons", Map.of("age", Set.of("10"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("age");
    assertThatThrownBy(() -> UNIVERSE.footprint("persons", Map.of("sex", Set.of("1"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sex");
  }

  @Test
  void cubesWithOtherAgeGroupsAreNotSubtracted() {
    Grouping first = grouping(cube(group("6-7", "6", "7"), group("8-9", "8", "9")));
    Grouping second = grouping(cube(group("6-8", "6", "7", "8"), group("9", "9")));
    Release before = alone("first", first);
    int secret = 2;
    Release careless = alone("second", second);
    assertThat(attack(List.of(before, careless), secret)).isEqualTo(new Attack.Range(2, 2));
    ReleaseUnion union =
        ReleaseUnion.of(
            History.of(List.of(before)),
            second,
            demands(second.table()),
            FinerGroups.counts(UniverseTest::value, RULE));
    Release careful = union.released("second", union.protect(Options.standard()));
    Attack.Range range = attack(List.of(before, careful), secret);
    assertThat(range.upper()).isGreaterThanOrEqualTo(5);
    assertThat(range.upper() - range.lower()).isGreaterThanOrEqualTo(2);
  }

  /** What all that was shown says of one atom; the attacker knows nothing but atoms and sums. */
  private static Attack.Range attack(List<Release> releases, int atom) {
    List<Relation> relations = new ArrayList<>();
    for (Release release : releases) {
      for (int cell = 0; cell < release.grouping().table().size(); cell++) {
        if (!release.hidden().get(cell)) {
          int[] atoms =
              release.grouping().footprints().get(cell).orElseThrow().atoms().stream().toArray();
          long[] ones = new long[atoms.length];
          Arrays.fill(ones, 1);
          relations.add(new Relation(atoms, ones, release.grouping().table().value(cell)));
        }
      }
    }
    long[] upper = new long[COUNTS.length];
    Arrays.fill(upper, TableSpace.UNBOUNDED);
    BitSet unknown = new BitSet();
    unknown.set(0, COUNTS.length);
    TableSpace space = new TableSpace(new long[COUNTS.length], upper, relations);
    return Attack.range(space, COUNTS, unknown, atom, true, 1000);
  }

  private static Release alone(String id, Grouping grouping) {
    List<Demand> demands = demands(grouping.table());
    return new Release(
        id,
        grouping,
        Protector.protect(grouping.table(), demands, Options.standard()).hidden(),
        demands);
  }

  private static Grouping grouping(Cube cube) {
    List<Footprint> footprints = UNIVERSE.footprints(cube, "persons", UniverseTest::ages);
    List<Relation> relations = new ArrayList<>();
    cube.forEachSum((along, total, parts) -> relations.add(Relation.sum(total, parts)));
    long[] upper = new long[cube.size()];
    Arrays.fill(upper, TableSpace.UNBOUNDED);
    double[] costs = new double[cube.size()];
    Arrays.setAll(costs, cell -> 1 + cube.level(cell));
    Publication[] publication = new Publication[cube.size()];
    Arrays.fill(publication, Publication.OPTIONAL);
    return new Grouping(
        new Table(
            new TableSpace(new long[cube.size()], upper, relations),
            footprints.stream().mapToLong(UniverseTest::value).toArray(),
            costs,
            publication,
            IntStream.range(0, cube.size()).toArray()),
        footprints.stream().map(Optional::of).toList());
  }

  private static List<Demand> demands(Table table) {
    return IntStream.range(0, table.size())
        .filter(cell -> RULE.isUnsafe(table.value(cell)))
        .mapToObj(cell -> Demand.of(cell, RULE.forPersons(table.value(cell))))
        .toList();
  }

  private static long value(Footprint footprint) {
    return footprint.atoms().stream().mapToLong(atom -> COUNTS[atom]).sum();
  }

  /** A group's code names its ages. */
  private static Set<String> ages(String dimension, String code) {
    return dimension.equals("age") ? Set.of(code.split(":")[1].split(",")) : Set.of(code);
  }

  private static Node group(String name, String... ages) {
    return Node.leaf(name + ":" + String.join(",", ages));
  }

  private static Cube cube(Node... groups) {
    return new Cube(
        List.of(
            new Dimension("place", Kind.SINGLE, Node.of("_T", Node.leaf("p"), Node.leaf("q"))),
            new Dimension("age", Kind.SINGLE, Node.of("_T", groups))));
  }
}
