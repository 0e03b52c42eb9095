package se.samsyn.aggregator.dashboard.figure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.samsyn.schemas.definition.Counting;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Question;
import se.samsyn.schemas.definition.Unit;

/**
 * One question, or one indicator of another instrument, with its answer.
 *
 * @param id unique on the page
 * @param heading the question, or the indicator's title
 * @param key the one number for the overview, as text
 * @param keyOf the class that has that number, where it is not the total
 * @param sentence the answer in a sentence
 * @param remarks what must be known to read it right (counted once per agency, not reported ...)
 * @param main the figure that answers; empty where nothing does
 * @param details the same indicator by sex, age, agency and period
 * @param definition what the facts beside the figures are about
 */
public record Section(
    String id,
    String heading,
    String key,
    String keyOf,
    String sentence,
    List<String> remarks,
    Optional<Figure> main,
    List<Figure> details,
    Optional<Definition> definition) {
  public Section {
    remarks = List.copyOf(remarks);
    details = List.copyOf(details);
  }

  /** Whether one of its figures has a state that is not a plain number. */
  public boolean needsLegend() {
    return Stream.concat(main.stream(), details.stream()).anyMatch(Figure::needsLegend);
  }

  /** Whether the collection has an indicator for it. */
  public boolean isAnswered() {
    return definition.isPresent();
  }

  /** What the overview's number counts; empty where it shows none. */
  public Optional<String> keyUnit() {
    return definition
        .filter(d -> !key.isEmpty() && Character.isDigit(key.charAt(0)))
        .map(d -> d.unit() == Unit.EVENTS ? "events" : "children");
  }

  /** Whether a child may be in the overview's number several times: once for each agency. */
  public boolean isKeyPerAgency() {
    return !id.equals(Question.ACTORS.word())
        && definition
            .filter(d -> d.counting() == Counting.OVERLAPPING && d.unit() != Unit.EVENTS)
            .isPresent();
  }
}
