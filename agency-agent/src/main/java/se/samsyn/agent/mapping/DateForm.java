package se.samsyn.agent.mapping;

import java.util.regex.Pattern;

/**
 * How dates are written in a source: {@code yyyy}, {@code MM} and {@code dd} with what stands
 * between them, or one of the words below.
 *
 * @param pattern as written in the mapping
 */
public record DateForm(String pattern) {
  /** A date, or an instant of which the date in Sweden is meant: {@code 2025-01-31T23:30:00Z}. */
  public static final String INSTANT = "instant";

  private static final Pattern FORM = Pattern.compile("[ymdHs./: _-]+", Pattern.CASE_INSENSITIVE);

  public static final DateForm ISO = new DateForm("yyyy-MM-dd");

  /**
   * @throws IllegalArgumentException when the pattern lacks year, month or day
   */
  public DateForm {
    boolean complete =
        (pattern.contains("yyyy") || pattern.contains("yy"))
            && pattern.contains("MM")
            && pattern.contains("dd");
    if (!pattern.equals(INSTANT) && !(complete && FORM.matcher(pattern).matches())) {
      throw new IllegalArgumentException(
          "a date is written with yyyy, MM and dd, such as yyyy-MM-dd or dd/MM/yyyy, or is the word "
              + INSTANT);
    }
  }

  public boolean isInstant() {
    return pattern.equals(INSTANT);
  }

  /** The same form for strptime. */
  public String strptime() {
    return pattern
        .replace("yyyy", "%Y")
        .replace("yy", "%y")
        .replace("MM", "%m")
        .replace("dd", "%d")
        .replace("HH", "%H")
        .replace("mm", "%M")
        .replace("ss", "%S");
  }
}
