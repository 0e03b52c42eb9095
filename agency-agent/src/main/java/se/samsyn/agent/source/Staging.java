package se.samsyn.agent.source;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import se.samsyn.agent.mapping.AmountForm;
import se.samsyn.agent.mapping.ColumnRule;
import se.samsyn.agent.mapping.DateForm;
import se.samsyn.agent.mapping.Mapping;
import se.samsyn.agent.mapping.PersonalNumber;
import se.samsyn.schemas.definition.InputTable.Type;
import se.samsyn.schemas.definition.Period;

/** Makes the columns of an input table out of an agency's files, as its mapping says. */
final class Staging {
  private final Workspace workspace;
  private final Mapping mapping;
  private final RawRows raw;
  private final LocalDate today;
  private final Expressions expressions;
  private final List<String> selected = new ArrayList<>();
  private final List<ColumnValues> columns = new ArrayList<>();
  private final Map<String, String> lookups = new LinkedHashMap<>();
  private Optional<String> person = Optional.empty();
  private boolean rowIsPerson;

  /**
   * @param today the latest day that anybody can be born
   */
  Staging(Workspace workspace, Mapping mapping, RawRows raw, LocalDate today) {
    this.workspace = workspace;
    this.mapping = mapping;
    this.raw = raw;
    this.today = today;
    this.expressions = new Expressions(mapping.missing());
  }

  /**
   * @param period what periods in columns are compared with
   */
  StagedRows stage(List<Needed> needed, Period period) throws SQLException {
    for (Needed need : needed) {
      ColumnRule rule = mapping.columns().get(need.column().name());
      switch (need.column().type()) {
        case PERSON -> person(rule);
        case CODE, BOOLEAN -> code(need, rule);
        case CODES -> codes(need, rule);
        case INTEGER, AMOUNT -> number(need, rule);
        case DATE -> add(need, dayOf(rule), false);
        case PERIOD -> period(need, rule, period);
      }
    }
    List<String> unmatched = new ArrayList<>();
    for (String matched : raw.matched()) {
      unmatched.add(select("CAST(" + matched + " IS NULL AS INTEGER)"));
    }
    String table = workspace.freshName("staged");
    StringBuilder from = new StringBuilder(raw.from());
    lookups.forEach(
        (text, lookup) ->
            from.append(" LEFT JOIN %1$s ON %1$s.text = %2$s".formatted(lookup, text)));
    boolean numbered = !raw.row().isEmpty();
    if (numbered) {
      selected.add(raw.row() + " AS row");
    }
    if (selected.isEmpty()) {
      selected.add("1 AS nothing");
    }
    workspace.execute(
        "CREATE TEMP TABLE %s AS SELECT %s FROM %s"
            .formatted(table, String.join(", ", selected), from));
    long rows = workspace.number("SELECT count(*) FROM " + table);
    String row = numbered ? "row" : "rowid + " + raw.firstRow();
    return new StagedRows(table, row, rows, person, rowIsPerson, unmatched, columns);
  }

  private String select(String expression) {
    String name = "v" + selected.size();
    selected.add(expression + " AS " + name);
    return name;
  }

  private void add(Needed need, String expression, boolean exactDays) {
    int position = selected.size();
    select(expression);
    columns.add(
        new ColumnValues(
            need.column(), position, List.of(), Optional.empty(), Map.of(), exactDays));
  }

  private void person(ColumnRule rule) throws SQLException {
    if (rule instanceof ColumnRule.EachRow) {
      rowIsPerson = true;
    } else if (rule instanceof ColumnRule.PersonalNumberIn number) {
      String text = raw.text(number);
      String key = personalNumbers(text) + ".key";
      person = Optional.of(select(hashed(key, key + " IS NULL")));
    } else {
      String text = raw.text(rule);
      person = Optional.of(select(hashed("trim(" + text + ")", expressions.isMissing(text))));
    }
  }

  /**
   * Only a hash of a person's key is kept: it sorts fast, and no key is in memory or on disk longer
   * than needed. See {@link RowCursor}.
   */
  private static String hashed(String key, String isMissing) {
    return "CASE WHEN %s THEN -1 ELSE CAST(hash(%s) >> 1 AS BIGINT) END".formatted(isMissing, key);
  }

  private String personalNumbers(String text) throws SQLException {
    return lookup(
        text,
        spelled ->
            PersonalNumber.parse(spelled, today)
                .map(n -> new Lookup.Answer(Days.of(n.birth()), n.key()))
                .orElse(new Lookup.Answer(ColumnValues.IMPOSSIBLE, null)));
  }

  private String lookup(String text, java.util.function.Function<String, Lookup.Answer> answers)
      throws SQLException {
    String known = lookups.get(text);
    if (known == null) {
      known = Lookup.over(workspace, text, raw.from(), answers).relation();
      lookups.put(text, known);
    }
    return known;
  }

  /** Days of birth, from a personal number or a date. */
  private String birthDay(ColumnRule rule) throws SQLException {
    if (rule instanceof ColumnRule.PersonalNumberIn number) {
      String text = raw.text(number);
      return numberOf(personalNumbers(text), text);
    }
    ColumnRule.BirthDateIn birth = (ColumnRule.BirthDateIn) rule;
    return expressions.day(raw.text(birth), birth.date(), Optional.empty());
  }

  private String numberOf(String lookup, String text) {
    return "CASE WHEN %s THEN %d ELSE %s.number END"
        .formatted(expressions.isMissing(text), ColumnValues.MISSING, lookup);
  }

  private void number(Needed need, ColumnRule rule) throws SQLException {
    if (rule instanceof ColumnRule.AgeOn age) {
      add(need, ageOn(birthDay(age.birth()), age.day()), false);
    } else if (rule instanceof ColumnRule.PersonalNumberIn
        || rule instanceof ColumnRule.BirthDateIn) {
      add(need, birthDay(rule), true);
    } else if (rule instanceof ColumnRule.FromColumn from) {
      String text = Expressions.recoded(raw.text(rule), from.recode());
      add(need, expressions.amount(text, from.amount(), from.empty()), false);
    } else {
      add(
          need,
          expressions.amount(raw.text(rule), new AmountForm(false, 1, false), Optional.empty()),
          false);
    }
  }

  private static String ageOn(String birthDay, LocalDate day) {
    String born = "(DATE '%s' + CAST(%s AS INTEGER))".formatted(Days.ZERO, birthDay);
    return "CASE WHEN %1$s < 0 THEN %1$s WHEN %1$s > %2$d THEN %3$d ELSE date_sub('year', %4$s, DATE '%5$s') END"
        .formatted(birthDay, Days.of(day), ColumnValues.IMPOSSIBLE, born, day);
  }

  private String dayOf(ColumnRule rule) {
    if (rule instanceof ColumnRule.FromColumn from) {
      return expressions.day(
          Expressions.recoded(raw.text(rule), from.recode()), from.date(), Optional.empty());
    }
    if (rule instanceof ColumnRule.BirthDateIn birth) {
      return expressions.day(raw.text(rule), birth.date(), Optional.empty());
    }
    return expressions.day(raw.text(rule), DateForm.ISO, Optional.empty());
  }

  /** The first day of a period that lies within the asked one, or of any that lies outside it. */
  private void period(Needed need, ColumnRule rule, Period asked) throws SQLException {
    String text = "trim(" + Expressions.recoded(raw.text(rule), Expressions.recodeOf(rule)) + ")";
    String lookup =
        lookup(
            text,
            spelled -> {
              try {
                Period stated = Period.parse(spelled);
                boolean inside =
                    !stated.start().isBefore(asked.start()) && !stated.end().isAfter(asked.end());
                boolean outside =
                    !stated.start().isBefore(asked.end()) || !asked.start().isBefore(stated.end());
                return new Lookup.Answer(
                    inside || outside ? Days.of(stated.start()) : ColumnValues.IMPOSSIBLE, null);
              } catch (IllegalArgumentException e) {
                return new Lookup.Answer(ColumnValues.IMPOSSIBLE, null);
              }
            });
    add(need, numberOf(lookup, text), false);
  }

  private void code(Needed need, ColumnRule rule) throws SQLException {
    CodeSpellings spellings = CodeSpellings.of(need, rule, mapping.missing());
    String type = workspace.freshName("spellings");
    String values = workspace.freshName("spelled");
    workspace.execute("CREATE TEMP TABLE " + values + "(number INTEGER, text VARCHAR)");
    try (PreparedStatement insert = workspace.prepare("INSERT INTO " + values + " VALUES (?, ?)")) {
      for (int i = 0; i < spellings.texts().size(); i++) {
        insert.setInt(1, i);
        insert.setString(2, spellings.texts().get(i));
        insert.addBatch();
      }
      insert.executeBatch();
    }
    workspace.execute(
        "CREATE TYPE %s AS ENUM (SELECT text FROM %s ORDER BY number)".formatted(type, values));
    int position = selected.size();
    select(expressions.code(raw.text(rule), type, spellings));
    columns.add(
        new ColumnValues(
            need.column(), position, spellings.meanings(), Optional.empty(), Map.of(), false));
  }

  private void codes(Needed need, ColumnRule rule) {
    CodeSpellings spellings = CodeSpellings.of(need, rule, mapping.missing());
    Map<String, Optional<String>> map = new LinkedHashMap<>();
    for (int i = 0; i < spellings.texts().size(); i++) {
      map.put(spellings.texts().get(i), spellings.meanings().get(i));
    }
    Optional<String> separator =
        rule instanceof ColumnRule.FromColumn from ? from.separator() : Optional.empty();
    int position = selected.size();
    select("coalesce(" + raw.text(rule) + ", '')");
    columns.add(new ColumnValues(need.column(), position, List.of(), separator, map, false));
  }

  /** All columns that rules read, for the check that they are there. */
  static TreeSet<String> read(Mapping mapping, List<Needed> needed) {
    TreeSet<String> names = new TreeSet<>();
    for (Needed need : needed) {
      ColumnRule rule = mapping.columns().get(need.column().name());
      if (rule != null) {
        rule.reads().ifPresent(names::add);
      }
    }
    return names;
  }

  /** Whether the rule can make a column of this type. */
  static boolean fits(ColumnRule rule, Type type) {
    if (rule instanceof ColumnRule.EachRow) {
      return type == Type.PERSON;
    }
    if (rule instanceof ColumnRule.PersonalNumberIn) {
      return type == Type.PERSON || type == Type.INTEGER;
    }
    if (rule instanceof ColumnRule.BirthDateIn) {
      return type == Type.DATE || type == Type.INTEGER;
    }
    return !(rule instanceof ColumnRule.AgeOn) || type == Type.INTEGER;
  }
}
