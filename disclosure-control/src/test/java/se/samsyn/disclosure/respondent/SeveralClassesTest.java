package se.samsyn.disclosure.respondent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samsyn.disclosure.attack.Attack;
import se.samsyn.disclosure.cube.CubeSystem;
import se.samsyn.disclosure.cube.Layer;
import se.samsyn.disclosure.cube.Policy;
import se.samsyn.disclosure.protect.Options;
import se.samsyn.disclosure.rule.MinimumFrequency;
import se.samsyn.disclosure.table.Cube;
import se.samsyn.disclosure.table.Dimension;
import se.samsyn.disclosure.table.Node;
import se.samsyn.disclosure.table.TableSpace;

/**
 * Persons with several classes, a filtered count, and agencies at which a class does not exist:
 * attacked by another solver, with the others' part of each agency.
 */
class SeveralClassesTest {
  private static final int K = 4;
  private static final long FAR = 500;
  private static final int AREAS = 3;
  private static final int SERVICES = 2;
  private static final Cube CUBE =
      new Cube(
          List.of(
              flat("area", Dimension.Kind.SINGLE, AREAS),
              flat("service", Dimension.Kind.MULTIPLE, SERVICES)));
  private static final List<Layer> LAYERS =
      List.of(Layer.persons("children"), Layer.personsOf("helped", "children"));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noAgencyLearnsAFewOfTheOthersOrOfThoseLeftOutByAFilterOrThatAllAreInOneClass(long seed) {
    Random random = new Random(seed);
    List<List<long[]>> tables = new ArrayList<>();
    List<RespondentPart> parts = new ArrayList<>();
    for (int agency = 0; agency < 3; agency++) {
      // The last one has no records in the last area, and everybody knows.
      int areas = agency == 2 ? AREAS - 1 : AREAS;
      List<long[]> table = table(random, areas);
      BitSet absent = new BitSet();
      for (int cell = 0; cell < CUBE.size(); cell++) {
        absent.set(cell, CUBE.position(cell, 0) > areas);
      }
      tables.add(table);
      parts.add(new RespondentPart(table, table, absent));
    }
    JointPattern pattern =
        RespondentProtection.protect(
            CUBE,
            LAYERS.stream().map(JointLayer::persons).toList(),
            parts,
            new Policy(new MinimumFrequency(K), Optional.empty(), false, true),
            Options.standard());
    for (int own = -1; own < tables.size(); own++) {
      attack(tables, parts, own, pattern.hidden().get(0), "seed " + seed + ", agency " + own);
    }
  }

  private static void attack(
      List<List<long[]>> tables,
      List<RespondentPart> parts,
      int own,
      BitSet hidden,
      String attacker) {
    CubeSystem system = new CubeSystem(CUBE, LAYERS);
    List<long[]> others = List.of(new long[CUBE.size()], new long[CUBE.size()]);
    BitSet absent = new BitSet();
    absent.set(0, CUBE.size());
    for (int agency = 0; agency < tables.size(); agency++) {
      if (agency != own) {
        absent.and(parts.get(agency).absent());
        for (int layer = 0; layer < 2; layer++) {
          for (int cell = 0; cell < CUBE.size(); cell++) {
            others.get(layer)[cell] += tables.get(agency).get(layer)[cell];
          }
        }
      }
    }
    long[] values = system.complete(others);
    long[] upper = new long[values.length];
    Arrays.fill(upper, TableSpace.UNBOUNDED);
    BitSet unknown = new BitSet();
    unknown.set(system.shown(), values.length);
    for (int layer = 0; layer < 2; layer++) {
      for (int cell = 0; cell < CUBE.size(); cell++) {
        unknown.set(system.cell(layer, cell), hidden.get(cell) && !absent.get(cell));
      }
    }
    TableSpace space = new TableSpace(new long[values.length], upper, system.relations());
    int rest = system.firstRestCell(1);
    for (int cell = 0; cell < rest + CUBE.size(); cell++) {
      boolean isCount = cell < system.shown() || cell >= rest;
      if (isCount && values[cell] > 0 && values[cell] < K) {
        assertThat(unknown.get(cell)).as(attacker + ", cell " + cell).isTrue();
        Attack.Range range = Attack.range(space, values, unknown, cell, true, FAR);
        assertThat(range.upper()).as(attacker + ", cell " + cell).isGreaterThanOrEqualTo(K);
        assertThat(range.upper() - range.lower()).as(attacker).isGreaterThanOrEqualTo(2);
      }
    }
    CUBE.forEachSum(
        (along, total, classes) -> {
          boolean isChoice = IntStream.of(classes).filter(part -> !absent.get(part)).count() > 1;
          for (int part : classes) {
            for (int layer = 0; layer < 2; layer++) {
              int cell = system.cell(layer, part);
              if (isChoice && values[cell] > 0 && values[cell] == others.get(layer)[total]) {
                assertThat(unknown.get(cell)).as(attacker + ", everybody in cell " + cell).isTrue();
                assertThat(Attack.range(space, values, unknown, cell, true, FAR).lower())
                    .as(attacker + ", everybody in cell " + cell)
                    .isLessThan(values[cell]);
              }
            }
          }
        });
  }

  /** Children and those helped, by area and service; many have several services. */
  private static List<long[]> table(Random random, int areas) {
    List<long[]> table = List.of(new long[CUBE.size()], new long[CUBE.size()]);
    for (int area = 1; area <= areas; area++) {
      int children = random.nextInt(3) == 0 ? random.nextInt(K + 1) : random.nextInt(25);
      for (int child = 0; child < children; child++) {
        boolean helped = random.nextInt(4) > 0;
        int services = 1 + random.nextInt((1 << SERVICES) - 1);
        for (int a : new int[] {0, area}) {
          count(table, CUBE.index(a, 0), helped);
          for (int service = 0; service < SERVICES; service++) {
            if ((services >> service & 1) == 1) {
              count(table, CUBE.index(a, service + 1), helped);
            }
          }
        }
      }
    }
    return table;
  }

  private static void count(List<long[]> table, int cell, boolean helped) {
    table.get(0)[cell]++;
    table.get(1)[cell] += helped ? 1 : 0;
  }

  private static Dimension flat(String id, Dimension.Kind kind, int classes) {
    List<Node> nodes = new ArrayList<>();
    for (int i = 1; i <= classes; i++) {
      nodes.add(Node.leaf(id + i));
    }
    return new Dimension(id, kind, new Node("_T", nodes));
  }
}
