package se.samsyn.demo.run;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import se.samsyn.demo.world.Actor;
import se.samsyn.demo.world.Terms;
import se.samsyn.schemas.definition.Period;

/**
 * A collection of the demo: which definitions, for which term, from which agencies. Agencies that
 * keep no such records are not asked for them, so each set of agencies has a collection of its own.
 *
 * <p>Where an agency was late the coordinator collects again once it is ready: a correction.
 *
 * @param late agencies that take part and send nothing; the coordinator closes without them, by
 *     name
 */
public record Round(
    String id, Period term, List<String> definitions, List<Actor> participants, Set<Actor> late) {

  /** All of the demo, the earliest term first. */
  public static List<Round> all() {
    return Terms.ALL.stream()
        .flatMap(
            term ->
                List.of(
                    joint(term),
                    own("franvaro", term, Actor.SCHOOL, "school-absence"),
                    own(
                        "socialtjanst",
                        term,
                        Actor.SOCIAL_SERVICES,
                        "notifications",
                        "placements",
                        "early-support-given"),
                    own("forsta-linjen", term, Actor.HEALTH_CARE, "first-line-contacts"))
                    .stream())
        .toList();
  }

  /** The rounds as readers see them in the end, corrections in the place of what they correct. */
  public static List<Round> shown() {
    return all().stream().map(round -> round.late().isEmpty() ? round : round.complete()).toList();
  }

  /** The same, with those that were late. */
  Round complete() {
    return new Round(id, term, definitions, participants, Set.of());
  }

  private static Round joint(Period term) {
    // In the second term health care was late: a joint table shows who is missing.
    Set<Actor> late = term.equals(Terms.ALL.get(1)) ? Set.of(Actor.HEALTH_CARE) : Set.of();
    return new Round(
        id("tsi", term),
        term,
        List.of("tsi-assessed", "tsi-support", "tsi-result"),
        List.of(Actor.values()),
        late);
  }

  private static Round own(String name, Period term, Actor actor, String... definitions) {
    return new Round(id(name, term), term, List.of(definitions), List.of(actor), Set.of());
  }

  private static String id(String name, Period term) {
    return name + "-" + term.toString().toLowerCase(Locale.ROOT);
  }
}
