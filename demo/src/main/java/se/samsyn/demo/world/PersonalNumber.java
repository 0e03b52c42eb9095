package se.samsyn.demo.world;

import java.time.LocalDate;

/**
 * An invented personal identity number. Its serial is one of 980-999, the series that the Swedish
 * Tax Agency keeps for test data and gives to nobody; the check digit is right, so that programs
 * take it for a number.
 *
 * @param serial 980-999; odd for boys, even for girls
 * @param coordination whether it is a co-ordination number: 60 is added to the day
 */
public record PersonalNumber(LocalDate born, int serial, boolean coordination) {
  /** The first serial that is never given to a person. */
  public static final int FIRST_SERIAL = 980;

  /** The last serial that is never given to a person. */
  public static final int LAST_SERIAL = 999;

  public PersonalNumber {
    if (serial < FIRST_SERIAL || serial > LAST_SERIAL) {
      throw new IllegalArgumentException("only the series for test data is used here");
    }
  }

  /** Twelve digits: {@code YYYYMMDDNNNC}. */
  public String twelve() {
    return "%04d%s".formatted(born.getYear(), monthOnwards());
  }

  /** Twelve digits with a hyphen: {@code YYYYMMDD-NNNC}. */
  public String twelveWithHyphen() {
    return twelve().substring(0, 8) + "-" + twelve().substring(8);
  }

  /** Ten digits with a hyphen: {@code YYMMDD-NNNC}. */
  public String tenWithHyphen() {
    return twelve().substring(2, 8) + "-" + twelve().substring(8);
  }

  /** Ten digits: {@code YYMMDDNNNC}. */
  public String ten() {
    return twelve().substring(2);
  }

  private String monthOnwards() {
    int day = born.getDayOfMonth() + (coordination ? 60 : 0);
    String nine =
        "%02d%02d%02d%03d".formatted(born.getYear() % 100, born.getMonthValue(), day, serial);
    return nine.substring(2) + checkDigit(nine);
  }

  /** The Luhn digit over the nine digits before it (SKV 704). */
  private static int checkDigit(String nine) {
    int sum = 0;
    for (int i = 0; i < nine.length(); i++) {
      int product = (nine.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
      sum += product / 10 + product % 10;
    }
    return (10 - sum % 10) % 10;
  }
}
