package se.samsyn.aggregator.release.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TimeLimitTest {
  @Test
  void whatDoesNotEndIsInterruptedAndNotDecided() throws Exception {
    CountDownLatch stopped = new CountDownLatch(1);
    assertThat(new TimeLimit(Duration.ofMillis(20)).within(() -> untilInterrupted(stopped)))
        .isEmpty();
    assertThat(stopped.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whatEndsIsAnsweredAndWhatFailsFailsAsItDid() {
    TimeLimit limit = new TimeLimit(Duration.ofMinutes(1));
    assertThat(limit.within(() -> "safe")).contains("safe");
    assertThatThrownBy(
            () ->
                limit.within(
                    () -> {
                      throw new IllegalArgumentException("too many groups");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String untilInterrupted(CountDownLatch stopped) {
    try {
      new CountDownLatch(1).await();
      return "never";
    } catch (InterruptedException e) {
      stopped.countDown();
      return "interrupted";
    }
  }
}
