package se.samsyn.agent.mapping;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.samsyn.schemas.definition.InputTable;

/** Where the values of a column of the input table come from. */
public sealed interface ColumnRule {
  /** The column of the source that is read; empty if none is. */
  default Optional<String> reads() {
    return Optional.empty();
  }

  /** Whether every code that the rule itself names is one of the column's, where it lists any. */
  default boolean givesKnownCodes(InputTable.Column column) {
    return true;
  }

  /**
   * A column of the source.
   *
   * @param recode local spelling to the table's; what is not named stays as it is
   * @param otherwise for what is neither recoded nor a known code
   * @param empty for a missing value
   * @param date how dates are written
   * @param separator between several codes in one field
   * @param amount how amounts are written
   */
  record FromColumn(
      String column,
      Map<String, String> recode,
      Optional<String> otherwise,
      Optional<String> empty,
      DateForm date,
      Optional<String> separator,
      AmountForm amount)
      implements ColumnRule {
    public FromColumn {
      recode = Map.copyOf(recode);
    }

    @Override
    public Optional<String> reads() {
      return Optional.of(column);
    }

    @Override
    public boolean givesKnownCodes(InputTable.Column table) {
      return table.codes().isEmpty()
          || Stream.of(recode.values().stream(), otherwise.stream(), empty.stream())
              .flatMap(s -> s)
              .allMatch(code -> code.isEmpty() || table.codes().contains(code));
    }
  }

  /** The same value in every row. */
  record Fixed(String value) implements ColumnRule {}

  /** Each row is a person of its own: {@code person_id: row}. */
  record EachRow() implements ColumnRule {}

  /** A Swedish personal number: as a person's key, or the birth date in it. */
  record PersonalNumberIn(String column) implements ColumnRule {
    @Override
    public Optional<String> reads() {
      return Optional.of(column);
    }
  }

  /** A date of birth, of which the table wants the year. */
  record BirthDateIn(String column, DateForm date) implements ColumnRule {
    @Override
    public Optional<String> reads() {
      return Optional.of(column);
    }
  }

  /**
   * Age in whole years on one day.
   *
   * @param birth a {@link PersonalNumberIn} or {@link BirthDateIn}
   */
  record AgeOn(ColumnRule birth, LocalDate day) implements ColumnRule {
    @Override
    public Optional<String> reads() {
      return birth.reads();
    }
  }
}
