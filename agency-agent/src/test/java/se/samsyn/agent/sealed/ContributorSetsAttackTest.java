package se.samsyn.agent.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import se.samsyn.schemas.definition.Counting;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.sealed.NodeOrder;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.sealed.Opened;
import se.samsyn.sealed.Refused;

/**
 * A reader of three sealed tables over the same records adds and subtracts them. Each is safe by
 * itself, and any two sets of contributors differ by three agencies; yet T2 + T3 - T1 is what one
 * agency holds. That is why records are sealed once, by one set of contributors.
 */
class ContributorSetsAttackTest {
  private static final long SEED = 23;
  private static final int K = 5;
  private static final List<Integer> ALL = List.of(0, 1, 2, 3, 4, 5, 6);
  private static final List<Integer> FIRST = List.of(0, 1, 2, 3);
  private static final List<Integer> LAST = List.of(3, 4, 5, 6);

  private final Constellation constellation = new Constellation(7);
  private final SealedManifest manifest = manifest(1);
  private final Map<AgencyId, Table> tables = tables();

  @Test
  void overDifferentContributorSetsTheReaderLearnsASmallCount() throws Refused {
    int small = new NodeOrder(manifest).total("u0");
    long secret = tables.get(constellation.agencies.get(3)).counts[small];
    assertThat(secret).isBetween(1L, K - 1L);

    Map<Integer, TreeSet<Long>> learnt = learnt(List.of(ALL, FIRST, LAST));

    assertThat(learnt.get(small)).containsExactly(secret);
  }

  @Test
  void overOneContributorSetNoSmallCountIsLearnt() throws Refused {
    assertThat(learnt(List.of(ALL, ALL, ALL))).isEmpty();
  }

  /** By node, the counts of 1 to k that sums and differences of the opened totals give. */
  private Map<Integer, TreeSet<Long>> learnt(List<List<Integer>> sets) throws Refused {
    List<Opened> releases = new ArrayList<>();
    for (List<Integer> set : sets) {
      releases.add(collected(releases.size() + 1, set));
    }
    BitSet open = releases.get(0).open(0);
    releases.forEach(release -> open.and(release.open(0)));
    assertThat(open.cardinality()).as("the attack is on something").isGreaterThan(3);
    Map<Integer, TreeSet<Long>> learnt = new HashMap<>();
    for (int signs = 0; signs < 27; signs++) {
      for (int node = open.nextSetBit(0); node >= 0; node = open.nextSetBit(node + 1)) {
        long sum =
            (signs % 3 - 1) * releases.get(0).total(0, node)
                + (signs / 3 % 3 - 1) * releases.get(1).total(0, node)
                + (signs / 9 - 1) * releases.get(2).total(0, node);
        if (sum > 0 && sum <= K) {
          learnt.computeIfAbsent(node, n -> new TreeSet<>()).add(sum);
        }
      }
    }
    return learnt;
  }

  private Opened collected(int attempt, List<Integer> contributors) throws Refused {
    Map<AgencyId, Table> those = new HashMap<>();
    for (int agency : contributors) {
      AgencyId id = constellation.agencies.get(agency);
      those.put(id, tables.get(id));
    }
    return SealedRun.run(constellation, manifest(attempt), those, SealedRun.HONEST);
  }

  /** Each agency has many in every unit, but for the fourth, which has two in the first. */
  private Map<AgencyId, Table> tables() {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    Map<AgencyId, Table> made = new HashMap<>();
    for (AgencyId agency : constellation.agencies) {
      Table table = new Table(manifest);
      for (String unit : List.of("u0", "u1", "u2", "u3")) {
        boolean few = unit.equals("u0") && agency.equals(constellation.agencies.get(3));
        table.fill(random, unit, few ? 2 : 12 + random.nextInt(9));
      }
      made.put(agency, table);
    }
    return made;
  }

  private SealedManifest manifest(int attempt) {
    return constellation.manifest(
        Counting.DISJOINT, K, attempt, Constellation.halved("u", 0, 4), List.of(), 1, false);
  }
}
