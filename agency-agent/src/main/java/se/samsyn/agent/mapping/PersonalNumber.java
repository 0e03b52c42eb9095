package se.samsyn.agent.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Swedish personal number or co-ordination number (Skatteverket SKV 704 and 707): 10 or 12
 * digits; {@code -} before the last four, or {@code +} for who turns 100 or more; a co-ordination
 * number has 60 added to the day; the last digit is a check digit (Luhn).
 *
 * <p>Reserve numbers of regions have letters or other check rules: they are not read here, and such
 * a source needs a birth year of its own.
 *
 * @param key the 12 digits: one spelling per person
 * @param birth the date of birth
 */
public record PersonalNumber(String key, LocalDate birth) {
  private static final Pattern FORM =
      Pattern.compile("(\\d{2})?(\\d{2})(\\d{2})(\\d{2})([-+]?)(\\d{4})");
  private static final int COORDINATION = 60;

  /**
   * @param latest the century of a number of 10 digits is the last one that is not after this day
   * @return empty when it is no such number
   */
  public static Optional<PersonalNumber> parse(String text, LocalDate latest) {
    Matcher m = FORM.matcher(text.strip());
    if (!m.matches() || !hasCheckDigit(m.group(2) + m.group(3) + m.group(4) + m.group(6))) {
      return Optional.empty();
    }
    int month = Integer.parseInt(m.group(3));
    int written = Integer.parseInt(m.group(4));
    int day = written > COORDINATION ? written - COORDINATION : written;
    int shortYear = Integer.parseInt(m.group(2));
    try {
      LocalDate birth;
      if (m.group(1) != null) {
        birth = LocalDate.of(Integer.parseInt(m.group(1)) * 100 + shortYear, month, day);
      } else {
        birth = latestBirth(shortYear, month, day, latest);
        if (m.group(5).equals("+")) {
          birth = LocalDate.of(birth.getYear() - 100, month, day);
        }
      }
      if (birth.isAfter(latest)) {
        return Optional.empty();
      }
      String key = "%04d%s%s%s".formatted(birth.getYear(), m.group(3), m.group(4), m.group(6));
      return Optional.of(new PersonalNumber(key, birth));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static LocalDate latestBirth(int shortYear, int month, int day, LocalDate latest) {
    int year = latest.getYear() / 100 * 100 + shortYear;
    boolean after =
        year > latest.getYear()
            || (year == latest.getYear()
                && (month > latest.getMonthValue()
                    || (month == latest.getMonthValue() && day > latest.getDayOfMonth())));
    return LocalDate.of(after ? year - 100 : year, month, day);
  }

  /** Luhn's algorithm over the ten digits. */
  private static boolean hasCheckDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int d = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
      sum += d > 9 ? d - 9 : d;
    }
    return sum % 10 == 0;
  }

  /** Never shown: a personal number is a person. */
  @Override
  public String toString() {
    return "PersonalNumber";
  }
}
