package se.samsyn.agent.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import se.samsyn.agent.config.YamlMap;

/** Reads the rules of a mapping's columns. */
final class ColumnRules {
  private final boolean decimalComma;

  ColumnRules(boolean decimalComma) {
    this.decimalComma = decimalComma;
  }

  /** A rule is the name of a column, the word {@code row}, or a mapping of what to do. */
  Optional<ColumnRule> read(YamlMap columns, String column) {
    if (!columns.isMap(column)) {
      return columns.text(column).map(text -> simple(column, text));
    }
    YamlMap yaml = columns.map(column).orElseThrow();
    Optional<ColumnRule> rule = rule(yaml);
    if (rule.isEmpty()) {
      columns.problem(column, "say where it comes from: column, value, personalNumber or age");
    }
    yaml.finish();
    return rule;
  }

  private ColumnRule simple(String column, String text) {
    if (column.equals("person_id") && text.equals("row")) {
      return new ColumnRule.EachRow();
    }
    return fromColumn(text);
  }

  private ColumnRule fromColumn(String name) {
    return new ColumnRule.FromColumn(
        name,
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        DateForm.ISO,
        Optional.empty(),
        new AmountForm(decimalComma, 1, false));
  }

  private Optional<ColumnRule> rule(YamlMap yaml) {
    if (yaml.has("value")) {
      return yaml.text("value").map(ColumnRule.Fixed::new);
    }
    if (yaml.has("age")) {
      return yaml.map("age").flatMap(this::age);
    }
    if (yaml.has("personalNumber") || yaml.has("birthDate")) {
      return birth(yaml);
    }
    if (!yaml.has("column")) {
      return Optional.empty();
    }
    Map<String, String> recode = new HashMap<>();
    yaml.map("recode")
        .ifPresent(map -> map.keys().forEach(key -> recode.put(key, map.text(key).orElse(""))));
    boolean comma =
        yaml.word("decimal", Map.of("comma", true, "point", false)).orElse(decimalComma);
    AmountForm amount =
        new AmountForm(
            comma, yaml.integer("scale", 1, 1_000_000).orElse(1), yaml.flag("round", false));
    return Optional.of(
        new ColumnRule.FromColumn(
            yaml.required("column"),
            recode,
            yaml.text("otherwise"),
            yaml.text("empty"),
            yaml.parsed("date", DateForm::new).orElse(DateForm.ISO),
            yaml.text("separator"),
            amount));
  }

  private Optional<ColumnRule> birth(YamlMap yaml) {
    if (yaml.has("personalNumber")) {
      return yaml.text("personalNumber").map(ColumnRule.PersonalNumberIn::new);
    }
    DateForm form = yaml.parsed("date", DateForm::new).orElse(DateForm.ISO);
    return yaml.text("birthDate").map(column -> new ColumnRule.BirthDateIn(column, form));
  }

  private Optional<ColumnRule> age(YamlMap yaml) {
    Optional<ColumnRule> birth = birth(yaml);
    if (birth.isEmpty()) {
      yaml.problem("age", "say personalNumber or birthDate");
    }
    yaml.required("on");
    Optional<LocalDate> day =
        yaml.parsed(
            "on",
            text -> {
              try {
                return LocalDate.parse(text);
              } catch (DateTimeException e) {
                throw new IllegalArgumentException("must be a date such as 2025-12-31", e);
              }
            });
    yaml.finish();
    return birth.flatMap(b -> day.map(d -> new ColumnRule.AgeOn(b, d)));
  }
}
