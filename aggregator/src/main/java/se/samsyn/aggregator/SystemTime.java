package se.samsyn.aggregator;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The clock that everything asks; a test may put another in its place. */
@Factory
class SystemTime {
  @Bean
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }
}
