package se.samsyn.aggregator.coordinator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import se.samsyn.schemas.catalogue.DefinitionCheck;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.definition.InputTable;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.PeriodGrain;
import se.samsyn.schemas.definition.Periodicity;
import se.samsyn.schemas.definition.ProtectionPolicy;
import se.samsyn.schemas.definition.Purpose;
import se.samsyn.schemas.definition.Text;
import se.samsyn.schemas.definition.Zeros;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.json.MalformedDocument;

/**
 * The form for the next version of a definition. What is counted stays: its input table, unit,
 * filters and measures. What changes is how it is divided, described and protected.
 */
public final class DefinitionForm {
  private static final int LONGEST_DESCRIPTION = 2000;

  /** As many as the schema of definitions allows. */
  private static final int MOST_DIMENSIONS = 8;

  private final Definition before;
  private final InputTable table;

  /**
   * @param before the newest version
   * @param table the input table that it reads
   */
  DefinitionForm(Definition before, InputTable table) {
    this.before = before;
    this.table = table;
  }

  public Definition before() {
    return before;
  }

  public int version() {
    return before.version() + 1;
  }

  /** What a dimension can be classified by. */
  public List<DimensionFields.Choice> choices() {
    return DimensionFields.choices(table);
  }

  /** The dimensions that are filled in, and an empty one while there may be more. */
  public List<DimensionFields> dimensions(FilledForm form) {
    int filled =
        (int)
            IntStream.range(0, MOST_DIMENSIONS)
                .mapToObj(DimensionFields::new)
                .takeWhile(d -> !form.value(d.field("by")).isEmpty())
                .count();
    return IntStream.range(0, Math.min(filled + 1, MOST_DIMENSIONS))
        .mapToObj(DimensionFields::new)
        .toList();
  }

  /** The form as the newest version fills it in. */
  Map<String, String> suggested() {
    Map<String, String> fields = new HashMap<>();
    fields.put("title-sv", before.title().sv());
    fields.put("title-en", before.title().en());
    fields.put("description-sv", before.description().sv());
    fields.put("description-en", before.description().en());
    fields.put("grain", before.period().grain().name());
    fields.put("minimum", Integer.toString(before.protection().minimumFrequency()));
    if (before.protection().zeros() == Zeros.HIDDEN) {
      fields.put("hide-zeros", "on");
    }
    if (before.protection().groupDisclosure()) {
      fields.put("full", "on");
    }
    for (int i = 0; i < before.dimensions().size(); i++) {
      new DimensionFields(i).fill(before.dimensions().get(i), fields);
    }
    return fields;
  }

  /** The version that was asked for; empty where {@code form} now says what is wrong. */
  Optional<Definition> read(FilledForm form) {
    Text title = new Text(form.name("title-sv"), form.name("title-en"));
    Text description =
        new Text(
            form.text("description-sv", LONGEST_DESCRIPTION),
            form.text("description-en", LONGEST_DESCRIPTION));
    Optional<PeriodGrain> grain =
        form.read("grain", PeriodGrain::valueOf, "coordinator.form.choose");
    Optional<ProtectionPolicy> protection =
        form.read(
            "minimum",
            k ->
                new ProtectionPolicy(
                    Integer.parseInt(k),
                    before.protection().dominance(),
                    form.ticked("hide-zeros") ? Zeros.HIDDEN : Zeros.SHOWN,
                    form.ticked("full")),
            "coordinator.define.minimum.wrong");
    List<Dimension> dimensions = new ArrayList<>();
    for (DimensionFields fields : dimensions(form)) {
      fields.read(form).ifPresent(dimensions::add);
    }
    requireNeeded(form);
    if (!form.isGood()) {
      return Optional.empty();
    }
    try {
      Definition made =
          new Definition(
              before.id(),
              version(),
              title,
              description,
              before.purpose(),
              before.logic(),
              before.table(),
              before.unit(),
              before.counting(),
              new Periodicity(grain.orElseThrow(), before.period().date()),
              before.where(),
              dimensions,
              before.measures(),
              protection.orElseThrow());
      // As strict as for a definition that was written by hand.
      Codecs.DEFINITION.read(Codecs.DEFINITION.write(made));
      if (DefinitionCheck.againstTable(made, table).isEmpty()) {
        return Optional.of(made);
      }
      form.refuse("dimensions", "coordinator.define.column.wrong");
    } catch (IllegalArgumentException | ArithmeticException | MalformedDocument e) {
      form.refuse("dimensions", "coordinator.define.impossible", Definition.MAX_CELLS);
    }
    return Optional.empty();
  }

  /** A question's answer and a distribution are over a dimension, which then has to stay. */
  private void requireNeeded(FilledForm form) {
    List<DimensionId> needed = new ArrayList<>();
    if (before.purpose() instanceof Purpose.Answers answers) {
      answers.answers().forEach(a -> a.by().ifPresent(needed::add));
    }
    for (Measure measure : before.measures()) {
      if (measure instanceof Measure.Distribution distribution) {
        needed.add(distribution.over());
      }
    }
    for (DimensionFields fields : dimensions(form)) {
      boolean dropped = !form.ticked(fields.field("keep"));
      if (dropped
          && needed.stream().anyMatch(n -> n.value().equals(form.value(fields.field("id"))))) {
        form.refuse(fields.field("keep"), "coordinator.define.needed");
      }
    }
  }
}
