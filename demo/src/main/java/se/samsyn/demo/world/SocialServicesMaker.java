package se.samsyn.demo.world;

import java.util.ArrayList;
import java.util.List;
import se.samsyn.schemas.definition.Period;

/** Makes notifications, placements, other interventions and the counts of open services. */
final class SocialServicesMaker {
  private static final List<String> REPORTERS =
      List.of("school", "school", "health-care", "police", "police", "private-person", "other");
  private static final List<String> OPEN_SERVICES =
      List.of("open-preschool", "parenting-group", "youth-outreach");

  private final List<Child> children;
  private final Chance chance;
  private final List<Referral> referrals = new ArrayList<>();
  private final List<Intervention> interventions = new ArrayList<>();
  private final List<GivenCount> givenCounts = new ArrayList<>();

  SocialServicesMaker(List<Child> children, Chance chance) {
    this.children = children;
    this.chance = chance;
  }

  void make() {
    for (Period term : Terms.ALL) {
      for (Child child : children) {
        if (child.isBornBefore(term) && child.ageAt(term) < 18) {
          refer(child, term);
          place(child, term);
        }
      }
      for (Municipality municipality : Municipality.ALL) {
        count(term, municipality);
      }
    }
  }

  List<Referral> referrals() {
    return referrals;
  }

  List<Intervention> interventions() {
    return interventions;
  }

  List<GivenCount> givenCounts() {
    return givenCounts;
  }

  private void refer(Child child, Period term) {
    if (chance.in100(child.ageAt(term) > 12 ? 3 : 1.6)) {
      do {
        String type = chance.in100(85) ? "notification" : "application";
        referrals.add(
            new Referral(
                child,
                Terms.dayOf(term, chance.random()),
                type,
                type.equals("application") ? "guardian" : chance.oneOf(REPORTERS),
                chance.in100(40)));
      } while (chance.in100(25));
    }
  }

  private void place(Child child, Period term) {
    if (chance.in100(child.ageAt(term) > 12 ? 0.5 : 0.12)) {
      String type = chance.in100(60) ? "placement-family" : "placement-home";
      long cost = 100L * (40_000 + chance.skewed(180_000));
      interventions.add(
          new Intervention(
              child, Actor.SOCIAL_SERVICES, type, Terms.dayOf(term, chance.random()), false, cost));
    }
  }

  private void count(Period term, Municipality municipality) {
    for (String service : OPEN_SERVICES) {
      String age =
          service.equals("open-preschool")
              ? "0-5"
              : service.equals("parenting-group") ? "6-12" : "13-17";
      for (Sex sex : Sex.values()) {
        int typical = municipality.children() / 240;
        givenCounts.add(
            new GivenCount(
                term,
                municipality.code(),
                service,
                service.equals("open-preschool") ? "universal" : "selective",
                age,
                sex,
                chance.between(typical / 2, typical * 3 / 2)));
      }
    }
  }
}
