package se.samsyn.agent.source;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.samsyn.agent.mapping.AmountForm;
import se.samsyn.agent.mapping.ColumnRule;
import se.samsyn.agent.mapping.DateForm;

/**
 * Turns the text of a field into a whole number in the query itself, where millions of rows are
 * cheap. The results are those of {@link ColumnValues}. Each expression tries the plain spelling
 * first; spaces, missing symbols and the like are only looked at where that fails.
 */
final class Expressions {
  private final Set<String> missing;

  Expressions(Set<String> missing) {
    this.missing = missing;
  }

  /** The number of a spelling in an ENUM type. */
  String code(String text, String type, CodeSpellings spellings) {
    return "coalesce(CAST(enum_code(TRY_CAST(%1$s AS %2$s)) AS INTEGER), CAST(enum_code(TRY_CAST(trim(%1$s) AS %2$s)) AS INTEGER), CASE WHEN %1$s IS NULL OR trim(%1$s) = '' THEN %3$d ELSE %4$d END)"
        .formatted(
            text,
            type,
            ColumnValues.MISSING,
            spellings
                .otherwise()
                .map(Integer::longValue)
                .orElse(spellings.anyCode() ? ColumnValues.ANY_CODE : ColumnValues.IMPOSSIBLE));
  }

  /** A non-negative whole amount. */
  String amount(String text, AmountForm form, Optional<String> empty) {
    String plain = form.decimalComma() ? decimalPoint(text) : text;
    String parsed = "TRY_CAST(%s AS DECIMAL(18, 6))".formatted(plain);
    String scaled = form.scale() == 1 ? parsed : "(" + parsed + " * " + form.scale() + ")";
    String whole =
        form.rounded()
            ? "CAST(round(%s, 0) AS BIGINT)".formatted(scaled)
            : "CASE WHEN %1$s %% 1 = 0 THEN CAST(%1$s AS BIGINT) WHEN %1$s IS NOT NULL THEN %2$d END"
                .formatted(scaled, ColumnValues.IMPOSSIBLE);
    String value =
        "CASE WHEN %1$s < 0 THEN %2$d ELSE %3$s END"
            .formatted(parsed, ColumnValues.NEGATIVE, whole);
    if (form.scale() == 1 && !form.decimalComma() && !form.rounded()) {
      // Most amounts are a few digits: half the time of a decimal.
      value =
          "CASE WHEN regexp_full_match(%1$s, '[0-9]{1,17}') THEN CAST(%1$s AS BIGINT) ELSE %2$s END"
              .formatted(text, value);
    }
    return orMissing(value, text, empty);
  }

  /** A date as days. */
  String day(String text, DateForm form, Optional<String> empty) {
    String date =
        form.isInstant()
            ? "CAST(timezone('Europe/Stockholm', TRY_CAST(%s AS TIMESTAMPTZ)) AS DATE)"
                .formatted(text)
            : "CAST(try_strptime(trim(%s), %s) AS DATE)".formatted(text, Sql.text(form.strptime()));
    String days =
        "CASE WHEN %1$s >= DATE '%2$s' THEN CAST(date_diff('day', DATE '%2$s', %1$s) AS BIGINT) END"
            .formatted(date, Days.ZERO);
    return orMissing(days, text, empty);
  }

  /** The text with the mapping's recoding; what is not named stays. */
  static String recoded(String text, Map<String, String> recode) {
    if (recode.isEmpty()) {
      return text;
    }
    String cases =
        recode.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(e -> "WHEN %s THEN %s".formatted(Sql.text(e.getKey()), Sql.text(e.getValue())))
            .collect(Collectors.joining(" "));
    return "CASE coalesce(trim(%1$s), '') %2$s ELSE %1$s END".formatted(text, cases);
  }

  /** Whether the text means that there is no value. */
  String isMissing(String text) {
    return missing.isEmpty()
        ? "(%1$s IS NULL OR trim(%1$s) = '')".formatted(text)
        : "(%1$s IS NULL OR trim(%1$s) IN ('', %2$s))".formatted(text, Sql.texts(missing));
  }

  private String orMissing(String value, String text, Optional<String> empty) {
    String none = empty.orElse(String.valueOf(ColumnValues.MISSING));
    return "coalesce(%s, CASE WHEN %s THEN %s ELSE %d END)"
        .formatted(value, isMissing(text), none, ColumnValues.IMPOSSIBLE);
  }

  /** Swedish amounts: a comma, and spaces between thousands; a point would be ambiguous. */
  private static String decimalPoint(String text) {
    return "CASE WHEN contains(%1$s, '.') THEN NULL ELSE replace(replace(replace(%1$s, ' ', ''), chr(160), ''), ',', '.') END"
        .formatted(text);
  }

  /** The kinds of rules that read a text, by the column they read. */
  static Map<String, String> recodeOf(ColumnRule rule) {
    return rule instanceof ColumnRule.FromColumn from ? from.recode() : Map.of();
  }
}
