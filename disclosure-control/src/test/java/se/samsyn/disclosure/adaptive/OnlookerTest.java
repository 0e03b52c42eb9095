package se.samsyn.disclosure.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.samsyn.disclosure.table.Node;

/**
 * An exhaustive onlooker, who knows the program and sees all that is opened and every group's bit:
 * two units by two sexes, all tables of up to a number of persons. Whatever union of cells is
 * looked at, its upper bound must be at least k unless its value is known from what was opened.
 */
class OnlookerTest {
  private static final int K = 2;
  private static final int MOST = 7;
  private static final Node UNITS = Node.of("all", Node.leaf("a"), Node.leaf("b"));
  private static final Attribute SEX =
      new Attribute("sex", Node.of("every", Node.leaf("1"), Node.leaf("2")), "all");

  @Test
  void noUnionThatIsNotOpenedIsBoundedBelowTheFrequencyOrExact() {
    assertThat(violations(K + 1)).isZero();
  }

  @Test
  void withoutTheOnePersonOfReserveTheOnlookerSucceeds() {
    assertThat(violations(K)).isNotZero();
  }

  /**
   * How many unions of cells, over all views, are bounded below k or exact without being opened.
   */
  private static long violations(int safeFrom) {
    Map<String, List<int[]>> byView = new HashMap<>();
    for (int i = 0; i < (MOST + 1) * (MOST + 1) * (MOST + 1) * (MOST + 1); i++) {
      int[] cells = {
        i % (MOST + 1),
        i / (MOST + 1) % (MOST + 1),
        i / (MOST + 1) / (MOST + 1) % (MOST + 1),
        i / (MOST + 1) / (MOST + 1) / (MOST + 1)
      };
      byView.computeIfAbsent(view(cells, safeFrom), v -> new ArrayList<>()).add(cells);
    }
    long violations = 0;
    for (var entry : byView.entrySet()) {
      violations += violations(entry.getKey(), entry.getValue());
    }
    return violations;
  }

  private static long violations(String view, List<int[]> tables) {
    // Totals near the edge of what is enumerated would look bounded for that reason alone.
    if (tables.stream().anyMatch(t -> t[0] + t[1] + t[2] + t[3] > MOST)) {
      return 0;
    }
    if (view.startsWith("closed")) {
      return 0;
    }
    long violations = 0;
    for (int union = 1; union < 16; union++) {
      int least = Integer.MAX_VALUE;
      int most = 0;
      for (int[] table : tables) {
        int sum = 0;
        for (int cell = 0; cell < 4; cell++) {
          sum += (union >> cell & 1) == 1 ? table[cell] : 0;
        }
        least = Math.min(least, sum);
        most = Math.max(most, sum);
      }
      boolean unsafeExact = least == most && most > 0 && most < K + 1;
      boolean bounded = most > 0 && most < K;
      violations += unsafeExact || bounded ? 1 : 0;
    }
    return violations;
  }

  private static String view(int[] cells, int safeFrom) {
    GroupTest.Counts counts =
        node -> {
          long sum = 0;
          for (int cell = 0; cell < 4; cell++) {
            boolean unit = node.unit().equals("all") || node.unit().equals(cell < 2 ? "a" : "b");
            boolean clazz =
                node.attribute().isEmpty() || node.clazz().equals(cell % 2 == 0 ? "1" : "2");
            sum += unit && clazz ? cells[cell] : 0;
          }
          return sum;
        };
    AdaptiveResolution.Resolution resolution =
        AdaptiveResolution.resolve(UNITS, List.of(SEX), GroupTest.counts(counts, safeFrom - 1));
    if (resolution.open().isEmpty()) {
      return "closed";
    }
    StringBuilder view = new StringBuilder();
    resolution.groups().forEach(group -> view.append(group.opened() ? '+' : '-'));
    resolution
        .open()
        .forEach(node -> view.append(' ').append(node).append('=').append(counts.of(node)));
    return view.toString();
  }
}
