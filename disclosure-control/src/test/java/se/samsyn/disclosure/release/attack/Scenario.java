package se.samsyn.disclosure.release.attack;

import static se.samsyn.disclosure.release.attack.Cast.by;
import static se.samsyn.disclosure.release.attack.Cast.children;
import static se.samsyn.disclosure.release.attack.Cast.one;
import static se.samsyn.disclosure.release.attack.Cast.terms;
import static se.samsyn.disclosure.release.attack.Cast.visits;

import java.util.List;
import java.util.Random;
import java.util.Set;
import se.samsyn.disclosure.release.Contribution;
import se.samsyn.disclosure.release.PublishedTable.Assurance;
import se.samsyn.disclosure.release.Window;
import se.samsyn.disclosure.release.attack.Desk.Cells;
import se.samsyn.disclosure.release.attack.Desk.Story;

/** Ways in which releases that are safe one by one may be played against each other. */
enum Scenario {
  SAME_TABLE_BY_TWO_GROUPINGS {
    @Override
    Story play(Random random, int k) {
      Desk desk = new Desk(World.of(children(random, "school"), Cast.CHILDREN), random, k);
      desk.release(one(desk, "v1", Cast.YEAR, Cells.of("", "age=0,1,2", "age=3,4,5")));
      return desk.then(one(desk, "v2", Cast.YEAR, Cells.of("", "age=0,1,2,3", "age=4,5")));
    }
  },
  A_PERIOD_AND_ITS_PARTS {
    @Override
    Story play(Random random, int k) {
      Desk desk = new Desk(World.of(children(random, "school"), Cast.CHILDREN), random, k);
      Window most = new Window(Cast.START, Cast.START.plusMonths(5 + random.nextInt(7)));
      desk.release(one(desk, "so far", most, Cast.SEXES));
      return desk.then(one(desk, "year", Cast.YEAR, Cast.SEXES));
    }
  },
  A_LATE_AGENCY_ADDED {
    @Override
    Story play(Random random, int k) {
      List<Entry> entries =
          Cast.both(
              children(random, "school"),
              Cast.both(
                  children(random, "clinic"),
                  children(random, "police").subList(0, 1 + random.nextInt(12))));
      Desk desk = new Desk(World.of(entries, Cast.CHILDREN), random, k);
      Set<Contribution> first = by("school", "clinic");
      Set<Contribution> all = by("school", "clinic", "police");
      if (random.nextBoolean()) {
        desk.release(
            desk.world().release("v1", desk.table("t", "children", first, Cast.YEAR, Cast.SEXES)));
        return desk.then(
            desk.world().release("v2", desk.table("t", "children", all, Cast.YEAR, Cast.SEXES)));
      }
      desk.release(
          desk.world()
              .release("v1", Cast.jointOnly(desk, first, Cast.SEXES, Assurance.PROTECTED, k)));
      return desk.then(
          desk.world()
              .release("v2", Cast.jointOnly(desk, all, Cast.SEXES, Assurance.PROTECTED, k)));
    }
  },
  A_CORRECTED_DELIVERY {
    @Override
    Story play(Random random, int k) {
      List<Entry> entries = Cast.corrected(children(random, "school"), random);
      Desk desk = new Desk(World.of(entries, Cast.CHILDREN), random, k);
      desk.release(one(desk, "v1", Cast.YEAR, Cast.HALVES));
      Set<Contribution> corrected = Set.of(new Contribution("school", 1));
      Cells cells = random.nextBoolean() ? Cast.HALVES : Cells.of("age=0", "age=1,2", "age=3,4,5");
      return desk.then(
          desk.world().release("v2", desk.table("t", "children", corrected, Cast.YEAR, cells)));
    }
  },
  NESTED_AREAS {
    @Override
    Story play(Random random, int k) {
      Desk desk = new Desk(World.of(children(random, "school"), Cast.CHILDREN), random, k);
      desk.release(
          one(desk, "parts", Cast.YEAR, Cells.of("", "area=a", "area=b", "area=c", "area=d")));
      return desk.then(one(desk, "wholes", Cast.YEAR, Cells.of("", "area=a,b", "area=c,d")));
    }
  },
  A_TOTAL_MINUS_WHAT_AN_AGENCY_KNOWS {
    @Override
    Story play(Random random, int k) {
      List<Entry> entries = Cast.both(children(random, "school"), children(random, "clinic"));
      Desk desk = new Desk(World.of(entries, Cast.CHILDREN), random, k);
      Cells ages = Cells.of("", "age=0,1", "age=2,3", "age=4", "age=5");
      Set<Contribution> all = by("school", "clinic");
      desk.release(desk.world().release("own", desk.table("t", "children", all, Cast.YEAR, ages)));
      return desk.then(
          random.nextInt(4) == 0
              ? one(desk, "again", Cast.YEAR, ages)
              : desk.world().release("total", Cast.jointOnly(desk, all, ages, Assurance.NONE, k)));
    }
  },
  ZERO_ROWS {
    @Override
    Story play(Random random, int k) {
      List<Entry> entries =
          children(random, "school", 60).stream()
              .filter(
                  e ->
                      !e.classes().get("sex").equals("2") || !"23".contains(e.classes().get("age")))
              .toList();
      Desk desk = new Desk(World.of(entries, Cast.CHILDREN), random, k);
      desk.release(one(desk, "halves", Cast.YEAR, Cast.SEXES.times(Cast.HALVES)));
      return desk.then(
          one(
              desk,
              "zeros",
              Cast.YEAR,
              Cells.of("sex=2").times(Cells.of("age=2", "age=3", "age=4", "age=0"))));
    }
  },
  FULL_ROWS {
    @Override
    Story play(Random random, int k) {
      List<Entry> entries =
          children(random, "school").stream()
              .filter(e -> e.classes().get("sex").equals("1") || e.classes().get("age").equals("5"))
              .toList();
      Desk desk = new Desk(World.of(entries, Cast.CHILDREN), random, k);
      desk.release(one(desk, "ages", Cast.YEAR, Cells.of("", "age=0,1,2,3,4", "age=5")));
      return desk.then(
          one(desk, "sexes", Cast.YEAR, Cast.SEXES.times(Cells.of("", "age=0,1,2,3"))));
    }
  },
  A_SHARE_WITH_ITS_BASE {
    @Override
    Story play(Random random, int k) {
      Desk desk =
          new Desk(World.of(children(random, "school"), Cast.CHILDREN, Cast.MET), random, k);
      desk.release(one(desk, "base", Cast.YEAR, Cast.SEXES));
      return desk.then(
          desk.world()
              .release("shares", Cast.ratios(desk, "met", "children", "", "sex=1", "sex=2")));
    }
  },
  RATIO_OF_TWO_SUMS {
    @Override
    Story play(Random random, int k) {
      int girls = 1 + random.nextInt(8);
      List<Entry> entries =
          children(random, "school").stream()
              .filter(e -> e.classes().get("sex").equals("1") || e.person() < 2 * girls)
              .toList();
      Desk desk = new Desk(World.of(entries, Cast.CHILDREN, Cast.COST), random, k);
      desk.release(
          desk.world()
              .release(
                  "sums",
                  desk.table("n", "children", by("school"), Cast.YEAR, Cast.SEXES),
                  desk.table("cost", "cost", by("school"), Cast.YEAR, Cells.of(""))));
      return desk.then(
          desk.world().release("means", Cast.ratios(desk, "cost", "children", "sex=1", "sex=2")));
    }
  },
  A_MULTIPLE_DIMENSION_WITH_ITS_TOTAL {
    @Override
    Story play(Random random, int k) {
      Desk desk = new Desk(World.of(visits(random), Cast.VISITORS), random, k);
      desk.release(
          desk.world()
              .release(
                  "types",
                  desk.table(
                      "t", "visitors", by("school"), Cast.YEAR, Cells.of("type=x", "type=y"))));
      return desk.then(
          desk.world()
              .release(
                  "total",
                  desk.table("t", "visitors", by("school"), Cast.YEAR, Cells.of("", "type=x,y"))));
    }
  },
  PERIODS_THAT_CROSS {
    @Override
    Story play(Random random, int k) {
      Desk desk = new Desk(World.of(visits(random), Cast.VISITORS), random, k);
      Cells cells = Cells.of("", "type=x");
      for (Window window : List.of(Cast.YEAR, terms(1, 3))) {
        desk.release(
            desk.world()
                .release(
                    "from " + window.from(),
                    desk.table("t", "visitors", by("school"), window, cells)));
      }
      Window last = random.nextBoolean() ? terms(0, 3) : terms(1, 2);
      return desk.then(
          desk.world().release("last", desk.table("t", "visitors", by("school"), last, cells)));
    }
  },
  A_FILTER_BESIDE_A_MULTIPLE_DIMENSION {
    @Override
    Story play(Random random, int k) {
      Desk desk = new Desk(World.of(visits(random), Cast.VISITORS, Cast.HELPED), random, k);
      Cells types = Cells.of("", "type=x", "type=y,z");
      desk.release(
          desk.world().release("all", desk.table("t", "visitors", by("school"), Cast.YEAR, types)));
      return desk.then(
          desk.world()
              .release("helped", desk.table("t", "helped", by("school"), Cast.YEAR, types)));
    }
  },
  AN_EXTRACT_HANDED_OUT_APART {
    @Override
    Story play(Random random, int k) {
      Desk desk = new Desk(World.of(children(random, "school"), Cast.CHILDREN), random, k);
      desk.release(
          one(desk, "release", Cast.YEAR, Cast.SEXES.times(Cells.of("", "area=a,b", "area=c,d"))));
      return desk.then(
          one(
              desk,
              "extract",
              Cast.YEAR,
              Cells.of("sex=1").times(Cells.of("area=a,b,c")).times(Cells.of("", "age=0,1,2"))));
    }
  },
  THREE_RELEASES_THAT_ONLY_TOGETHER_DISCLOSE {
    @Override
    Story play(Random random, int k) {
      Desk desk = new Desk(World.of(children(random, "school"), Cast.CHILDREN), random, k);
      desk.release(one(desk, "ab", Cast.YEAR, Cells.of("area=a,b")));
      desk.release(one(desk, "bc", Cast.YEAR, Cells.of("area=b,c")));
      return desk.then(one(desk, "ac", Cast.YEAR, Cells.of("area=a,c")));
    }
  };

  abstract Story play(Random random, int k);
}
