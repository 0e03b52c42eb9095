package se.samsyn.disclosure.release.attack;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import se.samsyn.disclosure.release.Axis;
import se.samsyn.disclosure.release.Concept;
import se.samsyn.disclosure.release.Contribution;
import se.samsyn.disclosure.release.Figure;
import se.samsyn.disclosure.release.PublishedRelease;
import se.samsyn.disclosure.release.PublishedTable;
import se.samsyn.disclosure.release.PublishedTable.Assurance;
import se.samsyn.disclosure.release.Ratio;
import se.samsyn.disclosure.release.Subject;
import se.samsyn.disclosure.release.Window;

/** The records and the words that scenarios are told with. */
final class Cast {
  static final LocalDate START = LocalDate.of(2025, 7, 1);
  static final Window YEAR = terms(0, 2);
  static final Desk.Cells HALVES = Desk.Cells.of("", "age=0,1,2", "age=3,4,5");
  static final Desk.Cells SEXES = Desk.Cells.of("", "sex=1", "sex=2");

  static final Concept CHILDREN = Concept.persons("children");
  static final Concept MET = Concept.filtered("met", CHILDREN);
  static final Concept COST = Concept.amount("cost", CHILDREN);
  static final Concept VISITORS =
      Concept.personsOverlapping("visitors", Set.of(Axis.dimension("type"), Axis.PERIOD));
  static final Concept HELPED = Concept.filtered("helped", VISITORS);

  private Cast() {}

  /** Half years from the first of July. */
  static Window terms(int from, int until) {
    return new Window(START.plusMonths(6L * from), START.plusMonths(6L * until));
  }

  static Set<Contribution> by(String... agencies) {
    return Arrays.stream(agencies).map(Contribution::of).collect(Collectors.toSet());
  }

  /** One record each: more young than old, more in some areas than in others. */
  static List<Entry> children(Random random, String agency) {
    return children(random, agency, 20);
  }

  static List<Entry> children(Random random, String agency, int least) {
    List<Entry> entries = new ArrayList<>();
    int count = least + random.nextInt(30);
    for (int person = 0; person < count; person++) {
      int age = Math.min(random.nextInt(6), random.nextInt(8));
      String area = List.of("a", "b", "b", "c", "c", "c", "d").get(random.nextInt(7));
      String sex = random.nextInt(5) < 3 ? "1" : "2";
      Set<String> meets = random.nextInt(3) == 0 ? Set.of() : Set.of("met");
      Map<String, Long> amounts = Map.of("cost", random.nextLong(1, 30));
      entries.add(
          new Entry(
              agency,
              person,
              Set.of(0),
              START.plusDays(random.nextInt(365)),
              Map.of("age", "" + age, "sex", sex, "area", area),
              meets,
              amounts));
    }
    return entries;
  }

  /** Several records each, of several types and terms. */
  static List<Entry> visits(Random random) {
    List<Entry> entries = new ArrayList<>();
    int count = 15 + random.nextInt(25);
    for (int person = 0; person < count; person++) {
      int visits = 1 + random.nextInt(3);
      for (int visit = 0; visit < visits; visit++) {
        String type = List.of("x", "x", "y", "y", "z").get(random.nextInt(5));
        Set<String> meets = random.nextInt(8) > 0 ? Set.of("helped") : Set.of();
        LocalDate day = START.plusDays(random.nextInt(545));
        entries.add(
            new Entry("school", person, Set.of(0), day, Map.of("type", type), meets, Map.of()));
      }
    }
    return entries;
  }

  /** Some were left out at first, and some are left out now. */
  static List<Entry> corrected(List<Entry> entries, Random random) {
    int often = 3 + random.nextInt(20);
    return entries.stream()
        .map(
            e -> {
              int turn = random.nextInt(often);
              Set<Integer> in = turn == 0 ? Set.of(0) : turn == 1 ? Set.of(1) : Set.of(0, 1);
              return new Entry(
                  e.agency(), e.person(), in, e.day(), e.classes(), e.meets(), e.amounts());
            })
        .toList();
  }

  static List<Entry> both(List<Entry> some, List<Entry> others) {
    List<Entry> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }

  /** A release of one table of one agency's children. */
  static PublishedRelease one(Desk desk, String id, Window window, Desk.Cells cells) {
    return desk.world().release(id, desk.table("t", "children", by("school"), window, cells));
  }

  /** Joint figures alone, as a sealed collection opens them: those of few are hidden. */
  static PublishedTable jointOnly(
      Desk desk, Set<Contribution> by, Desk.Cells cells, Assurance assurance, int k) {
    List<Figure> figures = new ArrayList<>();
    for (Figure figure : desk.exact("children", by, YEAR, cells)) {
      figures.add(desk.world().isOfFew(figure.subject(), k) ? Desk.hide(figure) : figure);
    }
    return new PublishedTable("t", assurance, figures, List.of());
  }

  /** Ratios by cell, rounded to hundredths, where there is anything to divide by. */
  static PublishedTable ratios(Desk desk, String numerator, String denominator, String... cells) {
    List<Ratio> ratios = new ArrayList<>();
    for (String cell : new HashSet<>(List.of(cells))) {
      Subject part = desk.subject(numerator, by("school"), YEAR, cell);
      Subject whole = desk.subject(denominator, by("school"), YEAR, cell);
      ratio(desk.world().truth(part), desk.world().truth(whole))
          .ifPresent(
              shown -> ratios.add(Ratio.rounded(part, whole, shown, new BigDecimal("0.01"))));
    }
    return new PublishedTable("ratios", Assurance.NONE, List.of(), ratios);
  }

  private static Optional<BigDecimal> ratio(long part, long whole) {
    return whole == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP));
  }
}
