package se.samsyn.aggregator.problem;

import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samsyn.schemas.message.Refusal;

/**
 * How often each reason was given since the start. The log tells at 1, 10, 100 ..., so that it
 * cannot be flooded.
 */
@Singleton
public final class RefusalCounts {
  private static final Logger LOG = LoggerFactory.getLogger(RefusalCounts.class);
  private final Map<Refusal, AtomicLong> counts = new EnumMap<>(Refusal.class);

  public RefusalCounts() {
    for (Refusal reason : Refusal.values()) {
      counts.put(reason, new AtomicLong());
    }
  }

  void count(Refusal reason) {
    long count = counts.get(reason).incrementAndGet();
    long power = count;
    while (power % 10 == 0) {
      power /= 10;
    }
    if (power == 1) {
      LOG.info("refused as {}: {} so far", reason.word(), count);
    }
  }

  /** The count of each reason. */
  public Map<Refusal, Long> snapshot() {
    Map<Refusal, Long> copy = new EnumMap<>(Refusal.class);
    counts.forEach((reason, count) -> copy.put(reason, count.get()));
    return copy;
  }
}
