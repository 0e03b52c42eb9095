package se.samsyn.aggregator.audit;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Locale;
import se.samsyn.schemas.message.Refusal;

/** Who did what, when. It joins the caller's transaction: what is rolled back was not done. */
@Singleton
public class AuditTrail {
  /** The actor of what was done with the commands, by whoever may read the data folder. */
  public static final String COMMAND_LINE = "command-line";

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
    write(actor, action, subject, "done");
  }

  /**
   * Somebody who is known was refused. Who is not known leaves no row, only a count: else anybody
   * could fill the trail.
   *
   * @param actor an agency whose signature has been verified
   */
  @Transactional
  public void refused(String actor, AuditAction action, String subject, Refusal reason) {
    write(actor, action, subject, reason.word());
  }

  private void write(String actor, AuditAction action, String subject, String outcome) {
    events.save(
        new AuditEvent(
            null,
            clock.instant(),
            actor,
            action.name().toLowerCase(Locale.ROOT).replace('_', '-'),
            subject,
            outcome));
  }
}
