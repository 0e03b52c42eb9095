package se.samsyn.aggregator.coordinator;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.samsyn.schemas.definition.Condition;
import se.samsyn.schemas.definition.Counting;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.definition.InputTable;
import se.samsyn.schemas.definition.InputTable.Column;
import se.samsyn.schemas.definition.InputTable.Type;
import se.samsyn.schemas.definition.Instrument;
import se.samsyn.schemas.definition.LogicStep;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.ProtectionPolicy.Dominance;
import se.samsyn.schemas.definition.Purpose;
import se.samsyn.schemas.definition.Question;
import se.samsyn.schemas.definition.Unit;

/**
 * The fields that say what a new definition counts: in which table, of what, among which records.
 *
 * @param table the input table that it reads
 */
public record CountedFields(InputTable table) {
  private static final int CONDITIONS = 3;

  /** As in the standard catalogue: nobody makes up more than four fifths of a sum. */
  private static final Dominance USUAL_DOMINANCE = new Dominance(1, 80);

  private static final Set<Type> AMOUNTS = Set.of(Type.INTEGER, Type.AMOUNT);

  /** What a row of the table can stand for. */
  public List<Unit> units() {
    if (table.isIndividual()) {
      return List.of(Unit.PERSONS, Unit.EVENTS);
    }
    return table.column("count").isPresent() ? List.of(Unit.GIVEN) : List.of(Unit.EVENTS);
  }

  /** What can place a record in a period. */
  public List<Column> dates() {
    return columns(Set.of(Type.DATE, Type.PERIOD)).toList();
  }

  /** What can be summed. */
  public List<Column> amounts() {
    return columns(AMOUNTS).toList();
  }

  /** What can decide whether a record counts. */
  public List<Column> deciding() {
    return columns(Set.of(Type.CODE, Type.CODES, Type.BOOLEAN, Type.INTEGER, Type.AMOUNT)).toList();
  }

  /** The five questions and the other instruments, each as the form names it. */
  public List<String> purposes() {
    return Stream.concat(
            Arrays.stream(Question.values()).map(q -> "question." + q.word()),
            Arrays.stream(Instrument.values()).map(i -> "instrument." + i.word()))
        .toList();
  }

  /** All of them have to hold for a record to count. */
  public List<ConditionFields> conditions() {
    return IntStream.range(0, CONDITIONS).mapToObj(i -> new ConditionFields("w" + i)).toList();
  }

  /** What is in each cell. */
  public MeasureFields measures() {
    return new MeasureFields(table);
  }

  private Stream<Column> columns(Set<Type> types) {
    return table.columns().stream()
        .filter(c -> types.contains(c.type()) && !c.name().equals("birth_year"));
  }

  /** How they are filled in before anybody has done so. */
  Map<String, String> suggested() {
    Map<String, String> fields = new HashMap<>();
    fields.put("unit", units().get(0).name());
    fields.put("counting", Counting.OVERLAPPING.name());
    fields.put("logic", LogicStep.ACTION.name());
    fields.put("count-sv", "Barn");
    fields.put("count-en", "Children");
    return fields;
  }

  /**
   * What is counted; empty where {@code form} now says what is wrong.
   *
   * @param dimensions of the definition; a question about contents or results is answered by the
   *     classes of the first
   */
  Optional<Counted> read(FilledForm form, List<Dimension> dimensions) {
    Optional<DefinitionId> id = form.read("id", DefinitionId::new, "coordinator.form.id");
    Optional<Purpose> purpose =
        form.read("purpose", p -> purpose(p, dimensions), "coordinator.form.choose");
    Optional<LogicStep> logic = form.read("logic", LogicStep::valueOf, "coordinator.form.choose");
    Optional<Unit> unit = form.read("unit", Unit::valueOf, "coordinator.form.choose");
    Optional<Counting> counting =
        form.read("counting", Counting::valueOf, "coordinator.form.choose");
    List<Measure> measures = measures().read(form);
    List<Condition> where =
        conditions().stream().flatMap(c -> c.read(form, table).stream()).toList();
    if (!form.isGood()) {
      return Optional.empty();
    }
    return Optional.of(
        new Counted(
            id.orElseThrow(),
            purpose.orElseThrow(),
            logic.orElseThrow(),
            table.id(),
            unit.orElseThrow(),
            counting.orElseThrow(),
            Optional.of(form.value("date")).filter(d -> !d.isEmpty()),
            where,
            measures,
            measures.stream().anyMatch(Measure.Sum.class::isInstance)
                ? Optional.of(USUAL_DOMINANCE)
                : Optional.empty()));
  }

  private static Purpose purpose(String word, List<Dimension> dimensions) {
    for (Instrument instrument : Instrument.values()) {
      if (word.equals("instrument." + instrument.word())) {
        return new Purpose.PartOf(instrument);
      }
    }
    for (Question question : Question.values()) {
      if (word.equals("question." + question.word())) {
        boolean byClasses = question == Question.CONTENT || question == Question.RESULT;
        Optional<DimensionId> by =
            dimensions.stream().filter(d -> byClasses).map(Dimension::id).findFirst();
        return new Purpose.Answers(List.of(new Purpose.Answer(question, by)));
      }
    }
    throw new IllegalArgumentException("no purpose");
  }
}
