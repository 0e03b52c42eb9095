package se.samsyn.demo.world;

import java.util.ArrayList;
import java.util.List;
import se.samsyn.schemas.definition.Period;

/** Makes contacts with health care: many at the child health centre, few at the first line. */
final class HealthCareMaker {
  private static final List<String> CONTACT_TYPES = List.of("visit", "visit", "phone", "digital");

  private HealthCareMaker() {}

  static List<Contact> make(List<Child> children, Chance chance) {
    List<Contact> rows = new ArrayList<>();
    for (Period term : Terms.ALL) {
      for (Child child : children) {
        int age = child.ageAt(term);
        if (child.isBornBefore(term) && age < 6 && chance.in100(45)) {
          rows.add(contact(child, term, "bvc", chance));
        }
        // Some go on after their eighteenth birthday: true records that no age class takes.
        if (age > 5 && chance.in100(2.5)) {
          do {
            rows.add(contact(child, term, "first-line", chance));
          } while (chance.in100(60));
        }
        if (age > 8 && chance.in100(1.2)) {
          rows.add(contact(child, term, "bup", chance));
        }
      }
    }
    return rows;
  }

  private static Contact contact(Child child, Period term, String service, Chance chance) {
    return new Contact(
        child, Terms.dayOf(term, chance.random()), service, chance.oneOf(CONTACT_TYPES));
  }
}
