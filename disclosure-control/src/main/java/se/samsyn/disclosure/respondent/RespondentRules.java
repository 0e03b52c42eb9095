package se.samsyn.disclosure.respondent;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BinaryOperator;
import se.samsyn.disclosure.cube.Policy;
import se.samsyn.disclosure.rule.Dominance;
import se.samsyn.disclosure.rule.Requirement;
import se.samsyn.disclosure.table.Cube;
import se.samsyn.disclosure.table.TableSpace;

/**
 * Which numbers of a view are unsafe, and what its attacker must be left with. Where the parts are
 * known within bounds only, a number is unsafe if it may be.
 */
final class RespondentRules {
  private static final BinaryOperator<Optional<Requirement>> BOTH =
      (a, b) -> a.isEmpty() ? b : b.isEmpty() ? a : Optional.of(a.get().and(b.get()));

  private final List<JointLayer> layers;
  private final Map<String, Integer> positions = new HashMap<>();
  private final Policy policy;
  private final JointView everybodys;
  private final JointView view;
  private final Map<Integer, BitSet> full = new HashMap<>();

  /**
   * @param everybodys the view of who has no part: dominance is a matter of all contributors
   */
  RespondentRules(
      Cube cube, List<JointLayer> layers, Policy policy, JointView everybodys, JointView view) {
    this.layers = layers;
    this.policy = policy;
    this.everybodys = everybodys;
    this.view = view;
    for (int layer = 0; layer < layers.size(); layer++) {
      positions.put(layers.get(layer).layer().id(), layer);
    }
    if (policy.groupDisclosure()) {
      for (int layer = 0; layer < layers.size(); layer++) {
        if (layers.get(layer).kind() == JointLayer.Kind.PERSONS) {
          full.put(layer, full(cube, layer));
        }
      }
    }
  }

  /** What is demanded for a cell; empty where it is safe. */
  Optional<Requirement> requirement(int layer, int cell) {
    if (view.isAbsent(cell)) {
      return Optional.empty();
    }
    Optional<Requirement> few =
        layers.get(layer).kind() == JointLayer.Kind.PERSONS
            ? fewPersons(layer, cell)
            : amountOfFew(layer, cell);
    return BOTH.apply(
        BOTH.apply(few, dominated(layer, cell)),
        BOTH.apply(everybody(layer, cell), ownFigure(layer, cell)));
  }

  /** What is demanded for those of a base who are not in its filtered count. */
  Optional<Requirement> restRequirement(int layer, int cell) {
    Optional<Integer> base = layers.get(layer).layer().partOf().map(positions::get);
    if (base.isEmpty()
        || layers.get(layer).kind() != JointLayer.Kind.PERSONS
        || view.isAbsent(cell)) {
      return Optional.empty();
    }
    long least = Math.max(0, view.lower(base.get(), cell) - view.upper(layer, cell));
    long most = minus(view.upper(base.get(), cell), view.lower(layer, cell));
    return mayBeFew(least, most, false)
        ? Optional.of(
            policy
                .minimumFrequency()
                .forPersons(view.value(base.get(), cell) - view.value(layer, cell)))
        : Optional.empty();
  }

  /** Whether these bounds of the rest leave what is demanded for it. */
  boolean restIsMetByBounds(int layer, int cell) {
    Optional<Requirement> requirement = restRequirement(layer, cell);
    int base = layers.get(layer).layer().partOf().map(positions::get).orElse(layer);
    return requirement.isEmpty()
        || requirement
            .get()
            .isMetBy(
                Math.max(0, view.lower(base, cell) - view.upper(layer, cell)),
                minus(view.upper(base, cell), view.lower(layer, cell)));
  }

  private static long minus(long upper, long lower) {
    return upper == TableSpace.UNBOUNDED ? upper : upper - lower;
  }

  private boolean mayBeFew(long least, long most, boolean zeroToo) {
    return least < policy.minimumFrequency().k() && most > 0 || zeroToo && least == 0;
  }

  private boolean mayBeFew(int layer, int cell) {
    return mayBeFew(view.lower(layer, cell), view.upper(layer, cell), policy.protectZeros());
  }

  private Optional<Requirement> fewPersons(int layer, int cell) {
    return mayBeFew(layer, cell)
        ? Optional.of(policy.minimumFrequency().forPersons(view.value(layer, cell)))
        : Optional.empty();
  }

  /** Where nobody counts the persons behind it, a hidden part may be of few. */
  private Optional<Requirement> amountOfFew(int layer, int cell) {
    boolean few =
        layers
            .get(layer)
            .behind()
            .map(positions::get)
            .map(persons -> mayBeFew(persons, cell))
            .orElse(!view.isKnown(layer, cell));
    if (!few) {
      return Optional.empty();
    }
    long value = view.value(layer, cell);
    long most = view.upper(layer, cell) == TableSpace.UNBOUNDED ? value : view.upper(layer, cell);
    long width = policy.minimumFrequency().forAmount(most).width();
    return Optional.of(new Requirement(value, value, width));
  }

  /**
   * Where a few respondents may hold too much of the sum, nobody may come too near to what they
   * hold: not the onlooker, nor another respondent that takes its own part out first.
   */
  private Optional<Requirement> dominated(int layer, int cell) {
    if (policy.dominance().isEmpty()
        || layers.get(layer).kind() != JointLayer.Kind.AMOUNT
        || largest(everybodys, layer, cell).isEmpty()) {
      return Optional.empty();
    }
    OptionalLong largest = largest(view, layer, cell);
    return largest.isEmpty()
        ? Optional.empty()
        : Optional.of(
            policy.dominance().get().forAmount(view.value(layer, cell), largest.getAsLong()));
  }

  /** The most that the largest may hold, where that may be too much of the sum; else empty. */
  private OptionalLong largest(JointView of, int layer, int cell) {
    Dominance rule = policy.dominance().orElseThrow();
    // Worst where the largest hold the most that they can, and the others the least.
    List<RespondentPart> largestFirst =
        of.members().stream()
            .sorted(
                Comparator.comparingDouble(
                    m ->
                        -(100.0 - rule.percent()) * m.upper().get(layer)[cell]
                            - (double) rule.percent() * m.lower().get(layer)[cell]))
            .toList();
    long largest = 0;
    long sum = 0;
    for (int i = 0; i < largestFirst.size(); i++) {
      boolean isLargest = i < rule.contributors();
      RespondentPart part = largestFirst.get(i);
      long most = part.upper().get(layer)[cell];
      if (isLargest && most == TableSpace.UNBOUNDED) {
        return OptionalLong.of(of.value(layer, cell));
      }
      sum = Math.addExact(sum, isLargest ? most : part.lower().get(layer)[cell]);
      largest = isLargest ? sum : largest;
    }
    return sum > 0 && rule.isUnsafe(sum, largest) ? OptionalLong.of(largest) : OptionalLong.empty();
  }

  /** Everybody of a total in one class. */
  private Optional<Requirement> everybody(int layer, int cell) {
    long value = view.value(layer, cell);
    return full.containsKey(layer) && full.get(layer).get(cell)
        ? Optional.of(new Requirement(value - 1, value, 2))
        : Optional.empty();
  }

  /** Where there is only one whose figure it can be, that is its own figure: not exactly. */
  private Optional<Requirement> ownFigure(int layer, int cell) {
    long value = view.value(layer, cell);
    return view.isOneRespondents(cell) && view.upper(layer, cell) > 0
        ? Optional.of(new Requirement(value, value, 2))
        : Optional.empty();
  }

  /**
   * The classes that hold their whole total in the possible table; in others they do not, and the
   * attacker cannot tell. Where no other class can exist it is no secret.
   */
  private BitSet full(Cube cube, int layer) {
    BitSet full = new BitSet();
    cube.forEachSum(
        (along, total, parts) -> {
          int existing = 0;
          for (int part : parts) {
            existing += view.isAbsent(part) ? 0 : 1;
          }
          for (int part : parts) {
            if (existing > 1
                && view.value(layer, part) > 0
                && view.value(layer, part) == view.value(layer, total)) {
              full.set(part);
            }
          }
        });
    return full;
  }
}
