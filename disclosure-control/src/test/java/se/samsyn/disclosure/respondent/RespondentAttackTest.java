package se.samsyn.disclosure.respondent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import se.samsyn.disclosure.cube.CubeProtection;
import se.samsyn.disclosure.cube.LayerData;
import se.samsyn.disclosure.protect.Options;

/**
 * Each agency attacks joint tables with its own exact table, and so does an onlooker without one.
 * {@code -Dsamsyn.seed} and {@code -Dsamsyn.times} choose other populations and more of them.
 */
class RespondentAttackTest {
  private static final long SEED = Long.getLong("samsyn.seed", 1);
  private static final int TIMES = Integer.getInteger("samsyn.times", 12);
  private static final int CHILDREN = 0;
  private static final int COSTS = 1;

  @Test
  void nobodyLearnsASmallNumberOrADominantSumOfTheOthers() {
    int shown = 0;
    for (int i = 0; i < TIMES; i++) {
      Agencies agencies = Agencies.madeUp(new Random(SEED + i), 3 + i % 2);
      List<RespondentPart> parts = agencies.knownInFull();
      JointPattern pattern = protect(parts);
      shown += shown(pattern);
      assertThat(learnt(agencies, pattern, parts)).as("seed " + (SEED + i)).isEmpty();
    }
    assertThat(shown).as("cells shown in " + TIMES + " tables").isGreaterThan(TIMES);
  }

  @Test
  void neitherFromTheBoundsOfTablesThatAgenciesHaveProtected() {
    int shown = 0;
    int bounded = 0;
    for (int i = 0; i < TIMES; i++) {
      Agencies agencies = Agencies.madeUp(new Random(SEED + i), 3 + i % 2);
      List<RespondentPart> parts = agencies.protectedOnes();
      JointPattern pattern = protect(parts);
      shown += shown(pattern);
      bounded += pattern.bounded().stream().mapToInt(BitSet::cardinality).sum();
      assertThat(learnt(agencies, pattern, parts)).as("seed " + (SEED + i)).isEmpty();
    }
    System.out.printf(
        "seed %d: of %d cells %d shown, %d of them within bounds%n",
        SEED, TIMES * Agencies.CUBE.size() * 2, shown, bounded);
    assertThat(shown).isGreaterThan(TIMES);
  }

  /** The defence off: protected against everybody, but not against who can subtract. */
  @Test
  void whereOnlyTheOnlookerIsThoughtOfAnAgencyLearnsSmallNumbers() {
    assertThat(
            attackEach(
                "onlooker only",
                Agencies::knownInFull,
                agencies -> {
                  List<long[]> joint = agencies.joint();
                  BitSet hidden =
                      CubeProtection.protect(
                              Agencies.CUBE,
                              List.of(
                                  LayerData.counts(Agencies.CHILDREN, joint.get(CHILDREN)),
                                  LayerData.amounts(
                                      Agencies.COSTS, joint.get(COSTS), joint.get(CHILDREN))),
                              Agencies.POLICY,
                              Options.standard())
                          .hidden();
                  return alike(hidden, new BitSet());
                }))
        .anyMatch(l -> l.contains("few"));
  }

  /** The defence off: unsafe cells are hidden, but none besides. */
  @Test
  void withoutComplementarySuppressionAnAgencyComputesWhatIsHidden() {
    assertThat(
            attackEach(
                "unsafe cells only",
                Agencies::knownInFull,
                agencies -> alike(unsafe(agencies.knownInFull()), new BitSet())))
        .anyMatch(l -> l.contains("few"));
  }

  /** The defence off: the joint table as it is where the agencies' own figures are shown. */
  @Test
  void aSumOfProtectedTablesTellsNoSmallNumberButADominantSum() {
    List<String> learnt =
        attackEach(
            "sums of protected tables",
            Agencies::protectedOnes,
            agencies -> {
              BitSet bounded = new BitSet();
              for (RespondentPart part : agencies.protectedOnes()) {
                for (int cell = 0; cell < Agencies.CUBE.size(); cell++) {
                  bounded.set(cell, bounded.get(cell) || !part.isKnown(CHILDREN, cell));
                }
              }
              return alike(new BitSet(), bounded);
            });
    assertThat(learnt).noneMatch(l -> l.contains("few"));
    assertThat(learnt).anyMatch(l -> l.contains("dominant"));
  }

  @Test
  void ofTwoAgenciesTheOneLearnsNoFigureOfTheOther() {
    for (int i = 0; i < TIMES; i++) {
      Agencies agencies = Agencies.madeUp(new Random(SEED + i), 2);
      List<RespondentPart> parts = agencies.protectedOnes();
      JointPattern pattern = protect(parts);
      assertThat(learnt(agencies, pattern, parts)).as("seed " + (SEED + i)).isEmpty();
      for (int cell = 0; cell < Agencies.CUBE.size(); cell++) {
        if (!pattern.isHidden(CHILDREN, cell) && !pattern.isBounded(CHILDREN, cell)) {
          int one = cell;
          assertThat(LongStream.of(0, 1).allMatch(a -> agencies.table((int) a).get(0)[one] == 0))
              .as("seed " + (SEED + i) + ": an exact figure of somebody is the other's own")
              .isTrue();
        }
      }
    }
  }

  private static JointPattern protect(List<RespondentPart> parts) {
    return RespondentProtection.protect(
        Agencies.CUBE, Agencies.LAYERS, parts, Agencies.POLICY, Options.standard());
  }

  /** The same in both measures. */
  private static JointPattern alike(BitSet hidden, BitSet bounded) {
    return new JointPattern(List.of(hidden, hidden), List.of(bounded, bounded));
  }

  private static int shown(JointPattern pattern) {
    return pattern.hidden().stream().mapToInt(h -> Agencies.CUBE.size() - h.cardinality()).sum();
  }

  private static List<String> attackEach(
      String defence,
      Function<Agencies, List<RespondentPart>> parts,
      Function<Agencies, JointPattern> pattern) {
    List<String> learnt = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      Agencies agencies = Agencies.madeUp(new Random(SEED + i), 3 + i % 2);
      learnt.addAll(learnt(agencies, pattern.apply(agencies), parts.apply(agencies)));
    }
    System.out.printf("seed %d, %s: %d numbers learnt%n", SEED, defence, learnt.size());
    return learnt;
  }

  /** The cells in which some attacker's number is small, and nothing else. */
  private static BitSet unsafe(List<RespondentPart> parts) {
    BitSet unsafe = new BitSet();
    for (int cell = 0; cell < Agencies.CUBE.size(); cell++) {
      long joint = 0;
      for (RespondentPart part : parts) {
        joint += part.lower().get(CHILDREN)[cell];
      }
      boolean few = isFew(joint);
      for (RespondentPart part : parts) {
        few |= isFew(joint - part.lower().get(CHILDREN)[cell]);
      }
      unsafe.set(cell, few);
    }
    return unsafe;
  }

  private static boolean isFew(long persons) {
    return persons > 0 && persons < Agencies.K;
  }

  /** What the attackers narrow too far; empty where all is well. */
  private static List<String> learnt(
      Agencies agencies, JointPattern pattern, List<RespondentPart> parts) {
    List<String> learnt = new ArrayList<>();
    for (int own = SubtractingAgency.OUTSIDER; own < agencies.number(); own++) {
      SubtractingAgency attacker = new SubtractingAgency(agencies, own, pattern, parts);
      List<List<Integer>> targets = new ArrayList<>(List.of(attacker.others()));
      if (attacker.others().size() > 1) {
        attacker.others().forEach(other -> targets.add(List.of(other)));
      }
      for (int cell = 0; cell < Agencies.CUBE.size(); cell++) {
        for (List<Integer> of : targets) {
          few(attacker, cell, of, agencies).forEach(what -> learnt.add(what));
        }
        dominant(attacker, cell, agencies).forEach(learnt::add);
      }
    }
    return learnt;
  }

  private static List<String> few(
      SubtractingAgency attacker, int cell, List<Integer> of, Agencies agencies) {
    if (!isFew(truth(agencies, CHILDREN, cell, of))) {
      return List.of();
    }
    SubtractingAgency.Range range = attacker.range(CHILDREN, cell, of);
    return range.most() < Agencies.K || range.most() - range.least() < 2
        ? List.of("few of " + of + " in cell " + cell + " are within " + range)
        : List.of();
  }

  /** One of the others has nearly all of a sum, and it can be told how much that is. */
  private static List<String> dominant(SubtractingAgency attacker, int cell, Agencies agencies) {
    List<Integer> others = attacker.others();
    long largest = 0;
    for (int other : others) {
      largest = Math.max(largest, truth(agencies, COSTS, cell, List.of(other)));
    }
    if (largest * 100 <= agencies.joint().get(COSTS)[cell] * Agencies.SHARE) {
      return List.of();
    }
    long most = attacker.range(COSTS, cell, others).most();
    return most * Agencies.SHARE < largest * 100
        ? List.of("dominant: " + others + " in cell " + cell + " have at most " + most)
        : List.of();
  }

  private static long truth(Agencies agencies, int measure, int cell, List<Integer> of) {
    return of.stream().mapToLong(a -> agencies.table(a).get(measure)[cell]).sum();
  }
}
