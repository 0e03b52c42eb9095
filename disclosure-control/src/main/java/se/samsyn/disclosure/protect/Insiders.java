package se.samsyn.disclosure.protect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.samsyn.disclosure.certificate.Attacker;
import se.samsyn.disclosure.rule.Requirement;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.Table;
import se.samsyn.disclosure.table.TableSpace;

/**
 * Single respondents as attackers: whoever is alone in a cell of a frequency table knows it
 * wherever it is hidden, and every total of value 1 above it.
 */
public final class Insiders {
  private Insiders() {}

  /**
   * That no single respondent can compute another unsafe cell exactly. Left out is what one knows
   * whatever is hidden: who is alone in a total knows that its other parts are empty.
   *
   * @param demands the demands for the outsider; their cells are the unsafe ones
   * @return further demands, to be met besides {@code demands}
   */
  public static List<Demand> single(Table table, Collection<Demand> demands) {
    List<Demand> further = new ArrayList<>();
    for (Attacker attacker : respondents(table, demands)) {
      BitSet certain = certain(table, attacker);
      for (Demand demand : demands) {
        if (!certain.get(demand.cell())) {
          further.add(
              new Demand(
                  demand.cell(), attacker, Requirement.notExact(table.value(demand.cell()))));
        }
      }
    }
    return further;
  }

  /**
   * What follows from the attacker's own cells alone: where those that it knows balance, the rest
   * of a relation, all of which counts on one side, is 0.
   */
  private static BitSet certain(Table table, Attacker attacker) {
    TableSpace space = table.space();
    BitSet certain = new BitSet();
    attacker.knows().forEach(certain::set);
    Deque<Integer> queue = new ArrayDeque<>(attacker.knows());
    while (!queue.isEmpty()) {
      int cell = queue.poll();
      for (int i = 0; i < space.degree(cell); i++) {
        Relation relation = space.relations().get(space.relationOf(cell, i));
        if (relation.constant() == 0 && restIsEmpty(table, relation, certain)) {
          for (int other : relation.cells()) {
            if (!certain.get(other)) {
              certain.set(other);
              queue.add(other);
            }
          }
        }
      }
    }
    return certain;
  }

  private static boolean restIsEmpty(Table table, Relation relation, BitSet certain) {
    long known = 0;
    int positive = 0;
    int negative = 0;
    for (int i = 0; i < relation.cells().length; i++) {
      int cell = relation.cells()[i];
      long coefficient = relation.coefficients()[i];
      if (certain.get(cell)) {
        known += coefficient * table.value(cell);
      } else if (table.space().lower(cell) != 0) {
        return false;
      } else if (coefficient > 0) {
        positive++;
      } else {
        negative++;
      }
    }
    return known == 0 && (positive == 0 || negative == 0);
  }

  private static List<Attacker> respondents(Table table, Collection<Demand> demands) {
    int[] group = new int[table.size()];
    for (int cell = 0; cell < group.length; cell++) {
      group[cell] = cell;
    }
    for (Relation relation : table.space().relations()) {
      joinSame(table, relation, group);
    }
    Map<Integer, List<Integer>> known = new LinkedHashMap<>();
    for (Demand demand : demands) {
      if (table.value(demand.cell()) == 1) {
        known
            .computeIfAbsent(root(group, demand.cell()), r -> new ArrayList<>())
            .add(demand.cell());
      }
    }
    return known.values().stream().map(List::copyOf).map(Attacker::new).toList();
  }

  /** A part of 1 and its total of 1 are the same respondent. */
  private static void joinSame(Table table, Relation relation, int[] group) {
    int total = -1;
    int part = -1;
    for (int i = 0; i < relation.cells().length; i++) {
      int cell = relation.cells()[i];
      if (table.value(cell) == 1) {
        if (relation.coefficients()[i] < 0) {
          total = cell;
        } else {
          part = cell;
        }
      }
    }
    if (total >= 0 && part >= 0) {
      group[root(group, part)] = root(group, total);
    }
  }

  private static int root(int[] group, int cell) {
    int root = cell;
    while (group[root] != root) {
      root = group[root];
    }
    return root;
  }
}
