package se.samsyn.disclosure.optimal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.samsyn.disclosure.certificate.CertificateVerifier;
import se.samsyn.disclosure.optimal.Need.Side;
import se.samsyn.disclosure.protect.Demand;
import se.samsyn.disclosure.protect.Protection;
import se.samsyn.disclosure.protect.ProtectionImpossible;
import se.samsyn.disclosure.solve.LinearProgram.Outcome;
import se.samsyn.disclosure.table.Table;

/**
 * Cutting planes: choices that fulfil all conditions known are attacked; what the attack finds
 * becomes further conditions. First with choices in part, where that costs little time, then with
 * whole ones.
 */
final class Search {
  /** Figures above this are magnitudes, for which real numbers decide. */
  private static final long LARGE = 10_000_000;

  /** Above this, hidden cells are not examined for exactness before choices are whole ones. */
  private static final int SMALL = 500;

  private static final int ROUNDS_IN_PART = 200;
  private static final int ROUNDS_BETWEEN_GUESSES = 5;

  private final Table table;
  private final List<Demand> demands;
  private final Choices choices;
  private final List<Need> needs;
  private final Incumbent incumbent;
  private final Witnesses witnesses = new Witnesses();
  private final WholeAttack attack;
  private final Set<Cut> cuts = new LinkedHashSet<>();
  private final long end;
  private final boolean large;
  private double lower;

  Search(Table table, Collection<Demand> demands, long end) {
    this.table = table;
    this.demands = List.copyOf(demands);
    this.choices = new Choices(table, demands);
    this.needs = Need.all(table, demands, choices);
    this.incumbent = new Incumbent(table, demands, choices);
    this.attack = new WholeAttack(table, witnesses);
    this.end = end;
    this.large = Arrays.stream(table.values()).anyMatch(v -> Math.abs(v) > LARGE);
  }

  OptimalProtection run() {
    incumbent
        .guided(new double[choices.count()])
        .ifPresent(first -> first.certificate().deviations().forEach(witnesses::add));
    cuts.addAll(RelationCuts.of(table, choices));
    try (CapacityCuts capacity = new CapacityCuts(table, choices)) {
      inPart(capacity);
      whole(capacity);
    } catch (WholeAttack.Undecided e) {
      // What was proven so far stands.
    }
    Protection best =
        incumbent
            .best()
            .orElseThrow(() -> new ProtectionImpossible("no safe pattern was found in time"));
    return new OptimalProtection(
        best, incumbent.cost(), isProven() ? incumbent.cost() : lower, isProven());
  }

  private void inPart(CapacityCuts capacity) {
    try (Master master = new Master(choices, false)) {
      cuts.forEach(master::add);
      double[] x = new double[choices.count()];
      for (int round = 0; round < ROUNDS_IN_PART && isTimeLeft() && !isProven(); round++) {
        if (master.solve(Double.POSITIVE_INFINITY, millisLeft()) != Outcome.OPTIMAL) {
          break;
        }
        raise(master.objective());
        x = master.choice();
        if (round == 0) {
          incumbent.guided(x);
        }
        int added = 0;
        for (Cut cut : broken(capacity, x)) {
          if (cuts.add(cut)) {
            master.add(cut);
            added++;
          }
        }
        if (added == 0) {
          break;
        }
      }
      if (!isProven()) {
        incumbent.guided(x);
      }
    }
  }

  private List<Cut> broken(CapacityCuts capacity, double[] x) {
    List<Cut> broken = new ArrayList<>();
    boolean isSmall = choices.count() <= SMALL;
    for (boolean conditional : new boolean[] {false, true}) {
      for (Need need : needs) {
        if (need.condition() >= 0 == conditional
            && (!conditional || (isSmall && broken.isEmpty() && x[need.condition()] > 0.01))) {
          requireTime();
          for (Side side : need.sides(table)) {
            capacity.broken(need, side, x).ifPresent(broken::add);
          }
        }
      }
    }
    return broken;
  }

  private void whole(CapacityCuts capacity) {
    try (Master master = new Master(choices, true)) {
      cuts.forEach(master::add);
      for (int round = 1; isTimeLeft() && !isProven(); round++) {
        Outcome outcome = master.solve(ceiling(), millisLeft());
        if (outcome == Outcome.INFEASIBLE) {
          if (incumbent.best().isEmpty()) {
            throw new ProtectionImpossible("no pattern protects the unsafe cells");
          }
          lower = incumbent.cost();
          return;
        }
        if (outcome != Outcome.OPTIMAL) {
          if (outcome == Outcome.FEASIBLE) {
            raise(master.bound());
          }
          return;
        }
        raise(master.bound());
        BitSet chosen = master.chosen();
        Set<Cut> found = attacked(capacity, chosen);
        if (found.isEmpty()) {
          accept(chosen);
          return;
        }
        if (round % ROUNDS_BETWEEN_GUESSES == 1) {
          incumbent.guided(master.choice());
        }
        found.removeIf(cut -> !cuts.add(cut));
        if (found.isEmpty()) {
          return;
        }
        found.forEach(master::add);
      }
    }
  }

  private Set<Cut> attacked(CapacityCuts capacity, BitSet chosen) {
    double[] x = indicator(chosen);
    Set<Cut> found = new LinkedHashSet<>();
    for (Need need : needs) {
      if (need.condition() < 0 || chosen.get(need.condition())) {
        requireTime();
        for (Side side : need.sides(table)) {
          Optional<Cut> cut = capacity.broken(need, side, x);
          if (cut.isPresent()) {
            found.add(cut.get());
            found.add(widened(capacity, need, side, chosen, cut.get()));
          }
        }
      }
    }
    if (found.isEmpty() && !large) {
      BitSet hidden = choices.hidden(chosen);
      for (Need need : needs) {
        if ((need.condition() < 0 || chosen.get(need.condition()))
            && !attack.meets(hidden, need.demand())) {
          found.add(widened(need, chosen));
        }
      }
    }
    return found;
  }

  /** Hides further choices while the attack still succeeds: one of the rest is needed. */
  private Cut widened(CapacityCuts capacity, Need need, Side side, BitSet chosen, Cut first) {
    BitSet rest = support(first);
    rest.andNot(chosen);
    for (int choice : byCost(rest)) {
      if (rest.get(choice)) {
        BitSet tried = all();
        tried.andNot(rest);
        tried.set(choice);
        Optional<Cut> still = capacity.broken(need, side, indicator(tried));
        if (still.isPresent()) {
          rest.and(support(still.get()));
          rest.clear(choice);
        }
      }
    }
    return Cut.oneOf(rest, choices.count(), need.condition());
  }

  /** As above, where whole numbers reveal what real ones do not. */
  private Cut widened(Need need, BitSet chosen) {
    BitSet rest = all();
    rest.andNot(chosen);
    for (int choice : byCost(rest)) {
      requireTime();
      BitSet tried = all();
      tried.andNot(rest);
      tried.set(choice);
      if (!attack.meets(choices.hidden(tried), need.demand())) {
        rest.clear(choice);
      }
    }
    return Cut.oneOf(rest, choices.count(), need.condition());
  }

  private void accept(BitSet chosen) {
    if (large) {
      incumbent.within(chosen);
      return;
    }
    BitSet hidden = choices.hidden(chosen);
    List<Demand> met = new ArrayList<>(demands);
    for (Need need : needs.subList(demands.size(), needs.size())) {
      if (need.condition() < 0 || chosen.get(need.condition())) {
        met.add(need.demand());
      }
    }
    Protection protection = new Protection(table, hidden, witnesses.certificate(hidden, met));
    List<String> faults = CertificateVerifier.faults(table, protection.certificate());
    if (!faults.isEmpty()) {
      throw new IllegalStateException("the pattern is not proven: " + faults.get(0));
    }
    incumbent.offer(protection);
  }

  private BitSet all() {
    BitSet all = new BitSet();
    all.set(0, choices.count());
    return all;
  }

  private static BitSet support(Cut cut) {
    BitSet support = new BitSet();
    for (int choice = 0; choice < cut.coefficients().length; choice++) {
      support.set(choice, cut.coefficients()[choice] > 0);
    }
    return support;
  }

  private List<Integer> byCost(BitSet some) {
    return some.stream()
        .boxed()
        .sorted(Comparator.comparingDouble((Integer c) -> choices.cost(c)).thenComparing(c -> c))
        .toList();
  }

  private double[] indicator(BitSet chosen) {
    double[] x = new double[choices.count()];
    chosen.stream().forEach(choice -> x[choice] = 1);
    return x;
  }

  private void raise(double bound) {
    double sure = bound - 1e-6 * Math.max(1, Math.abs(bound));
    lower = Math.max(lower, choices.haveWholeCosts() ? Math.ceil(sure) : sure);
  }

  /** Only what is cheaper than the best pattern is of interest. */
  private double ceiling() {
    double cost = incumbent.cost();
    if (incumbent.best().isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    return choices.haveWholeCosts() ? cost - 1 + 1e-6 : cost - 1e-6 * Math.max(1, cost);
  }

  private boolean isProven() {
    return incumbent.best().isPresent()
        && lower >= incumbent.cost() - 2e-6 * Math.max(1, incumbent.cost());
  }

  private void requireTime() {
    if (!isTimeLeft()) {
      throw new WholeAttack.Undecided();
    }
  }

  private boolean isTimeLeft() {
    return System.nanoTime() < end;
  }

  private long millisLeft() {
    return (end - System.nanoTime()) / 1_000_000;
  }
}
