package se.samsyn.demo.truth;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.samsyn.demo.world.Actor;
import se.samsyn.demo.world.Child;
import se.samsyn.demo.world.Sex;
import se.samsyn.demo.world.World;
import se.samsyn.schemas.definition.Period;

/**
 * The figures that each agency's table would show if nothing had to be hidden, counted over the
 * invented people in plain Java. It shares no code with the agent: what a definition means is said
 * here a second time.
 */
public final class Truth {
  private static final int FIRST_AGE_OF_TEENS = 13;
  private static final long TWENTY_HOURS = 20 * 60;

  private final World world;
  private final Map<Table, Tally> tallies = new HashMap<>();

  private record Table(String definition, Actor agency, Period term) {}

  public Truth(World world) {
    this.world = world;
  }

  /** The true number of a cell; {@code cell} has a code or {@code _T} per dimension. */
  public long figure(
      String definition, Actor agency, Period term, String measure, List<String> cell) {
    return tallies
        .computeIfAbsent(new Table(definition, agency, term), t -> tally(definition, agency, term))
        .figure(measure, cell);
  }

  /** The whole true table of an agency. */
  private Tally tally(String definition, Actor agency, Period term) {
    return switch (definition) {
      case "tsi-assessed" -> Tally.ofPersons(assessed(agency, term), Set.of());
      case "tsi-support" -> Tally.ofPersons(supported(agency, term), Set.of(0));
      case "tsi-result" -> Tally.ofPersons(followedUp(agency, term), Set.of());
      case "school-absence" -> Tally.ofPersons(absent(term), Set.of());
      case "notifications" -> Tally.ofPersons(notified(term), Set.of());
      case "placements" -> Tally.ofPersons(placed(term), Set.of());
      case "first-line-contacts" -> Tally.ofPersons(inFirstLine(term), Set.of());
      case "early-support-given" -> given(term);
      default -> throw new IllegalArgumentException("no truth is written for " + definition);
    };
  }

  private List<Fact> assessed(Actor agency, Period term) {
    return world.cases().stream()
        .filter(c -> c.initiator() == agency && term.contains(c.start()))
        .flatMap(c -> fact(c.child(), c.start(), term, List.of(c.level()), List.of()).stream())
        .toList();
  }

  private List<Fact> supported(Actor agency, Period term) {
    return world.interventions().stream()
        .filter(i -> i.giver() == agency && term.contains(i.start()) && i.jointWork())
        .flatMap(i -> fact(i.child(), i.start(), term, List.of(i.type()), List.of()).stream())
        .toList();
  }

  private List<Fact> followedUp(Actor agency, Period term) {
    return world.cases().stream()
        .filter(c -> c.initiator() == agency && c.followUp().isPresent())
        .filter(c -> term.contains(c.followUp().get().date()))
        .flatMap(
            c ->
                fact(
                    c.child(),
                    c.followUp().get().date(),
                    term,
                    List.of(c.followUp().get().outcome()),
                    List.of())
                    .stream())
        .toList();
  }

  private List<Fact> absent(Period term) {
    return world.absences().stream()
        .filter(a -> a.term().equals(term) && !a.child().protectedIdentity())
        .map(
            a ->
                new Fact(
                    a.child(),
                    term.start(),
                    List.of(a.child().municipality(), stage(a.grade()), a.child().sex().code()),
                    a.invalidMinutes() >= TWENTY_HOURS
                        ? Set.of("pupils", "absent-20h")
                        : Set.of("pupils"),
                    Map.of("invalid-minutes", a.invalidMinutes())))
        .toList();
  }

  private List<Fact> notified(Period term) {
    return world.referrals().stream()
        .filter(r -> r.type().equals("notification") && term.contains(r.received()))
        .flatMap(
            r ->
                fact(
                    r.child(),
                    r.received(),
                    term,
                    List.of(r.child().municipality()),
                    r.investigationOpened() ? List.of("investigated") : List.of())
                    .stream())
        .toList();
  }

  private List<Fact> placed(Period term) {
    return world.interventions().stream()
        .filter(i -> i.isPlacement() && term.contains(i.start()))
        .flatMap(
            i ->
                fact(i.child(), i.start(), term, List.of(), List.of()).stream()
                    .map(
                        f ->
                            new Fact(
                                f.child(),
                                f.date(),
                                f.classes(),
                                f.counts(),
                                Map.of("cost", i.costOre()))))
        .toList();
  }

  private List<Fact> inFirstLine(Period term) {
    return world.contacts().stream()
        .filter(k -> k.service().equals("first-line") && term.contains(k.date()))
        .flatMap(
            k ->
                fact(k.child(), k.date(), term, List.of(k.child().municipality()), List.of())
                    .stream())
        .toList();
  }

  private Tally given(Period term) {
    Tally tally = Tally.ofPersons(List.of(), Set.of());
    world.givenCounts().stream()
        .filter(g -> g.term().equals(term))
        .forEach(
            g ->
                tally.addGiven(
                    "children", List.of(g.level(), g.sex().code(), g.ageGroup()), g.children()));
    return tally;
  }

  /** A fact with sex and age last; empty for whom the table leaves out. */
  private static Optional<Fact> fact(
      Child child, LocalDate date, Period term, List<String> first, List<String> filtered) {
    int age = ageAt(child, term);
    if (child.protectedIdentity() || age > 17) {
      return Optional.empty();
    }
    List<String> classes = new java.util.ArrayList<>(first);
    classes.add(child.sex() == Sex.BOY ? "1" : "2");
    classes.add(age <= 5 ? "0-5" : age < FIRST_AGE_OF_TEENS ? "6-12" : "13-17");
    Set<String> counts = new java.util.HashSet<>(filtered);
    counts.add("children");
    return Optional.of(new Fact(child, date, classes, counts, Fact.NO_AMOUNTS));
  }

  /** Birthdays that have come by the first day of the term. */
  private static int ageAt(Child child, Period term) {
    LocalDate born = child.personalNumber().born();
    LocalDate birthday = born.withYear(term.start().getYear());
    int years = term.start().getYear() - born.getYear();
    return birthday.isAfter(term.start()) ? years - 1 : years;
  }

  private static String stage(int grade) {
    return grade <= 3 ? "F-3" : grade <= 6 ? "4-6" : grade <= 9 ? "7-9" : "gy";
  }
}
