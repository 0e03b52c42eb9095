package se.samsyn.demo.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samsyn.schemas.definition.Period;

/** Makes the cases of the joint work and the early interventions that follow from them. */
final class JointWorkMaker {
  private static final Map<Actor, List<String>> GIVES =
      Map.of(
          Actor.SCHOOL, List.of("school-support", "school-support", "mentor", "group"),
          Actor.SOCIAL_SERVICES, List.of("family-support", "family-support", "mentor", "leisure"),
          Actor.HEALTH_CARE, List.of("counselling", "counselling", "treatment"));
  private static final LocalDate TODAY = Terms.ALL.get(Terms.ALL.size() - 1).end();

  private final List<Child> children;
  private final Chance chance;
  private final List<TsiCase> cases = new ArrayList<>();
  private final List<Intervention> interventions = new ArrayList<>();

  JointWorkMaker(List<Child> children, Chance chance) {
    this.children = children;
    this.chance = chance;
  }

  void make() {
    for (int term = 0; term < Terms.ALL.size(); term++) {
      for (Programme programme : Programme.ALL) {
        // The work grows by a tenth each term, and no term is quite like another.
        int size = programme.children() * (10 + term) / 10;
        run(programme, Terms.ALL.get(term), chance.between(size * 4 / 5, size * 6 / 5));
      }
    }
  }

  List<TsiCase> cases() {
    return cases;
  }

  List<Intervention> interventions() {
    return interventions;
  }

  private void run(Programme programme, Period term, int size) {
    List<Child> eligible =
        children.stream()
            .filter(c -> c.municipality().equals(programme.municipality()))
            .filter(c -> c.ageAt(term) >= programme.fromAge() && c.ageAt(term) <= programme.toAge())
            .toList();
    for (int i = 0; i < size; i++) {
      open(chance.oneOf(eligible), programme, term);
    }
  }

  private void open(Child child, Programme programme, Period term) {
    LocalDate start = Terms.dayOf(term, chance.random());
    cases.add(new TsiCase(child, programme.initiator(), start, programme.level(), followUp(start)));
    if (programme.level().equals("universal")) {
      support(child, programme.initiator(), "group", start);
      return;
    }
    for (Actor actor : Actor.values()) {
      if (chance.in100(actor == programme.initiator() ? 90 : 30)) {
        support(child, actor, chance.oneOf(GIVES.get(actor)), start);
        if (chance.in100(25)) {
          support(child, actor, chance.oneOf(GIVES.get(actor)), start);
        }
      }
    }
  }

  private void support(Child child, Actor giver, String type, LocalDate caseStart) {
    LocalDate start = caseStart.plusDays(chance.between(3, 45));
    if (start.isBefore(TODAY)) {
      long cost = 100L * (1_500 + chance.skewed(9_000));
      interventions.add(new Intervention(child, giver, type, start, true, cost));
    }
  }

  private Optional<TsiCase.FollowUp> followUp(LocalDate start) {
    LocalDate date = start.plusDays(chance.between(90, 170));
    if (!date.isBefore(TODAY) || chance.in100(15)) {
      return Optional.empty();
    }
    int dice = chance.between(1, 20);
    return Optional.of(
        new TsiCase.FollowUp(date, dice <= 11 ? "better" : dice <= 17 ? "same" : "worse"));
  }
}
