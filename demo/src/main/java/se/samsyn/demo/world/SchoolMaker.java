package se.samsyn.demo.world;

import java.util.ArrayList;
import java.util.List;
import se.samsyn.schemas.definition.Period;

/** Makes a term's absence for each pupil, from the preschool class to upper secondary school. */
final class SchoolMaker {
  private static final int AGE_IN_PRESCHOOL_CLASS = 6;
  private static final int LAST_GRADE = 12;

  private SchoolMaker() {}

  static List<Absence> make(List<Child> children, Chance chance) {
    List<Absence> rows = new ArrayList<>();
    for (Period term : Terms.ALL) {
      for (Child child : children) {
        int grade = schoolYear(term) - child.birthYear() - AGE_IN_PRESCHOOL_CLASS;
        if (grade >= 0 && grade <= LAST_GRADE && !chance.in100(2)) {
          rows.add(term(child, term, grade, chance));
        }
      }
    }
    return rows;
  }

  private static Absence term(Child child, Period term, int grade, Chance chance) {
    long offered = 24_000 + 60L * chance.between(0, 80);
    long valid = Math.min(offered / 2, chance.skewed(1_300));
    double mean = grade < 7 ? 90 : grade < 10 ? 420 : 700;
    long invalid = chance.in100(55) ? 0 : Math.min(offered / 2, chance.skewed(mean));
    return new Absence(child, term, grade, offered, valid, invalid);
  }

  /** The calendar year in which the school year of {@code term} began. */
  private static int schoolYear(Period term) {
    return term.start().getMonthValue() == 7 ? term.start().getYear() : term.start().getYear() - 1;
  }
}
