package se.samsyn.aggregator.audit;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Locale;

/** Who did what, when. It joins the caller's transaction: what is rolled back was not done. */
@Singleton
public class AuditTrail {
  private final AuditEventRepository events;
  private final Clock clock;

  AuditTrail(AuditEventRepository events, Clock clock) {
    this.events = events;
    this.clock = clock;
  }

  /**
   * @param actor an account, an agency, or {@code command-line}
   * @param subject an agency, a collection, a definition; never anything of a record
   */
  public void done(String actor, AuditAction action, String subject) {
    events.save(
        new AuditEvent(
            null,
            clock.instant(),
            actor,
            action.name().toLowerCase(Locale.ROOT).replace('_', '-'),
            subject,
            "done"));
  }
}
