package se.samsyn.aggregator.collection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.definition.Text;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.CollectionId;
import se.samsyn.schemas.message.OwnFigures;

/**
 * What a coordinator wants to gather.
 *
 * @param constellation who gathers, as readers see it
 * @param deadline when agencies are asked to have delivered
 * @param ownFigures what the agencies have agreed on their own figures; empty: readers see them
 */
public record CollectionPlan(
    CollectionId id,
    Text constellation,
    Period period,
    List<DefinitionId> definitions,
    List<AgencyId> participants,
    Optional<Instant> deadline,
    Optional<OwnFigures> ownFigures) {
  /**
   * Where own figures are not shown agencies of as many authorities take part: of two, the one has
   * the other's figures as soon as it subtracts its own.
   */
  public static final int FEWEST_RESPONDENTS = 3;

  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

  public CollectionPlan {
    definitions = List.copyOf(definitions);
    participants = List.copyOf(participants);
  }

  /** With the agencies' own figures shown. */
  public CollectionPlan(
      CollectionId id,
      Text constellation,
      Period period,
      List<DefinitionId> definitions,
      List<AgencyId> participants,
      Optional<Instant> deadline) {
    this(id, constellation, period, definitions, participants, deadline, Optional.empty());
  }

  /** The day that it is then where agencies are. */
  public static LocalDate day(Instant now) {
    return now.atZone(SWEDEN).toLocalDate();
  }

  /** The deadline that leaves agencies the whole of {@code lastDay}. */
  public static Instant endOf(LocalDate lastDay) {
    return lastDay.plusDays(1).atStartOfDay(SWEDEN).toInstant();
  }
}
