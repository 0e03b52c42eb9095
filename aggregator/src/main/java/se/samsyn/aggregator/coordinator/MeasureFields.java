package se.samsyn.aggregator.coordinator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.samsyn.schemas.definition.InputTable;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.Measure.AmountUnit;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.definition.Text;

/**
 * The fields that say what a table holds in each cell: how many, a sum, counts of some of them, and
 * what is computed of these.
 *
 * @param table the input table
 */
public record MeasureFields(InputTable table) {
  private static final int PARTS = 2;
  private static final int SHARES = 2;
  private static final MeasureId COUNT = new MeasureId("children");
  private static final MeasureId MEAN = new MeasureId("mean");

  public List<PartFields> parts() {
    return IntStream.range(0, PARTS).mapToObj(PartFields::new).toList();
  }

  public List<ShareFields> shares() {
    return IntStream.range(0, SHARES).mapToObj(ShareFields::new).toList();
  }

  /** What can be a share's whole, as the form names it: all, and each part. */
  public List<String> counts() {
    return Stream.concat(Stream.of(COUNT), parts().stream().map(PartFields::id))
        .map(MeasureId::value)
        .toList();
  }

  /** The measures, those that are sent first; not all where {@code form} says what is wrong. */
  List<Measure> read(FilledForm form) {
    List<Measure.Count> counts = new ArrayList<>();
    counts.add(
        new Measure.Count(
            COUNT, new Text(form.name("count-sv"), form.name("count-en")), List.of()));
    parts().forEach(part -> part.read(form, table).ifPresent(counts::add));
    Optional<Measure.Sum> sum = sum(form);
    List<Measure> measures = new ArrayList<>(counts);
    sum.ifPresent(measures::add);
    mean(form, sum).ifPresent(measures::add);
    shares().forEach(share -> share.read(form, counts).ifPresent(measures::add));
    return measures;
  }

  private static Optional<Measure.Sum> sum(FilledForm form) {
    String column = form.value("sum");
    if (column.isEmpty()) {
      return Optional.empty();
    }
    Text title = new Text(form.name("sum-sv"), form.name("sum-en"));
    return form.read("sum-unit", AmountUnit::valueOf, "coordinator.form.choose")
        .map(unit -> new Measure.Sum(new MeasureId(column.replace('_', '-')), title, column, unit));
  }

  /** Per all that is counted: the sum is over all their records, not over those of a part. */
  private static Optional<Measure.Mean> mean(FilledForm form, Optional<Measure.Sum> sum) {
    if (form.value("mean-sv").isEmpty() && form.value("mean-en").isEmpty()) {
      return Optional.empty();
    }
    Text title = new Text(form.name("mean-sv"), form.name("mean-en"));
    if (form.value("sum").isEmpty()) {
      form.refuse("sum", "coordinator.define.mean.of-nothing");
    }
    return sum.map(of -> new Measure.Mean(MEAN, title, of.id(), COUNT));
  }
}
