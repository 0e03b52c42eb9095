package se.samsyn.agent.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samsyn.schemas.definition.InputTable.Column;

/**
 * A column of the input table as it comes out of the query: one whole number per row, by the kind
 * of column a position in {@code codes}, a day, or an amount; a negative number tells that there is
 * none and why. For several codes in a field it is their text.
 *
 * @param position the column of the result
 * @param codes for codes: what each spelling means, by its number; empty is "missing"
 * @param separator for several codes in a field
 * @param spellings for several codes in a field: what each spelling means
 * @param exactDays for birth_year: whether the values are days rather than years
 */
public record ColumnValues(
    Column column,
    int position,
    List<Optional<String>> codes,
    Optional<String> separator,
    Map<String, Optional<String>> spellings,
    boolean exactDays) {
  /**
   * What one of several codes in a field means: empty where it means that there is none, null where
   * it is unknown.
   */
  public Optional<String> meaning(String spelling) {
    Optional<String> named = spellings.get(spelling);
    return named != null ? named : spellings.get(CodeSpellings.OTHERWISE);
  }

  /** Nothing that the column can hold. */
  public static final long IMPOSSIBLE = -1;

  /** Empty, or a spelling that means so. */
  public static final long MISSING = -2;

  /** A number below zero. */
  public static final long NEGATIVE = -3;

  /** A code that nobody listed, where every code has a meaning. */
  public static final long ANY_CODE = -4;
}
