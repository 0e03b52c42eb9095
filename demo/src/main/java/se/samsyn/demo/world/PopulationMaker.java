package se.samsyn.demo.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes the children who are 0-17 years old in some part of the two school years. */
final class PopulationMaker {
  /** Seventeen at the start of the first term. */
  private static final int FIRST_YEAR = 2007;

  private static final int LAST_YEAR = 2025;

  /** The sizes of the municipalities are those of eighteen years of birth. */
  private static final int YEARS_IN_SIZE = 18;

  private static final double PROTECTED_PERCENT = 0.4;
  private static final double COORDINATION_PERCENT = 1.5;

  private PopulationMaker() {}

  static List<Child> make(Chance chance) {
    List<Child> children = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Municipality municipality : Municipality.ALL) {
      for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
        for (int i = 0; i < municipality.children() / YEARS_IN_SIZE; i++) {
          children.add(child(children.size(), year, municipality, taken, chance));
        }
      }
    }
    return children;
  }

  private static Child child(
      int number, int year, Municipality municipality, Set<String> taken, Chance chance) {
    Sex sex = chance.in100(51.4) ? Sex.BOY : Sex.GIRL;
    boolean coordination = chance.in100(COORDINATION_PERCENT);
    PersonalNumber personalNumber;
    do {
      personalNumber = number(year, sex, coordination, chance);
    } while (!taken.add(personalNumber.twelve()));
    return new Child(
        number,
        personalNumber,
        Names.given(sex, chance.random()),
        Names.family(chance.random()),
        sex,
        municipality.code(),
        chance.in100(PROTECTED_PERCENT));
  }

  private static PersonalNumber number(int year, Sex sex, boolean coordination, Chance chance) {
    LocalDate born = LocalDate.ofYearDay(year, chance.between(1, 365));
    int series = (PersonalNumber.LAST_SERIAL - PersonalNumber.FIRST_SERIAL) / 2;
    int serial =
        PersonalNumber.FIRST_SERIAL + 2 * chance.between(0, series) + (sex == Sex.BOY ? 1 : 0);
    return new PersonalNumber(born, serial, coordination);
  }
}
