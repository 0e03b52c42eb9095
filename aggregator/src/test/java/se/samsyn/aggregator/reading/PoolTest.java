package se.samsyn.aggregator.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsyn.aggregator.TestAggregator;
import se.samsyn.aggregator.joint.JointTable;
import se.samsyn.aggregator.joint.JointTables;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.table.Cell;
import se.samsyn.schemas.table.CellSpace;

/** Hidden classes beside each other are shown together when the rest tells how many they are. */
class PoolTest {
  @RegisterExtension private static final TestAggregator aggregator = TestAggregator.withSamples();

  private static JointTable sample;
  private static Dimension age;

  @BeforeAll
  static void start() {
    JointTables tables = aggregator.bean(JointTables.class);
    var latest = tables.closed().get(0);
    Definition assessed =
        latest.manifest().definitions().stream()
            .filter(d -> d.id().value().equals("tsi-assessed"))
            .findFirst()
            .orElseThrow();
    sample = tables.find(latest.manifest().collection(), assessed.ref()).orElseThrow();
    age = assessed.dimensions().stream().filter(Dimension::isBanded).findFirst().orElseThrow();
  }

  @Test
  void thePoolIsWhatItsClassesAreTogetherAndNeverOfAFew() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    int shown = 0;
    for (int run = 0; run < 500; run++) {
      int classes = age.codes().size();
      long[] truth = random.longs(classes, 0, 20).toArray();
      Set<Integer> hidden =
          random.ints(2 + random.nextInt(2), 0, classes).boxed().collect(Collectors.toSet());
      Pick base = base(truth, hidden);
      var pool = Pool.of(age, base);
      if (pool.isPresent()) {
        shown++;
        long together = hidden.stream().mapToLong(i -> truth[i]).sum();
        Reading read = pool.get().read(age, base).read();
        assertThat(read.least())
            .as("seed %d", seed)
            .hasValueSatisfying(v -> assertThat(v.longValueExact()).isEqualTo(together));
        assertThat(together).as("seed %d", seed).isGreaterThanOrEqualTo(5);
        assertThat(pool.get().classes()).hasSameSizeAs(hidden);
      }
    }
    assertThat(shown).as("seed %d", seed).isPositive();
  }

  @Test
  void classesApartFromEachOtherAreNotPooled() {
    long[] truth = new long[age.codes().size()];
    java.util.Arrays.fill(truth, 12);
    assertThat(Pool.of(age, base(truth, Set.of(0, 2)))).isEmpty();
    assertThat(Pool.of(age, base(truth, Set.of(0, 1)))).isPresent();
    assertThat(Pool.of(age, base(truth, Set.of(1)))).isEmpty();
    assertThat(Pool.apart(age, base(truth, Set.of(0, 2))))
        .as("said in words instead")
        .containsExactly(age.codes().get(0), age.codes().get(2));
    assertThat(Pool.apart(age, base(truth, Set.of(0, 1)))).isEmpty();
    assertThat(Pool.apart(age, base(truth, Set.of(1)))).isEmpty();
  }

  /** The sample's table with these children by age, some of them hidden. */
  private static Pick base(long[] truth, Set<Integer> hidden) {
    Measure children = sample.definition().collected().get(0);
    CellSpace space = CellSpace.of(sample.definition());
    List<Cell> cells = new ArrayList<>(sample.joint().get(children.id()));
    cells.set(0, new Cell.Value(java.util.Arrays.stream(truth).sum()));
    for (int i = 0; i < truth.length; i++) {
      List<String> codes =
          new ArrayList<>(java.util.Collections.nCopies(space.dimensions().size(), Code.TOTAL));
      codes.set(sample.definition().dimensions().indexOf(age), age.codes().get(i).code());
      cells.set(
          space.index(codes).orElseThrow(),
          hidden.contains(i) ? Cell.SUPPRESSED : new Cell.Value(truth[i]));
    }
    JointTable table =
        new JointTable(
            sample.manifest(),
            sample.definition(),
            sample.reported(),
            sample.notReported(),
            Map.of(children.id(), cells),
            Map.of());
    return Pick.total(Cube.of(table), children);
  }
}
