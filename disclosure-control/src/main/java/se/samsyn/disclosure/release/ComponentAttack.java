package se.samsyn.disclosure.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import se.samsyn.disclosure.audit.Audit;
import se.samsyn.disclosure.audit.FeasibilityInterval;
import se.samsyn.disclosure.audit.InconsistentTable;
import se.samsyn.disclosure.solve.LinearProgram;
import se.samsyn.disclosure.solve.LinearProgram.Outcome;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.TableSpace;

/**
 * What an attacker finds out about the numbers of a component. A few programs that push all of them
 * at once show most to be far from known; only those that remain are bounded one by one.
 */
final class ComponentAttack {
  /** After so much work a program is given up; about seconds, but counted in steps. */
  private static final double EFFORT = 60;

  private static final int ROUNDS = 16;

  /** So few are bounded one by one rather than pushed further. */
  private static final int FEW = 16;

  /** So much a number near another is changed at most, after so many branchings. */
  private static final long FAR = 60;

  private static final int BRANCHINGS = 200;

  /** Far more than a program of such numbers errs by, and less than what would be a number more. */
  private static final double TOLERANCE = 1e-4;

  private final Knowledge knowledge;
  private final Component component;
  private final Map<Integer, Integer> positions = new HashMap<>();
  private final Attained attained;
  private final Patience patience;
  private long[] start;

  /**
   * @param attained what is known to be possible; more is added
   */
  ComponentAttack(Knowledge knowledge, Component component, Attained attained, Patience patience) {
    this.patience = patience;
    this.knowledge = knowledge;
    this.component = component;
    this.attained = attained;
    for (int i = 0; i < component.numbers().length; i++) {
      positions.put(component.numbers()[i], i);
    }
  }

  /**
   * The ranges of some numbers, proven as far as it takes.
   *
   * @param enough whether a range that is certainly within the true one will do
   * @throws Contradiction if no whole numbers fit all that is known
   */
  Map<Integer, Range> ranges(int[] targets, Predicate<Map.Entry<Integer, Range>> enough) {
    Map<Integer, Range> found = new HashMap<>();
    int[] left = open(targets, enough, found);
    int round = 0;
    while (round < ROUNDS && (left.length > FEW || round < 2) && left.length > 0) {
      push(left, round++);
      left = open(left, enough, found);
    }
    if (left.length == 0) {
      return found;
    }
    left = near(audit(left, enough, found), enough, found);
    while (round < ROUNDS && left.length > 0) {
      push(left, round++);
      left = open(left, enough, found);
    }
    return found;
  }

  /** The numbers of which not enough was shown to be possible; of the others, what was. */
  private int[] open(
      int[] numbers, Predicate<Map.Entry<Integer, Range>> enough, Map<Integer, Range> found) {
    List<Integer> open = new ArrayList<>();
    for (int number : numbers) {
      if (attained.isKnown(number)) {
        Range range =
            new Range(
                knowledge.lower(number),
                attained.least(number),
                attained.most(number),
                knowledge.upper(number));
        if (enough.test(Map.entry(number, range))) {
          found.put(number, range);
          continue;
        }
      }
      open.add(number);
    }
    return open.stream().mapToInt(n -> n).toArray();
  }

  /** Looks for whole numbers that are large, or small, in many places at once. */
  private void push(int[] targets, int round) {
    CheckStopped.ifInterrupted();
    // All up, all down, then by lot: not all can be large together.
    Random lot = new Random(round);
    BitSet up = new BitSet();
    for (int number : targets) {
      up.set(positions.get(number), round == 0 || round > 1 && lot.nextBoolean());
    }
    try (LinearProgram program = LinearProgram.limited(EFFORT)) {
      fill(program, false);
      for (int target : targets) {
        int i = positions.get(target);
        if (!up.get(i)) {
          program.cost(i, -1);
        } else {
          // Counted up to a little above what is known, so that no single one takes all.
          long low = knowledge.lower(target);
          int counted = program.variable(low, low + 12.0, false);
          program.cost(counted, 1);
          int row = program.row(0, LinearProgram.INFINITY);
          program.coefficient(row, i, 1);
          program.coefficient(row, counted, -1);
        }
      }
      Outcome outcome = program.maximize(Long.MAX_VALUE);
      if (outcome == Outcome.INFEASIBLE) {
        throw new Contradiction();
      }
      if (outcome == Outcome.OPTIMAL || outcome == Outcome.FEASIBLE) {
        keep(program);
      }
    }
  }

  /** Whether any numbers, whole or not, fit all that is known; what is not found out may. */
  boolean mayBe() {
    try (LinearProgram program = LinearProgram.limited(EFFORT)) {
      fill(program, false);
      return program.maximize(Long.MAX_VALUE) != Outcome.INFEASIBLE;
    }
  }

  private void fill(LinearProgram program, boolean whole) {
    for (int number : component.numbers()) {
      program.variable(knowledge.lower(number), upper(number), whole);
    }
    for (int row : component.rows()) {
      Relation relation = knowledge.rows().get(row);
      add(program, relation, constant(relation), positions);
    }
  }

  /**
   * Looks near each number, where all hangs together and one program for all takes far longer: what
   * the relations around it leave open at most, and a whole table in which it is large, which is
   * one that is known with few numbers changed.
   *
   * @return those of which not enough is known
   */
  private int[] near(
      int[] targets, Predicate<Map.Entry<Integer, Range>> enough, Map<Integer, Range> found) {
    if (patience.near().length > 0 && targets.length > 0 && start == null) {
      find();
    }
    if (start == null) {
      return targets;
    }
    int[] left = targets;
    for (int most : patience.near()) {
      List<Integer> further = new ArrayList<>();
      for (int target : left) {
        CheckStopped.ifInterrupted();
        if (open(new int[] {target}, enough, found).length > 0) {
          Range range = near(target, most, enough);
          found.put(target, range);
          if (!enough.test(Map.entry(target, range)) && !range.isProven()) {
            further.add(target);
          }
        }
      }
      left = further.stream().mapToInt(n -> n).toArray();
    }
    return left;
  }

  private Range near(int target, int most, Predicate<Map.Entry<Integer, Range>> enough) {
    Neighbourhood near =
        Neighbourhood.of(
            knowledge.rows(), knowledge::holds, positions::containsKey, n -> true, target, most);
    Range outer = atMost(target, near);
    if (outer.outerUpper() > attained.most(target)) {
      move(target, near, 1);
    }
    if (outer.outerLower() < attained.least(target)
        && !enough.test(Map.entry(target, range(target, outer)))) {
      move(target, near, -1);
    }
    return range(target, outer);
  }

  private Range range(int target, Range outer) {
    long least = attained.least(target);
    long most = attained.most(target);
    return new Range(
        Math.min(outer.outerLower(), least), least, most, Math.max(outer.outerUpper(), most));
  }

  /** What the relations near a number leave open; further ones can only leave less. */
  private Range atMost(int target, Neighbourhood near) {
    Map<Integer, Integer> variables = new HashMap<>();
    try (LinearProgram program = LinearProgram.limited(EFFORT)) {
      for (int row : near.rows()) {
        Relation relation = knowledge.rows().get(row);
        for (int number : relation.cells()) {
          if (positions.containsKey(number)) {
            variables.computeIfAbsent(
                number, n -> program.variable(knowledge.lower(n), upper(n), false));
          }
        }
        add(program, relation, constant(relation), variables);
      }
      program.cost(variables.get(target), 1);
      long lower = knowledge.lower(target);
      long upper = knowledge.upper(target);
      if (program.maximize(Long.MAX_VALUE) == Outcome.OPTIMAL) {
        upper = Math.min(upper, (long) Math.floor(program.objective() + TOLERANCE));
      }
      if (program.minimize(Long.MAX_VALUE) == Outcome.OPTIMAL) {
        lower = Math.max(lower, (long) Math.ceil(program.objective() - TOLERANCE));
      }
      return Range.of(lower, upper);
    }
  }

  private static void add(
      LinearProgram program, Relation relation, double constant, Map<Integer, Integer> variables) {
    int at = program.row(constant, constant);
    for (int i = 0; i < relation.cells().length; i++) {
      Integer variable = variables.get(relation.cells()[i]);
      if (variable != null) {
        program.coefficient(at, variable, relation.coefficients()[i]);
      }
    }
  }

  /** Any whole table. */
  private void find() {
    try (LinearProgram program = LinearProgram.roughInteger()) {
      fill(program, true);
      Outcome outcome = program.maximize(Long.MAX_VALUE);
      if (outcome == Outcome.OPTIMAL || outcome == Outcome.FEASIBLE) {
        keep(program);
      }
    }
  }

  /** Changes what is near a number of the table that is known, for the number to be larger. */
  private void move(int target, Neighbourhood near, int sign) {
    long[] values = start.clone();
    Map<Integer, Integer> variables = new HashMap<>();
    try (LinearProgram program = LinearProgram.integer(BRANCHINGS)) {
      near.numbers().stream()
          .forEach(
              n -> {
                long now = start[positions.get(n)];
                long least = Math.max(knowledge.lower(n), now - FAR);
                long most = Math.min(knowledge.upper(n), now + FAR);
                variables.put(n, program.variable((double) least, (double) most, true));
              });
      for (int row : near.rows()) {
        Relation relation = knowledge.rows().get(row);
        double constant = constant(relation);
        for (int i = 0; i < relation.cells().length; i++) {
          int number = relation.cells()[i];
          if (positions.containsKey(number) && !variables.containsKey(number)) {
            constant -= relation.coefficients()[i] * (double) start[positions.get(number)];
          }
        }
        add(program, relation, constant, variables);
      }
      program.cost(variables.get(target), sign);
      Outcome outcome = program.maximize(Long.MAX_VALUE);
      if (outcome == Outcome.OPTIMAL || outcome == Outcome.FEASIBLE) {
        variables.forEach((n, v) -> values[positions.get(n)] = Math.round(program.value(v)));
        keep(values);
      }
    }
  }

  private double upper(int number) {
    long upper = knowledge.upper(number);
    return upper == TableSpace.UNBOUNDED ? LinearProgram.INFINITY : upper;
  }

  private long constant(Relation relation) {
    long constant = relation.constant();
    for (int i = 0; i < relation.cells().length; i++) {
      int number = relation.cells()[i];
      if (!positions.containsKey(number)) {
        constant -= relation.coefficients()[i] * knowledge.lower(number);
      }
    }
    return constant;
  }

  private void keep(LinearProgram program) {
    long[] values = new long[component.numbers().length];
    Arrays.setAll(values, i -> Math.round(program.value(i)));
    settle(values);
    if (keep(values)) {
      start = values;
    }
  }

  /** Takes note of a table if it is one: in whole numbers, and exactly. */
  private boolean keep(long[] values) {
    for (int i = 0; i < values.length; i++) {
      int number = component.numbers()[i];
      if (values[i] < knowledge.lower(number) || values[i] > knowledge.upper(number)) {
        return false;
      }
    }
    for (int row : component.rows()) {
      if (excess(knowledge.rows().get(row), values) != 0) {
        return false;
      }
    }
    for (int i = 0; i < values.length; i++) {
      attained.add(component.numbers()[i], values[i], values[i]);
    }
    return true;
  }

  /** Makes those numbers fit that are in one relation only: the rest of it, rounded, says them. */
  private void settle(long[] values) {
    for (int row : component.rows()) {
      Relation relation = knowledge.rows().get(row);
      int last = relation.cells().length - 1;
      int number = relation.cells()[last];
      Integer at = positions.get(number);
      if (at != null
          && knowledge.rows().of(number).length == 1
          && Math.abs(relation.coefficients()[last]) == 1) {
        values[at] += relation.coefficients()[last] * -excess(relation, values);
      }
    }
  }

  /** What the relation's sum is above what it must be. */
  private long excess(Relation relation, long[] values) {
    long sum = -constant(relation);
    for (int i = 0; i < relation.cells().length; i++) {
      Integer position = positions.get(relation.cells()[i]);
      sum += position == null ? 0 : relation.coefficients()[i] * values[position];
    }
    return sum;
  }

  /**
   * Bounds them one by one.
   *
   * @return those that are not bounded to the last whole number, and of which not enough was shown
   */
  private int[] audit(
      int[] targets, Predicate<Map.Entry<Integer, Range>> enough, Map<Integer, Range> found) {
    BitSet asked = new BitSet();
    IntStream.of(targets).forEach(number -> asked.set(positions.get(number)));
    int[] order =
        IntStream.concat(
                asked.stream(),
                IntStream.range(0, component.numbers().length).filter(i -> !asked.get(i)))
            .toArray();
    int[] place = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      place[order[i]] = i;
    }
    long[] lower = new long[order.length];
    long[] upper = new long[order.length];
    long[] values = new long[order.length];
    for (int i = 0; i < order.length; i++) {
      int number = component.numbers()[order[i]];
      lower[i] = knowledge.lower(number);
      upper[i] = knowledge.upper(number);
      values[i] = start == null ? lower[i] : start[order[i]];
    }
    List<Relation> relations = new ArrayList<>();
    for (int row : component.rows()) {
      Relation relation = knowledge.rows().get(row);
      int[] mine =
          IntStream.range(0, relation.cells().length)
              .filter(i -> positions.containsKey(relation.cells()[i]))
              .toArray();
      relations.add(
          new Relation(
              IntStream.of(mine).map(i -> place[positions.get(relation.cells()[i])]).toArray(),
              IntStream.of(mine).mapToLong(i -> relation.coefficients()[i]).toArray(),
              constant(relation)));
    }
    CheckStopped.ifInterrupted();
    BitSet all = new BitSet();
    all.set(0, order.length);
    FeasibilityInterval[] intervals;
    try {
      intervals =
          Audit.intervals(new TableSpace(lower, upper, relations), values, all, targets.length);
    } catch (InconsistentTable e) {
      throw new Contradiction();
    }
    List<Integer> unproven = new ArrayList<>();
    for (int i = 0; i < targets.length; i++) {
      FeasibilityInterval interval = intervals[i];
      int number = component.numbers()[order[i]];
      attained.add(number, interval.attained().lower(), interval.attained().upper());
      Range range =
          new Range(
              interval.outer().lower(),
              attained.least(number),
              attained.most(number),
              interval.outer().upper());
      found.put(number, range);
      if (!range.isProven() && !enough.test(Map.entry(number, range))) {
        unproven.add(number);
      }
    }
    return unproven.stream().mapToInt(n -> n).toArray();
  }
}
