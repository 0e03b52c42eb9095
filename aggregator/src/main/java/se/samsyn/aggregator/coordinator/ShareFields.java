package se.samsyn.aggregator.coordinator;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.definition.Text;

/**
 * The fields of a share: one count by another that it is a part of.
 *
 * @param number its place; the fields' names start with it
 */
public record ShareFields(int number) {
  /** The name of a field of this share. */
  public String field(String name) {
    return "s" + number + "-" + name;
  }

  /**
   * The share; empty where it is not wanted, or where {@code form} now says what is wrong.
   *
   * @param counts that the form gives, the count of all first
   */
  Optional<Measure.Ratio> read(FilledForm form, List<Measure.Count> counts) {
    if (Stream.of("part", "whole", "sv", "en").allMatch(f -> form.value(field(f)).isEmpty())) {
      return Optional.empty();
    }
    Text title = new Text(form.name(field("sv")), form.name(field("en")));
    Optional<Measure.Count> part = count("part", form, counts);
    Optional<Measure.Count> whole = count("whole", form, counts);
    if (part.isEmpty() || whole.isEmpty()) {
      return Optional.empty();
    }
    if (part.equals(whole)) {
      form.refuse(field("whole"), "coordinator.define.share.same");
      return Optional.empty();
    }
    // Else it may be more than all of it, which no reader would take for a share.
    if (!part.get().where().containsAll(whole.get().where())) {
      form.refuse(field("part"), "coordinator.define.share.outside");
      return Optional.empty();
    }
    return Optional.of(
        new Measure.Ratio(
            new MeasureId("share-" + (number + 1)), title, part.get().id(), whole.get().id()));
  }

  private Optional<Measure.Count> count(String name, FilledForm form, List<Measure.Count> counts) {
    String id = form.value(field(name));
    Optional<Measure.Count> count =
        counts.stream().filter(c -> c.id().value().equals(id)).findFirst();
    if (count.isEmpty()) {
      form.refuse(
          field(name),
          id.isEmpty() ? "coordinator.form.choose" : "coordinator.define.share.missing");
    }
    return count;
  }
}
