package se.samsyn.aggregator.coordinator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.samsyn.schemas.definition.ClassifiedBy;
import se.samsyn.schemas.definition.ClassifiedBy.AgeAt;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.definition.InputTable;
import se.samsyn.schemas.definition.InputTable.Column;
import se.samsyn.schemas.definition.InputTable.Type;
import se.samsyn.schemas.definition.Text;

/**
 * The fields of one dimension in the form for a definition.
 *
 * @param number its place; the fields' names start with it
 */
public record DimensionFields(int number) {
  private static final List<Type> CLASSIFYING =
      List.of(Type.CODE, Type.CODES, Type.BOOLEAN, Type.INTEGER, Type.AMOUNT);

  /** The name of a field of this dimension. */
  public String field(String name) {
    return "d" + number + "-" + name;
  }

  /** What can decide the class of a record: a column, or age. */
  public static List<Choice> choices(InputTable table) {
    Stream<Choice> columns =
        table.columns().stream()
            .filter(c -> CLASSIFYING.contains(c.type()) && !c.name().equals("birth_year"))
            .map(c -> new Choice(c.name(), Optional.of(c)));
    return table.column("birth_year").isEmpty()
        ? columns.toList()
        : Stream.concat(
                Stream.of(AgeAt.values()).map(at -> new Choice(word(at), Optional.empty())),
                columns)
            .toList();
  }

  /**
   * @param word of the choice in the form
   * @param column empty: age
   */
  public record Choice(String word, Optional<Column> column) {}

  void fill(Dimension dimension, Map<String, String> fields) {
    fields.put(field("id"), dimension.id().value());
    fields.put(field("keep"), "on");
    fields.put(field("title-sv"), dimension.title().sv());
    fields.put(field("title-en"), dimension.title().en());
    fields.put(field("by"), word(dimension.by()));
    fields.put(field("kind"), dimension.kind().name());
    fields.put(field("classes"), ClassLines.write(dimension.codes()));
  }

  /** The dimension; empty where it is not wanted, or where {@code form} now says what is wrong. */
  Optional<Dimension> read(FilledForm form) {
    String by = form.value(field("by"));
    if (by.isEmpty() || !form.ticked(field("keep"))) {
      return Optional.empty();
    }
    String sv = form.name(field("title-sv"));
    String en = form.name(field("title-en"));
    List<Code> codes = List.of();
    try {
      codes = ClassLines.read(form.value(field("classes")));
    } catch (ClassLines.WrongLine wrong) {
      form.refuse(field("classes"), "coordinator.define.classes.line", wrong.line());
    }
    if (form.problems().keySet().stream().anyMatch(f -> f.startsWith(field("")))) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Dimension(
              id(form.value(field("id")), by),
              new Text(sv, en),
              Dimension.Kind.valueOf(form.value(field("kind"))),
              by(by),
              codes));
    } catch (IllegalArgumentException e) {
      form.refuse(field("classes"), "coordinator.define.classes.wrong");
      return Optional.empty();
    }
  }

  /** A new dimension is named after what it is classified by. */
  private static DimensionId id(String known, String by) {
    return new DimensionId(known.isEmpty() ? by.replace('_', '-') : known);
  }

  private static ClassifiedBy by(String word) {
    return Stream.of(AgeAt.values())
        .filter(at -> word(at).equals(word))
        .findFirst()
        .<ClassifiedBy>map(ClassifiedBy.Age::new)
        .orElseGet(() -> new ClassifiedBy.Column(word));
  }

  /** What the class is decided by, as the form names it. */
  static String word(ClassifiedBy by) {
    return by instanceof ClassifiedBy.Age age
        ? word(age.age())
        : ((ClassifiedBy.Column) by).column();
  }

  /** No column has such a name: those have no hyphen. */
  private static String word(AgeAt at) {
    return "age-" + at.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
