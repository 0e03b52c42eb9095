package se.samsyn.disclosure.cube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samsyn.disclosure.attack.Attack;
import se.samsyn.disclosure.certificate.CertificateVerifier;
import se.samsyn.disclosure.protect.Options;
import se.samsyn.disclosure.protect.Protection;
import se.samsyn.disclosure.rule.MinimumFrequency;
import se.samsyn.disclosure.table.Cube;
import se.samsyn.disclosure.table.Dimension;
import se.samsyn.disclosure.table.Dimension.Kind;
import se.samsyn.disclosure.table.Node;
import se.samsyn.disclosure.table.TableSpace;

class CubeProtectionTest {
  private static final int K = 5;
  private static final long FAR = 1000;
  private static final Dimension SEX = flat("sex", Kind.SINGLE, 2);
  private static final Dimension AGE =
      new Dimension(
          "age",
          Kind.SINGLE,
          Node.of(
              "_T",
              Node.of("young", Node.leaf("0"), Node.leaf("1"), Node.leaf("2")),
              Node.of("only", Node.leaf("3")),
              Node.leaf("4")));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void noAttackerGetsBelowTheFrequencyOrPinsAHiddenCell(long seed) {
    Cube cube = new Cube(List.of(flat("place", Kind.SINGLE, 4), AGE, SEX));
    long[] counts = additive(cube, new Random(seed), 9);
    CubePattern pattern =
        CubeProtection.protect(
            cube,
            List.of(LayerData.counts(Layer.persons("n"), counts)),
            Policy.minimumFrequency(K),
            Options.standard());
    attack(cube, pattern, counts, true, "seed " + seed);
    attack(cube, pattern, counts, false, "seed " + seed);
  }

  @Test
  void withoutSecondarySuppressionTheSameAttackSucceeds() {
    Cube cube = new Cube(List.of(flat("place", Kind.SINGLE, 3), SEX));
    long[] counts = {60, 30, 30, 20, 2, 18, 20, 14, 6, 20, 14, 6};
    CubePattern pattern =
        CubeProtection.protect(
            cube,
            List.of(LayerData.counts(Layer.persons("n"), counts)),
            Policy.minimumFrequency(K),
            Options.standard());
    BitSet primaryOnly = new BitSet();
    pattern
        .reasons()
        .forEach((cell, reason) -> primaryOnly.set(cell, reason != HiddenBecause.SECONDARY));
    TableSpace space = pattern.protection().table().space();
    int unsafe = 4;
    assertThat(Attack.range(space, counts, primaryOnly, unsafe, true, FAR))
        .isEqualTo(new Attack.Range(2, 2));
    assertThat(Attack.range(space, counts, pattern.hidden(), unsafe, true, FAR).upper())
        .isGreaterThanOrEqualTo(K);
  }

  @Test
  void threePersonsInAllHideTheWholeTable() {
    Cube cube = new Cube(List.of(SEX));
    CubePattern pattern =
        CubeProtection.protect(
            cube,
            List.of(LayerData.counts(Layer.persons("n"), new long[] {3, 3, 0})),
            Policy.minimumFrequency(K),
            Options.standard());
    assertThat(pattern.isHidden(0)).isTrue();
    assertThat(pattern.isHidden(1)).isTrue();
    attack(cube, pattern, new long[] {3, 3, 0}, true, "three persons");
  }

  @Test
  void aFilteredCountDoesNotRevealWhoIsLeftOut() {
    Cube cube = new Cube(List.of(SEX));
    long[] all = {40, 20, 20};
    long[] helped = {28, 18, 10};
    CubePattern pattern =
        CubeProtection.protect(
            cube,
            List.of(
                LayerData.counts(Layer.persons("all"), all),
                LayerData.counts(Layer.personsOf("helped", "all"), helped)),
            Policy.minimumFrequency(K),
            Options.standard());
    Protection protection = pattern.protection();
    int notHelpedBoys = 2 * cube.size() + 1;
    assertThat(protection.table().value(notHelpedBoys)).isEqualTo(2);
    Attack.Range left =
        Attack.range(
            protection.table().space(),
            protection.table().values(),
            protection.hidden(),
            notHelpedBoys,
            true,
            FAR);
    assertThat(left.upper()).isGreaterThanOrEqualTo(K);
    assertThat(left.upper() - left.lower()).isGreaterThanOrEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void severalMeasuresHaveOnePatternAndNoSumIsPinned(long seed) {
    Random random = new Random(seed);
    Cube cube = new Cube(List.of(flat("place", Kind.SINGLE, 3), SEX));
    long[] persons = additive(cube, random, 8);
    long[] minutes = additive(cube, random, 300);
    CubePattern pattern =
        CubeProtection.protect(
            cube,
            List.of(
                LayerData.counts(Layer.persons("n"), persons),
                LayerData.amounts(Layer.additive("minutes"), minutes, persons)),
            Policy.minimumFrequency(K),
            Options.standard());
    attack(cube, pattern, persons, true, "seed " + seed);
    Protection protection = pattern.protection();
    for (int cell : pattern.reasons().keySet()) {
      int sum = cube.size() + cell;
      Attack.Range left =
          Attack.range(
              protection.table().space(),
              protection.table().values(),
              protection.hidden(),
              sum,
              true,
              100_000);
      boolean few = persons[cell] > 0 && persons[cell] < K;
      long needed = few ? Math.max(2, minutes[cell] / 2) : 1;
      assertThat(left.upper() - left.lower())
          .as("seed %d, sum of cell %d", seed, cell)
          .isGreaterThanOrEqualTo(needed);
    }
  }

  @Test
  void inAMultipleDimensionTheBoundsAreUsedByTheAttackerAndRespected() {
    Cube cube = new Cube(List.of(flat("kind", Kind.MULTIPLE, 3), SEX));
    // Of 20 children some have several kinds of support.
    long[] counts = {20, 11, 9, 2, 1, 1, 15, 9, 6, 12, 7, 5};
    CubePattern pattern =
        CubeProtection.protect(
            cube,
            List.of(LayerData.counts(Layer.persons("n"), counts)),
            Policy.minimumFrequency(K),
            Options.standard());
    attack(cube, pattern, counts, true, "multiple");
  }

  @Test
  void protectedZerosAreLeftOpenUpwards() {
    Cube cube = new Cube(List.of(flat("place", Kind.SINGLE, 3), SEX));
    long[] counts = {60, 30, 30, 20, 0, 20, 20, 14, 6, 20, 16, 4};
    Policy policy = new Policy(new MinimumFrequency(K), Optional.empty(), true, false);
    CubePattern pattern =
        CubeProtection.protect(
            cube,
            List.of(LayerData.counts(Layer.persons("n"), counts)),
            policy,
            Options.standard());
    assertThat(pattern.reason(4)).contains(HiddenBecause.ZERO);
    assertThat(
            Attack.range(
                    pattern.protection().table().space(), counts, pattern.hidden(), 4, true, FAR)
                .upper())
        .isGreaterThanOrEqualTo(K);
  }

  @Test
  void aFullClassIsHiddenOnlyWhereGroupDisclosureIsARule() {
    Cube cube = new Cube(List.of(flat("place", Kind.SINGLE, 2), SEX));
    long[] counts = {40, 30, 10, 20, 20, 0, 20, 10, 10};
    List<LayerData> data = List.of(LayerData.counts(Layer.persons("n"), counts));
    Policy off = Policy.minimumFrequency(K);
    Policy on = new Policy(new MinimumFrequency(K), Optional.empty(), false, true);
    assertThat(CubeProtection.protect(cube, data, off, Options.standard()).reasons()).isEmpty();
    CubePattern pattern = CubeProtection.protect(cube, data, on, Options.standard());
    assertThat(pattern.reason(4)).contains(HiddenBecause.GROUP_DISCLOSURE);
    assertThat(
            Attack.range(
                    pattern.protection().table().space(), counts, pattern.hidden(), 4, true, FAR)
                .lower())
        .isLessThan(20);
  }

  @Test
  void theCertificateFailsWithOneNumberChanged() {
    Cube cube = new Cube(List.of(flat("place", Kind.SINGLE, 3), SEX));
    long[] counts = {60, 30, 30, 20, 2, 18, 20, 14, 6, 20, 14, 6};
    Protection protection =
        CubeProtection.protect(
                cube,
                List.of(LayerData.counts(Layer.persons("n"), counts)),
                Policy.minimumFrequency(K),
                Options.standard())
            .protection();
    assertThat(CertificateVerifier.faults(protection.table(), protection.certificate())).isEmpty();
    protection
        .certificate()
        .deviations()
        .forEach(
            deviation -> {
              deviation.changes()[0] += 1;
              assertThat(CertificateVerifier.faults(protection.table(), protection.certificate()))
                  .isNotEmpty();
              deviation.changes()[0] -= 1;
            });
  }

  @Test
  void theFloorOfTheFrequencyIsThree() {
    assertThatThrownBy(() -> Policy.minimumFrequency(2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTableThatDoesNotAddUpIsRefused() {
    Cube cube = new Cube(List.of(SEX));
    assertThatThrownBy(
            () ->
                CubeProtection.protect(
                    cube,
                    List.of(LayerData.counts(Layer.persons("n"), new long[] {9, 5, 5})),
                    Policy.minimumFrequency(K),
                    Options.standard()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void attack(
      Cube cube, CubePattern pattern, long[] counts, boolean whole, String what) {
    Protection protection = pattern.protection();
    for (int cell : pattern.reasons().keySet()) {
      Attack.Range left =
          Attack.range(
              protection.table().space(),
              protection.table().values(),
              protection.hidden(),
              cell,
              whole,
              FAR);
      String as = what + ", cell " + cube.coordinates(cell);
      if (counts[cell] > 0 && counts[cell] < K) {
        assertThat(left.upper()).as(as).isGreaterThanOrEqualTo(K);
        assertThat(left.upper() - left.lower()).as(as).isGreaterThanOrEqualTo(2);
      } else {
        assertThat(left.upper() - left.lower()).as(as).isGreaterThanOrEqualTo(whole ? 1 : 0.01);
      }
    }
    for (int cell = 0; cell < cube.size(); cell++) {
      assertThat(counts[cell] > 0 && counts[cell] < K && !pattern.isHidden(cell))
          .as("%s, cell %d is unsafe and shown", what, cell)
          .isFalse();
    }
  }

  static long[] additive(Cube cube, Random random, int most) {
    long[] values = new long[cube.size()];
    for (int leaf = 0; leaf < cube.size(); leaf++) {
      if (cube.level(leaf) == 0) {
        values[leaf] = random.nextInt(most + 1);
      }
    }
    // Each round fills in totals whose parts are known; one round per dimension suffices.
    for (int d = cube.dimensions().size() - 1; d >= 0; d--) {
      Dimension dimension = cube.dimensions().get(d);
      cube.forEachSum(
          (along, total, parts) -> {
            if (along.equals(dimension)) {
              values[total] = 0;
            }
          });
      for (int depth = 0; depth < 3; depth++) {
        cube.forEachSum(
            (along, total, parts) -> {
              if (along.equals(dimension)) {
                values[total] = Arrays.stream(parts).mapToLong(part -> values[part]).sum();
              }
            });
      }
    }
    return values;
  }

  static Dimension flat(String id, Kind kind, int classes) {
    Node[] nodes = new Node[classes];
    Arrays.setAll(nodes, i -> Node.leaf(id + i));
    return new Dimension(id, kind, Node.of("_T", nodes));
  }
}
