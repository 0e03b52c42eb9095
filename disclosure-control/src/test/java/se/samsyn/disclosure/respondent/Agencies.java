package se.samsyn.disclosure.respondent;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import se.samsyn.disclosure.audit.FeasibilityInterval;
import se.samsyn.disclosure.cube.CubeAudit;
import se.samsyn.disclosure.cube.CubePattern;
import se.samsyn.disclosure.cube.CubeProtection;
import se.samsyn.disclosure.cube.Layer;
import se.samsyn.disclosure.cube.LayerData;
import se.samsyn.disclosure.cube.Policy;
import se.samsyn.disclosure.protect.Options;
import se.samsyn.disclosure.rule.Dominance;
import se.samsyn.disclosure.rule.MinimumFrequency;
import se.samsyn.disclosure.table.Cube;
import se.samsyn.disclosure.table.Dimension;
import se.samsyn.disclosure.table.Node;

/**
 * Made-up agencies with children and costs by place and sex. A finest cell is written as a place
 * times two plus a sex.
 *
 * @param children per agency and finest cell
 * @param costs the same
 */
record Agencies(List<long[]> children, List<long[]> costs) {
  static final int K = 5;
  static final int SHARE = 80;
  static final int PLACES = 3;
  static final int SEXES = 2;
  static final Policy POLICY =
      new Policy(new MinimumFrequency(K), Optional.of(new Dominance(1, SHARE)), false, false);
  static final Layer CHILDREN = Layer.additive("children");
  static final Layer COSTS = Layer.additive("costs");
  static final List<JointLayer> LAYERS =
      List.of(JointLayer.persons(CHILDREN), JointLayer.amount(COSTS, "children"));
  static final Cube CUBE = new Cube(List.of(flat("place", PLACES), flat("sex", SEXES)));

  /** Some places of some agencies are empty, most groups are small, some costs are very large. */
  static Agencies madeUp(Random random, int number) {
    List<long[]> children = new ArrayList<>();
    List<long[]> costs = new ArrayList<>();
    for (int agency = 0; agency < number; agency++) {
      long[] persons = new long[PLACES * SEXES];
      long[] amounts = new long[PLACES * SEXES];
      for (int leaf = 0; leaf < persons.length; leaf++) {
        persons[leaf] =
            switch (random.nextInt(4)) {
              case 0 -> 0;
              case 1 -> random.nextInt(K);
              default -> random.nextInt(30);
            };
        long each = random.nextInt(5) == 0 ? 300 : 10;
        amounts[leaf] = persons[leaf] * (1 + random.nextLong(each));
      }
      children.add(persons);
      costs.add(amounts);
    }
    return new Agencies(children, costs);
  }

  int number() {
    return children.size();
  }

  /** All cells of an agency's table, by measure. */
  List<long[]> table(int agency) {
    return List.of(summed(children.get(agency)), summed(costs.get(agency)));
  }

  /** All agencies together. */
  List<long[]> joint() {
    List<long[]> joint = List.of(new long[CUBE.size()], new long[CUBE.size()]);
    for (int agency = 0; agency < number(); agency++) {
      for (int measure = 0; measure < joint.size(); measure++) {
        for (int cell = 0; cell < CUBE.size(); cell++) {
          joint.get(measure)[cell] += table(agency).get(measure)[cell];
        }
      }
    }
    return joint;
  }

  /** What each agency's table says to who has all of it. */
  List<RespondentPart> knownInFull() {
    List<RespondentPart> parts = new ArrayList<>();
    for (int agency = 0; agency < number(); agency++) {
      parts.add(RespondentPart.known(table(agency)));
    }
    return parts;
  }

  /** What each agency's table says after it was protected, as agencies send them. */
  List<RespondentPart> protectedOnes() {
    List<RespondentPart> parts = new ArrayList<>();
    for (int agency = 0; agency < number(); agency++) {
      List<long[]> table = table(agency);
      CubePattern pattern =
          CubeProtection.protect(
              CUBE,
              List.of(
                  LayerData.counts(CHILDREN, table.get(0)),
                  LayerData.amounts(COSTS, table.get(1), table.get(0))),
              POLICY,
              Options.standard());
      List<long[]> lower = new ArrayList<>();
      List<long[]> upper = new ArrayList<>();
      for (List<FeasibilityInterval> column :
          CubeAudit.intervals(CUBE, List.of(CHILDREN, COSTS), table, pattern.hidden())) {
        lower.add(column.stream().mapToLong(FeasibilityInterval::lower).toArray());
        upper.add(column.stream().mapToLong(FeasibilityInterval::upper).toArray());
      }
      parts.add(new RespondentPart(lower, upper, new BitSet()));
    }
    return parts;
  }

  /** The finest cells in a cell of the table; written without the engine's own cube. */
  static List<Integer> leaves(int cell) {
    int place = cell / (SEXES + 1);
    int sex = cell % (SEXES + 1);
    List<Integer> leaves = new ArrayList<>();
    for (int p = 1; p <= PLACES; p++) {
      for (int s = 1; s <= SEXES; s++) {
        if ((place == 0 || place == p) && (sex == 0 || sex == s)) {
          leaves.add((p - 1) * SEXES + s - 1);
        }
      }
    }
    return leaves;
  }

  private static long[] summed(long[] ofLeaves) {
    long[] cells = new long[CUBE.size()];
    for (int cell = 0; cell < cells.length; cell++) {
      for (int leaf : leaves(cell)) {
        cells[cell] += ofLeaves[leaf];
      }
    }
    return cells;
  }

  private static Dimension flat(String id, int classes) {
    List<Node> nodes = new ArrayList<>();
    for (int i = 1; i <= classes; i++) {
      nodes.add(Node.leaf(id + i));
    }
    return new Dimension(id, Dimension.Kind.SINGLE, new Node("_T", nodes));
  }
}
