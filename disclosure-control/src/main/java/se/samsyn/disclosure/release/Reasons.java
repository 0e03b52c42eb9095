package se.samsyn.disclosure.release;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which releases tell a finding: few that together are enough for it. In a small union without any
 * of them it would not come out; in a larger one that is asked of the relations near the finding
 * only, and a counted number of times.
 */
final class Reasons {
  /** So many different reasons are sought; further findings name all releases. */
  private static final int MOST = 12;

  /** Up to so many numbers each question is put to all relations. */
  private static final int SMALL = 1_000;

  /** So many numbers in all are looked at for the questions about a larger union. */
  private static final int LOOKS = 3_000_000;

  private static final int FEWEST = 20;
  private static final int[] NEIGHBOURHOODS = {100, 400, 1_600};

  private final Union union;
  private final Rows rows;
  private final UnionAttack attack;
  private final List<Set<String>> known = new ArrayList<>();
  private Knowledge everything;
  private int questions;

  Reasons(Union union, Rows rows, UnionAttack attack) {
    this.union = union;
    this.rows = rows;
    this.attack = attack;
    questions = Math.max(FEWEST, LOOKS / Math.max(1, union.system().size()));
  }

  /** The releases for a number that is broken beside all of them. */
  Set<String> of(int number) {
    if (union.system().size() <= SMALL) {
      return few(some -> !attack.broken(knowledge(some), List.of(number)).isEmpty());
    }
    Set<String> all = all();
    if (questions <= 0) {
      return all;
    }
    if (everything == null) {
      everything = knowledge(all);
    }
    for (int most : NEIGHBOURHOODS) {
      Neighbourhood near =
          Neighbourhood.of(
              rows, everything::holds, n -> true, n -> !everything.isFixed(n), number, most);
      Predicate<Set<String>> isEnough =
          some -> {
            if (questions-- <= 0) {
              return false;
            }
            CheckStopped.ifInterrupted();
            Knowledge knowledge = knowledge(some);
            return attack.isBroken(knowledge, number, NearProof.bounds(knowledge, near, number));
          };
      if (isEnough.test(all)) {
        return few(isEnough);
      }
    }
    return all;
  }

  private Set<String> few(Predicate<Set<String>> isEnough) {
    for (Set<String> reason : known) {
      if (isEnough.test(reason)) {
        // What told another finding may be more than it takes for this one.
        return fewer(reason, isEnough);
      }
    }
    Set<String> all = all();
    return known.size() < MOST ? fewer(all, isEnough) : all;
  }

  private Set<String> fewer(Set<String> enough, Predicate<Set<String>> isEnough) {
    Set<String> needed = enough;
    // Many at a time first: most have nothing to do with it.
    for (int step = (needed.size() + 1) / 2; step >= 1; step = step == 1 ? 0 : (step + 1) / 2) {
      List<String> order = List.copyOf(needed);
      for (int from = 0; from < order.size(); from += step) {
        Set<String> without = new LinkedHashSet<>(needed);
        order.subList(from, Math.min(order.size(), from + step)).forEach(without::remove);
        if (!without.isEmpty() && without.size() < needed.size() && isEnough.test(without)) {
          needed = without;
        }
      }
    }
    if (!known.contains(needed)) {
      known.add(needed);
    }
    return needed;
  }

  private Set<String> all() {
    Set<String> all = new LinkedHashSet<>();
    union.sources().forEach(source -> all.add(source.release()));
    return all;
  }

  private Knowledge knowledge(Set<String> releases) {
    Set<String> some = new HashSet<>(releases);
    return new Knowledge(union, rows, table -> some.contains(union.sources().get(table).release()));
  }
}
