package se.samsyn.agent.sealed.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.samsyn.agent.sealed.Table;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.SealedOutcome;
import se.samsyn.schemas.sealed.Address;

/** Every role killed at each of its steps, every message lost, doubled and delayed once. */
class LostPartiesTest {
  private static final long SEED = 20261130;

  @TempDir private Path folder;
  private int stages;

  private Stage stage(int combiners) throws Exception {
    return new Stage(folder.resolve("stage-" + stages++), 4, combiners, SEED);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aRoleThatIsKilledGoesOnWhereItWas(int combiners) throws Exception {
    System.out.println("seed " + SEED);
    int roles = 2 + combiners;
    for (int place = 0; place < roles; place++) {
      boolean killed = true;
      int at = 0;
      while (killed) {
        Stage stage = stage(combiners);
        AgencyId role = stage.constellation.agencies.get(place);
        stage.killAt.put(role, at);
        stage.contributeAll();

        stage.play();

        requireRightTable(stage, "killed at event " + at + " of " + role);
        killed = stage.events.get(role).get() > at;
        at += combiners == 1 ? 1 : 3;
      }
      assertThat(at).as("events of a role").isGreaterThan(20);
    }
  }

  @ParameterizedTest
  @EnumSource(MemoryRelay.Fault.class)
  void aMessageThatIsLostDoubledOrDelayedChangesNothing(MemoryRelay.Fault fault) throws Exception {
    Stage first = stage(1);
    first.contributeAll();
    first.play();
    List<Address> all = first.relay.sent();
    assertThat(all).hasSizeGreaterThan(40);
    for (Address address : all) {
      Stage stage = stage(1);
      stage.relay.fault = fault;
      stage.relay.faultyPath = address.path();
      stage.contributeAll();

      stage.play();

      assertThat(stage.relay.faultyPath).as("the message was sent: %s", address).isEmpty();
      requireRightTable(stage, fault + " of " + address.path());
    }
  }

  @Test
  void withoutARoleTheOthersEndItUnopenedWhenTheCoordinatorSaysSo() throws Exception {
    Stage stage = stage(1);
    stage.contributeAll();
    AgencyId lost = stage.constellation.agencies.get(2);
    stage.folders.remove(lost);
    Thread coordinator =
        new Thread(
            () -> {
              sleep(300);
              stage.relay.state = SealedOutcome.State.ENDED;
            });
    coordinator.start();

    var ends = stage.play();

    coordinator.join();
    assertThat(ends.values()).allMatch(RoleRun.End.Unopened.class::isInstance);
    assertThat(stage.relay.opened).isNull();
  }

  /** What is opened are the plain sums, and something is. */
  static void requireRightTable(Stage stage, String what) {
    assertThat(stage.relay.state).as(what).isEqualTo(SealedOutcome.State.OPENED);
    BitSet open = stage.relay.opened.open(0);
    assertThat(open.cardinality()).as(what).isGreaterThan(3);
    for (int node = open.nextSetBit(0); node >= 0; node = open.nextSetBit(node + 1)) {
      long sum = 0;
      for (Table table : stage.tables.values()) {
        sum += table.counts[node];
      }
      assertThat(stage.relay.opened.total(0, node)).as(what).isEqualTo(sum);
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
