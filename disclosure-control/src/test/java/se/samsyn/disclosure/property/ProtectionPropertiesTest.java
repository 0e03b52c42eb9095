package se.samsyn.disclosure.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import se.samsyn.disclosure.attack.Attack;
import se.samsyn.disclosure.attack.Attack.Range;
import se.samsyn.disclosure.certificate.CertificateVerifier;
import se.samsyn.disclosure.cube.CubePattern;
import se.samsyn.disclosure.cube.CubeProtection;
import se.samsyn.disclosure.cube.Layer;
import se.samsyn.disclosure.cube.LayerData;
import se.samsyn.disclosure.cube.Policy;
import se.samsyn.disclosure.order.CanonicalOrder;
import se.samsyn.disclosure.protect.Demand;
import se.samsyn.disclosure.protect.Options;
import se.samsyn.disclosure.protect.Protection;
import se.samsyn.disclosure.protect.Protector;
import se.samsyn.disclosure.table.Table;

/** What holds of every table, by attacks with another solver. A failure prints its seed. */
class ProtectionPropertiesTest {
  private static final int K = 3;
  private static final long FAR = 500;

  @Property(tries = 25)
  void noCellOfACubeIsUnsafe(@ForAll @LongRange(max = 1_000_000) long seed) {
    RandomCubes random = RandomCubes.of(seed);
    CubePattern pattern = protect(random);
    Table table = pattern.protection().table();
    BitSet hidden = pattern.protection().hidden();
    for (int cell = 0; cell < random.counts().length; cell++) {
      long count = random.counts()[cell];
      boolean unsafe = count > 0 && count < K;
      assertThat(!unsafe || pattern.isHidden(cell)).as("seed %d cell %d", seed, cell).isTrue();
      if (pattern.isHidden(cell)) {
        Range range = Attack.range(table.space(), table.values(), hidden, cell, true, FAR);
        assertThat(range.upper() - range.lower())
            .as("seed %d cell %d", seed, cell)
            .isGreaterThan(unsafe ? 1.999 : 0.999);
        assertThat(!unsafe || range.upper() > K - 0.001).as("seed %d cell %d", seed, cell).isTrue();
      }
    }
  }

  @Property(tries = 25)
  void noCellOfLinkedTablesIsUnsafe(@ForAll @LongRange(max = 1_000_000) long seed) {
    RandomTables random = RandomTables.linked(seed, 1);
    Protection protection = protect(random);
    Table table = random.table();
    for (Demand demand : random.demands()) {
      assertThat(protection.hidden().get(demand.cell())).isTrue();
      Range range =
          Attack.range(
              table.space(), table.values(), protection.hidden(), demand.cell(), true, FAR);
      assertThat(demand.requirement().isMetBy(Math.round(range.lower()), Math.round(range.upper())))
          .as("seed %d cell %d", seed, demand.cell())
          .isTrue();
    }
    for (int cell : protection.hidden().stream().toArray()) {
      Range range =
          Attack.range(table.space(), table.values(), protection.hidden(), cell, true, FAR);
      assertThat(range.upper() - range.lower())
          .as("seed %d cell %d", seed, cell)
          .isGreaterThan(0.999);
    }
  }

  @Property(tries = 25)
  void hugeValuesAreProvenInWholeNumbers(@ForAll @LongRange(max = 1_000_000) long seed) {
    RandomTables random = RandomTables.linked(seed, 100_000_000_007L);
    Protection protection = protect(random);
    assertThat(CertificateVerifier.faults(random.table(), protection.certificate()))
        .as("seed %d", seed)
        .isEmpty();
    assertThat(protection.certificate().claims().stream().map(c -> c.cell()).toList())
        .as("seed %d", seed)
        .containsAll(random.demands().stream().map(Demand::cell).toList());
  }

  @Property(tries = 25)
  void theSameTableGivesTheSamePattern(@ForAll @LongRange(max = 1_000_000) long seed) {
    assertThat(protect(RandomCubes.of(seed)).hidden())
        .as("seed %d", seed)
        .isEqualTo(protect(RandomCubes.of(seed)).hidden());
    assertThat(protect(RandomTables.linked(seed, 1)).hidden())
        .as("seed %d", seed)
        .isEqualTo(protect(RandomTables.linked(seed, 1)).hidden());
  }

  @Property(tries = 25)
  void theOrderOfCellsDoesNotMatter(@ForAll @LongRange(max = 1_000_000) long seed) {
    RandomTables random = RandomTables.linked(seed, 1);
    RandomTables.Shuffled shuffled = random.shuffled(seed + 1);
    String[] labels = new String[random.table().size()];
    String[] shuffledLabels = new String[labels.length];
    BitSet moved = new BitSet();
    for (int cell = 0; cell < labels.length; cell++) {
      labels[cell] = "c" + cell;
      shuffledLabels[shuffled.places()[cell]] = labels[cell];
    }
    protectSorted(random, labels).hidden().stream()
        .forEach(cell -> moved.set(shuffled.places()[cell]));
    Protection other = protectSorted(shuffled.tables(), shuffledLabels);
    assertThat(other.hidden()).as("seed %d", seed).isEqualTo(moved);
    assertThat(CertificateVerifier.faults(other.table(), other.certificate()))
        .as("seed %d", seed)
        .isEmpty();
  }

  private static Protection protectSorted(RandomTables random, String[] labels) {
    CanonicalOrder order = CanonicalOrder.of(random.table(), List.of(labels));
    return order.restored(
        Protector.protect(order.table(), order.demands(random.demands()), Options.standard()));
  }

  private static CubePattern protect(RandomCubes random) {
    return CubeProtection.protect(
        random.cube(),
        List.of(LayerData.counts(Layer.persons("n"), random.counts())),
        Policy.minimumFrequency(K),
        Options.standard());
  }

  private static Protection protect(RandomTables random) {
    return Protector.protect(random.table(), random.demands(), Options.standard());
  }
}
