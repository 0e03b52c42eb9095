package se.samsyn.aggregator.coordinator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.samsyn.aggregator.agency.Agencies;
import se.samsyn.aggregator.collection.CollectionPlan;
import se.samsyn.schemas.definition.Text;
import se.samsyn.schemas.message.AgencyId;

/** The fields that the forms of collections, open and sealed, have in common. */
final class CollectionFields {
  /** How long agencies have where the coordinator does not change it. */
  private static final int USUAL_DAYS = 30;

  private CollectionFields() {}

  /** The last day that is suggested. */
  static String usualDeadline(Instant now) {
    return CollectionPlan.day(now).plusDays(USUAL_DAYS).toString();
  }

  /** The last day for agencies, which must not be over; empty where it is no day at all. */
  static Optional<LocalDate> deadline(FilledForm form, String field, Instant now) {
    Optional<LocalDate> deadline =
        form.read(field, LocalDate::parse, "coordinator.collect.deadline.wrong");
    if (deadline.filter(d -> d.isBefore(CollectionPlan.day(now))).isPresent()) {
      form.refuse(field, "coordinator.collect.deadline.past");
    }
    return deadline;
  }

  /** The constellation's name, which must be there in Swedish; in English it may be the same. */
  static Text constellation(FilledForm form) {
    String name = form.name("name-sv");
    String english = form.value("name-en");
    return new Text(name, english.isEmpty() ? name : english);
  }

  /** Those of the agencies that are ticked; there must be one. */
  static List<AgencyId> participants(FilledForm form, List<Agencies.Known> agencies) {
    List<AgencyId> participants =
        agencies.stream().map(Agencies.Known::id).filter(a -> form.ticked("agency-" + a)).toList();
    if (participants.isEmpty()) {
      form.refuse("agencies", "coordinator.collect.agencies.none");
    }
    return participants;
  }
}
