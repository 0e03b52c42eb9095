package se.samsyn.agent.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samsyn.disclosure.adaptive.AdaptiveResolution;
import se.samsyn.disclosure.adaptive.Attribute;
import se.samsyn.disclosure.adaptive.OpenNode;
import se.samsyn.disclosure.table.Node;
import se.samsyn.schemas.definition.Counting;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.sealed.NodeOrder;
import se.samsyn.schemas.sealed.SealedAttribute;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.schemas.sealed.Tree;
import se.samsyn.sealed.Opened;
import se.samsyn.sealed.Refused;

/** What comes out is what the plain numbers would have given, and nothing else. */
class SealedCollectionTest {
  private static final long SEED = 20_261_124;

  @ParameterizedTest(name = "{0} agencies, {1}, {2} combiners, amounts {3}, mean {4}")
  @CsvSource({
    "3, DISJOINT, 1, true, 6",
    "3, OVERLAPPING, 1, false, 6",
    "5, DISJOINT, 2, true, 4",
    "10, DISJOINT, 1, false, 2",
    "10, OVERLAPPING, 2, false, 3",
    "31, DISJOINT, 1, true, 3"
  })
  void openedTotalsAndNodesAreThoseOfThePlainNumbers(
      int n, Counting counting, int combiners, boolean amounts, double mean) throws Refused {
    System.out.println("seed " + (SEED + n));
    Random random = new Random(SEED + n);
    Constellation constellation = new Constellation(n);
    Tree units = Constellation.halved("u", 0, 9);
    List<SealedAttribute> attributes =
        List.of(
            Constellation.attribute("age", 5, units.code()),
            Constellation.attribute("sex", 2, units.parts().get(0).code()));
    SealedManifest manifest =
        constellation.manifest(counting, 5, 1, units, attributes, combiners, amounts);
    Map<AgencyId, Table> tables = constellation.tables(manifest, random, mean);

    Opened opened = SealedRun.run(constellation, manifest, tables, SealedRun.HONEST);

    for (int family = 0; family <= manifest.magnitudes().size(); family++) {
      BitSet open = plainWalk(manifest, tables, family);
      assertThat(opened.open(family)).as("open nodes of family %d", family).isEqualTo(open);
      assertThat(open.cardinality()).as("the comparison is of something").isGreaterThan(3);
      for (int node = open.nextSetBit(0); node >= 0; node = open.nextSetBit(node + 1)) {
        int at = node;
        int magnitude = family - 1;
        assertThat(opened.total(family, node))
            .isEqualTo(
                tables.values().stream()
                    .mapToLong(t -> magnitude < 0 ? t.counts[at] : t.amounts[magnitude][at])
                    .sum());
      }
    }
    assertThat(opened.open(0).cardinality()).isLessThan(new NodeOrder(manifest).size());
  }

  @Test
  void ifTheWholeIsTooSmallNothingOpens() throws Refused {
    Constellation constellation = new Constellation(3);
    Tree units = Constellation.halved("u", 0, 2);
    SealedManifest manifest =
        constellation.manifest(Counting.DISJOINT, 5, 1, units, List.of(), 1, false);
    Map<AgencyId, Table> tables = new HashMap<>();
    constellation.agencies.forEach(a -> tables.put(a, new Table(manifest)));
    tables.get(constellation.agencies.get(0)).fill(new Random(1), "u0", 10_000);
    tables.get(constellation.agencies.get(1)).fill(new Random(1), "u1", 5);

    Opened opened = SealedRun.run(constellation, manifest, tables, SealedRun.HONEST);

    assertThat(opened.open(0).cardinality()).isZero();
  }

  /** The rule as the specification words it, on plain sums. */
  private static BitSet plainWalk(
      SealedManifest manifest, Map<AgencyId, Table> tables, int family) {
    BitSet counts = family == 0 ? new BitSet() : plainWalk(manifest, tables, 0);
    NodeOrder order = new NodeOrder(manifest);
    BitSet open = new BitSet();
    int k = manifest.k();
    int n = manifest.roster().size();
    AdaptiveResolution.resolve(
        node(manifest.units()),
        manifest.attributes().stream()
            .map(a -> new Attribute(a.id(), node(a.classes()), a.startUnit()))
            .toList(),
        members -> {
          boolean safe = true;
          for (OpenNode member : members) {
            int at = index(manifest, order, member);
            long s = 0;
            long w = 0;
            long d = 0;
            for (Table table : tables.values()) {
              long c = table.counts[at];
              s += Math.min(c, k);
              w += c == 0 ? 0 : c < k ? 1 : n + 1;
              d += family > 0 && c > 0 && isWeak(table, family - 1, at) ? 1 : 0;
            }
            if (family > 0) {
              safe &= counts.get(at) && (s == 0 || s >= 2 * k + 2 && d == 0);
            } else if (manifest.counting() == Counting.DISJOINT) {
              safe &= s == 0 || s >= 2 * k + 1;
            } else {
              safe &= w == 0 || w >= 2 * (n + 1) + 1;
            }
          }
          if (safe) {
            members.forEach(m -> open.set(index(manifest, order, m)));
          }
          return safe;
        });
    return open;
  }

  private static boolean isWeak(Table table, int magnitude, int node) {
    return table.counts[node] < 2
        || table.amounts[magnitude][node] == 0
        || table.dominated(magnitude, node);
  }

  private static int index(SealedManifest manifest, NodeOrder order, OpenNode node) {
    for (int a = 0; a < manifest.attributes().size(); a++) {
      if (node.attribute().equals(java.util.Optional.of(manifest.attributes().get(a).id()))) {
        return order.node(node.unit(), a, node.clazz());
      }
    }
    return order.total(node.unit());
  }

  private static Node node(Tree tree) {
    return new Node(tree.code(), tree.parts().stream().map(SealedCollectionTest::node).toList());
  }
}
