package se.samsyn.demo.world;

import java.time.temporal.ChronoUnit;
import se.samsyn.schemas.definition.Period;

/**
 * An invented child.
 *
 * @param number the position in the population, from 0
 * @param municipality the code of the municipality where the child lives
 * @param protectedIdentity whether its agencies hold its identity as protected
 */
public record Child(
    int number,
    PersonalNumber personalNumber,
    String givenName,
    String familyName,
    Sex sex,
    String municipality,
    boolean protectedIdentity) {

  public int birthYear() {
    return personalNumber.born().getYear();
  }

  /** Whether the child was born before {@code period} began; nothing is registered of others. */
  public boolean isBornBefore(Period period) {
    return personalNumber.born().isBefore(period.start());
  }

  /** Age in whole years on the first day of {@code period}. */
  public int ageAt(Period period) {
    return (int) ChronoUnit.YEARS.between(personalNumber.born(), period.start());
  }
}
