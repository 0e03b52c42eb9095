package se.samsyn.aggregator.coordinator;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import se.samsyn.schemas.definition.Condition;
import se.samsyn.schemas.definition.InputTable;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.definition.Text;

/**
 * The fields of a count of some of what a definition counts.
 *
 * @param number its place; the fields' names start with it
 */
public record PartFields(int number) {
  private static final int CONDITIONS = 2;

  /** The name of a field of this count. */
  public String field(String name) {
    return "p" + number + "-" + name;
  }

  /** All of them have to hold. */
  public List<ConditionFields> conditions() {
    return IntStream.range(0, CONDITIONS)
        .mapToObj(i -> new ConditionFields(field("w" + i)))
        .toList();
  }

  MeasureId id() {
    return new MeasureId("part-" + (number + 1));
  }

  private boolean isFilledIn(FilledForm form) {
    return !form.value(field("sv")).isEmpty()
        || !form.value(field("en")).isEmpty()
        || conditions().stream().anyMatch(c -> c.isFilledIn(form));
  }

  /** The count; empty where it is not wanted, or where {@code form} now says what is wrong. */
  Optional<Measure.Count> read(FilledForm form, InputTable table) {
    if (!isFilledIn(form)) {
      return Optional.empty();
    }
    Text title = new Text(form.name(field("sv")), form.name(field("en")));
    if (conditions().stream().noneMatch(c -> c.isFilledIn(form))) {
      // It would be the count of all under another name, and be sent and protected twice.
      form.refuse(conditions().get(0).column(), "coordinator.define.part.all");
      return Optional.empty();
    }
    List<Condition> where =
        conditions().stream().flatMap(c -> c.read(form, table).stream()).toList();
    return where.isEmpty() ? Optional.empty() : Optional.of(new Measure.Count(id(), title, where));
  }
}
