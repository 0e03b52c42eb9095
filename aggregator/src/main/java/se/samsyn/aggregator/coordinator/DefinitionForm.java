package se.samsyn.aggregator.coordinator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import se.samsyn.schemas.catalogue.Catalogue;
import se.samsyn.schemas.catalogue.DefinitionCheck;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.definition.InputTable;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.PeriodGrain;
import se.samsyn.schemas.definition.ProtectionPolicy;
import se.samsyn.schemas.definition.Purpose;
import se.samsyn.schemas.definition.Text;
import se.samsyn.schemas.definition.Zeros;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.json.MalformedDocument;

/**
 * The form for a definition. Of the next version of one, what is counted stays: its input table,
 * unit, filters and measures; what changes is how it is divided, described and protected. Of a
 * wholly new one all is filled in, over an input table of the catalogue.
 */
public final class DefinitionForm {
  private static final int LONGEST_DESCRIPTION = 2000;

  /** As many as the schema of definitions allows. */
  private static final int MOST_DIMENSIONS = 8;

  private static final int USUAL_MINIMUM = 5;

  private final Catalogue catalogue;
  private final InputTable table;
  private final Optional<Definition> before;

  private DefinitionForm(Catalogue catalogue, InputTable table, Optional<Definition> before) {
    this.catalogue = catalogue;
    this.table = table;
    this.before = before;
  }

  /** For the next version of the definition with that id; empty where there is none. */
  static Optional<DefinitionForm> next(Catalogue catalogue, String id) {
    return catalogue.newest().stream()
        .filter(d -> d.id().value().equals(id))
        .findFirst()
        .flatMap(
            before ->
                catalogue
                    .table(before.table())
                    .map(table -> new DefinitionForm(catalogue, table, Optional.of(before))));
  }

  /** For a new definition over the input table with that id; empty where there is none. */
  static Optional<DefinitionForm> fresh(Catalogue catalogue, String table) {
    return catalogue.tables().stream()
        .filter(t -> t.id().value().equals(table))
        .findFirst()
        .map(found -> new DefinitionForm(catalogue, found, Optional.empty()));
  }

  /** The newest version; empty: the definition is new. */
  public Optional<Definition> before() {
    return before;
  }

  public InputTable table() {
    return table;
  }

  public int version() {
    return before.map(Definition::version).orElse(0) + 1;
  }

  /** Where the form is sent. */
  public String address() {
    return before
        .map(d -> "/coordinator/definitions/" + d.id() + "/new-version")
        .orElse("/coordinator/new-definition");
  }

  /** What only a new definition has fields for. */
  public CountedFields counted() {
    return new CountedFields(table);
  }

  /** What a dimension can be classified by. */
  public List<DimensionFields.Choice> choices() {
    return DimensionFields.choices(table);
  }

  /**
   * The dimensions of the catalogue that the input table can be divided by, each by the name of the
   * first definition that has it; those over the same table come first.
   */
  public Map<String, Dimension> known() {
    Map<String, Dimension> known = new LinkedHashMap<>();
    List<String> words = choices().stream().map(DimensionFields.Choice::word).toList();
    List<Definition> nearest =
        catalogue.newest().stream()
            .sorted(Comparator.comparing(d -> !d.table().equals(table.id())))
            .toList();
    for (Definition definition : nearest) {
      for (Dimension dimension : definition.dimensions()) {
        if (words.contains(DimensionFields.word(dimension.by()))
            && !known.containsValue(dimension)) {
          known.put(definition.id() + "/" + dimension.id(), dimension);
        }
      }
    }
    return known;
  }

  /** The dimensions that are filled in, and an empty one while there may be more. */
  public List<DimensionFields> dimensions(FilledForm form) {
    int filled =
        IntStream.range(0, MOST_DIMENSIONS)
            .filter(i -> !form.value(new DimensionFields(i).field("by")).isEmpty())
            .map(i -> i + 1)
            .max()
            .orElse(0);
    return IntStream.range(0, Math.min(filled + 1, MOST_DIMENSIONS))
        .mapToObj(DimensionFields::new)
        .toList();
  }

  /** {@code fields} with what is taken from the catalogue in its place. */
  Map<String, String> withTaken(Map<String, String> fields) {
    Map<String, String> filled = new HashMap<>(fields);
    Map<String, Dimension> known = known();
    for (int i = 0; i < MOST_DIMENSIONS; i++) {
      DimensionFields slot = new DimensionFields(i);
      Dimension taken = known.get(fields.getOrDefault(slot.field("like"), ""));
      if (taken != null && fields.getOrDefault(slot.field("by"), "").isEmpty()) {
        slot.fill(taken, filled);
      }
    }
    return filled;
  }

  /** The form before anybody has filled it in. */
  Map<String, String> suggested() {
    return before
        .map(DefinitionForm::asBefore)
        .orElseGet(
            () -> {
              Map<String, String> fields = counted().suggested();
              fields.put("grain", PeriodGrain.TERM.name());
              fields.put("minimum", Integer.toString(USUAL_MINIMUM));
              return fields;
            });
  }

  private static Map<String, String> asBefore(Definition before) {
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
    Optional<Integer> minimum =
        form.read("minimum", DefinitionForm::minimum, "coordinator.define.minimum.wrong");
    List<Dimension> dimensions = new ArrayList<>();
    for (DimensionFields fields : dimensions(form)) {
      fields.read(form).ifPresent(dimensions::add);
    }
    requireNeeded(form);
    Optional<Counted> counted = before.map(Counted::by).or(() -> counted().read(form, dimensions));
    counted
        .filter(c -> before.isEmpty() && catalogue.definition(c.id()).isPresent())
        .ifPresent(c -> form.refuse("id", "coordinator.define.id.taken"));
    if (!form.isGood()) {
      return Optional.empty();
    }
    try {
      Definition made =
          counted
              .orElseThrow()
              .in(
                  new Counted.Version(
                      version(),
                      title,
                      description,
                      grain.orElseThrow(),
                      dimensions,
                      minimum.orElseThrow(),
                      form.ticked("hide-zeros") ? Zeros.HIDDEN : Zeros.SHOWN,
                      form.ticked("full")));
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

  private static int minimum(String text) {
    int k = Integer.parseInt(text);
    return new ProtectionPolicy(k, Optional.empty(), Zeros.SHOWN, false).minimumFrequency();
  }

  /** A question's answer and a distribution are over a dimension, which then has to stay. */
  private void requireNeeded(FilledForm form) {
    List<DimensionId> needed = before.map(DefinitionForm::needed).orElse(List.of());
    for (DimensionFields fields : dimensions(form)) {
      boolean dropped = !form.ticked(fields.field("keep"));
      if (dropped
          && needed.stream().anyMatch(n -> n.value().equals(form.value(fields.field("id"))))) {
        form.refuse(fields.field("keep"), "coordinator.define.needed");
      }
    }
  }

  private static List<DimensionId> needed(Definition before) {
    List<DimensionId> needed = new ArrayList<>();
    if (before.purpose() instanceof Purpose.Answers answers) {
      answers.answers().forEach(a -> a.by().ifPresent(needed::add));
    }
    for (Measure measure : before.measures()) {
      if (measure instanceof Measure.Distribution distribution) {
        needed.add(distribution.over());
      }
    }
    return needed;
  }
}
