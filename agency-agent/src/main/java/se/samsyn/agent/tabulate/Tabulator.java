package se.samsyn.agent.tabulate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.samsyn.agent.mapping.ProblemKind;
import se.samsyn.agent.source.ColumnValues;
import se.samsyn.agent.source.Needed;
import se.samsyn.agent.source.RowCursor;
import se.samsyn.agent.source.Source;
import se.samsyn.agent.source.UnreadableSource;
import se.samsyn.schemas.definition.ClassifiedBy;
import se.samsyn.schemas.definition.Condition;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.definition.InputTable;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.definition.Unit;

/**
 * Makes a definition's raw table of a source. The definition is data: what it says is compiled here
 * to tests and classes of our own; nothing of it is ever run.
 */
public final class Tabulator {
  private final Definition definition;
  private final Period period;
  private final Coverage coverage;
  private final Source source;
  private final List<ColumnValues> columns;
  private final Map<String, Integer> indexes = new LinkedHashMap<>();
  private final List<Classifier> classifiers = new ArrayList<>();
  private final List<RowTest> where;
  private final List<List<RowTest>> filters = new ArrayList<>();
  private final int[] sums;
  private final long[] noClass;
  private final RowJudge judge;
  private final Counting counting;
  private final PersonRecords records;
  private long streamed;
  private long outsideFilter;
  private long protectedRows;
  private long counted;
  private long personRows;
  private boolean personIsProtected;

  /** A raw table and what became of the rows. */
  public record Result(RawTable table, ReadingReport report) {}

  private Tabulator(
      Definition definition, Period period, Coverage coverage, Source source, List<Needed> needed)
      throws UnreadableSource {
    this.definition = definition;
    this.period = period;
    this.coverage = coverage;
    this.source = source;
    this.columns = new ArrayList<>();
    for (Needed need : needed) {
      source
          .column(need.column().name())
          .ifPresent(
              values -> {
                indexes.put(need.column().name(), columns.size());
                columns.add(values);
              });
    }
    for (int d = 0; d < definition.dimensions().size(); d++) {
      classifiers.add(
          classifier(definition.dimensions().get(d), coverage.part().dimensions().get(d)));
    }
    this.where = tests(definition.where());
    Counting.filtered(definition).forEach(count -> filters.add(tests(count.where())));
    List<Measure.Sum> summed = Counting.sums(definition);
    this.sums = summed.stream().mapToInt(s -> indexes.get(s.column())).toArray();
    this.noClass = new long[classifiers.size()];
    this.judge = new RowJudge(source, columns, required(definition, summed));
    this.counting = new Counting(definition, new Shape(coverage.part()));
    this.records = new PersonRecords(classifiers.size(), sums.length);
    boolean several = classifiers.stream().anyMatch(Classifier::isSeveral);
    if (several && (definition.unit() != Unit.PERSONS || sums.length > 0)) {
      throw new UnreadableSource(
          "%s: only distinct persons can be counted by a column with several codes in a field"
              .formatted(definition.ref()));
    }
  }

  /**
   * Reads the source once, person by person.
   *
   * @param needed the columns that the source was opened with
   * @throws UnreadableSource when it cannot be read; problems of single rows are in the report
   */
  public static Result tabulate(
      Definition definition,
      Period period,
      InputTable table,
      Coverage coverage,
      Source source,
      List<Needed> needed)
      throws UnreadableSource {
    Tabulator tabulator = new Tabulator(definition, period, coverage, source, needed);
    return tabulator.run(table);
  }

  private Result run(InputTable table) throws UnreadableSource {
    try (RowCursor row = source.rows(definition.period().date(), period, table.key())) {
      while (row.next()) {
        streamed++;
        if (row.isNewPerson()) {
          endPerson();
        }
        row(row);
      }
    }
    endPerson();
    List<RawMeasure> measures = counting.measures();
    long duplicates =
        source.log().problems().stream()
            .filter(p -> p.kind() == ProblemKind.DUPLICATE_KEY)
            .mapToLong(p -> p.rows())
            .sum();
    return new Result(
        new RawTable(definition, period, coverage, measures),
        new ReadingReport(
            source.rows(),
            source.rows() - streamed - duplicates,
            outsideFilter,
            protectedRows,
            byDimension(noClass),
            source.log().problems(),
            counted,
            byDimension(conflicts())));
  }

  private void row(RowCursor row) {
    if (!judge.isPossible(row)) {
      return;
    }
    if (isProtected(row)) {
      personIsProtected = true;
    }
    for (RowTest test : where) {
      if (!test.holds(row)) {
        outsideFilter++;
        return;
      }
    }
    int[][] classes = new int[classifiers.size()][];
    if (!judge.isComplete(row) || !classify(row, classes)) {
      return;
    }
    long met = 0;
    for (int f = 0; f < filters.size(); f++) {
      met |= allHold(filters.get(f), row) ? 1L << f : 0;
    }
    long[] amounts = new long[sums.length];
    for (int s = 0; s < sums.length; s++) {
      amounts[s] = row.value(sums[s]);
    }
    personRows++;
    if (definition.unit() == Unit.GIVEN) {
      records.clear();
      addCombinations(classes, 0, new int[classes.length], met, amounts);
      counting.given(records, row.value(indexes.get(TableColumns.COUNT)));
      records.clear();
    } else {
      addCombinations(classes, 0, new int[classes.length], met, amounts);
    }
  }

  private boolean classify(RowCursor row, int[][] classes) {
    boolean inside = true;
    for (int d = 0; d < classes.length; d++) {
      Classifier classifier = classifiers.get(d);
      classes[d] = classifier.classesOf(row);
      switch (classes[d][0]) {
        case Classifier.NO_CLASS -> {
          noClass[d]++;
          inside = false;
        }
        case Classifier.MISSING -> {
          source.log().add(ProblemKind.MISSING_VALUE, columnOf(d), row.row());
          inside = false;
        }
        case Classifier.NOT_COVERED -> {
          source.log().add(ProblemKind.NOT_COVERED, columnOf(d), row.row());
          inside = false;
        }
        default -> {}
      }
    }
    return inside;
  }

  private void addCombinations(int[][] classes, int d, int[] chosen, long met, long[] amounts) {
    if (d == classes.length) {
      records.add(chosen, met, amounts);
      return;
    }
    for (int position : classes[d]) {
      if (position >= 0) {
        chosen[d] = position;
        addCombinations(classes, d + 1, chosen, met, amounts);
      }
    }
  }

  private void endPerson() {
    if (personIsProtected) {
      protectedRows += personRows;
    } else {
      counted += personRows;
      if (records.count() > 0) {
        counting.person(records);
      }
    }
    records.clear();
    personRows = 0;
    personIsProtected = false;
  }

  private boolean isProtected(RowCursor row) {
    Integer index = indexes.get(TableColumns.PROTECTED_IDENTITY);
    if (index == null || source.mapping().protectedIdentities()) {
      return false;
    }
    long value = row.value(index);
    return value >= 0 && columns.get(index).codes().get((int) value).equals(Optional.of("true"));
  }

  private Classifier classifier(Dimension whole, Dimension covered) {
    if (whole.by() instanceof ClassifiedBy.Column by) {
      int index = indexes.get(by.column());
      return whole.isBanded()
          ? Classifier.byNumber(whole, covered, index)
          : Classifier.byCode(whole, covered, columns.get(index), index);
    }
    ClassifiedBy.Age age = (ClassifiedBy.Age) whole.by();
    int birth = indexes.get(TableColumns.BIRTH_YEAR);
    int date =
        age.age() == ClassifiedBy.AgeAt.PERIOD_START
            ? -1
            : definition.period().date().map(indexes::get).orElse(-1);
    return Classifier.byAge(
        whole, covered, birth, columns.get(birth).exactDays(), date, period.start());
  }

  private List<RowTest> tests(List<Condition> conditions) {
    List<RowTest> tests = new ArrayList<>();
    for (Condition condition : conditions) {
      int index = indexes.get(condition.column());
      tests.add(RowTest.of(condition, columns.get(index), index, period));
    }
    return tests;
  }

  private static boolean allHold(List<RowTest> tests, RowCursor row) {
    for (RowTest test : tests) {
      if (!test.holds(row)) {
        return false;
      }
    }
    return true;
  }

  private static Set<String> required(Definition definition, List<Measure.Sum> sums) {
    Set<String> required = new HashSet<>();
    definition.period().date().ifPresent(required::add);
    sums.forEach(s -> required.add(s.column()));
    if (definition.unit() == Unit.GIVEN) {
      required.add(TableColumns.COUNT);
    }
    return required;
  }

  private String columnOf(int d) {
    return definition.dimensions().get(d).by() instanceof ClassifiedBy.Column by
        ? by.column()
        : TableColumns.BIRTH_YEAR;
  }

  private long[] conflicts() {
    long[] conflicts = new long[classifiers.size()];
    for (int d = 0; d < conflicts.length; d++) {
      conflicts[d] = counting.conflicts(d);
    }
    return conflicts;
  }

  private Map<DimensionId, Long> byDimension(long[] counts) {
    Map<DimensionId, Long> map = new LinkedHashMap<>();
    for (int d = 0; d < counts.length; d++) {
      if (counts[d] > 0) {
        map.put(definition.dimensions().get(d).id(), counts[d]);
      }
    }
    return map;
  }
}
