package se.samsyn.aggregator.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LoginLimitTest {
  private final MovingClock clock = new MovingClock();
  private final LoginLimit limit = new LoginLimit(clock);

  @Test
  void aGuesserHasFiveTriesAndThenWaitsLongerAndLonger() {
    for (int i = 0; i < LoginLimit.FREE_TRIES; i++) {
      assertThat(limit.begin("anna")).isZero();
    }
    assertThat(limit.begin("anna")).isEqualTo(LoginLimit.FIRST_WAIT);
    clock.pass(LoginLimit.FIRST_WAIT);
    assertThat(limit.begin("anna")).isZero();
    assertThat(limit.begin("anna")).isEqualTo(LoginLimit.FIRST_WAIT.multipliedBy(2));
  }

  @Test
  void aDayOfGuessingIsAHundredTriesOrSo() {
    int tries = 0;
    Instant end = clock.instant().plus(Duration.ofDays(1));
    while (clock.instant().isBefore(end)) {
      Duration wait = limit.begin("anna");
      if (wait.isZero()) {
        tries++;
      } else {
        clock.pass(wait);
      }
    }
    assertThat(tries).isBetween(50, 120);
  }

  @Test
  void oneNameDoesNotSlowDownAnotherAndSuccessForgets() {
    for (int i = 0; i < LoginLimit.FREE_TRIES; i++) {
      assertThat(limit.begin("anna")).isZero();
    }
    assertThat(limit.begin("bo")).isZero();
    clock.pass(LoginLimit.FIRST_WAIT);
    assertThat(limit.begin("anna")).isZero();
    limit.succeeded("anna");
    assertThat(limit.begin("anna")).isZero();
    assertThat(limit.begin("anna")).isZero();
  }

  private static final class MovingClock extends Clock {
    private Instant now = Instant.parse("2026-11-23T08:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
