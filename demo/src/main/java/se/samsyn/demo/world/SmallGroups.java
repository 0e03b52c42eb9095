package se.samsyn.demo.world;

import java.util.ArrayList;
import java.util.List;
import se.samsyn.schemas.definition.Period;

/**
 * A constellation of small agencies with so few children each that a table of each alone shows
 * nearly nothing.
 *
 * @param id the collection's, and the beginning of its agencies'
 * @param title who works together, as a reader sees it
 * @param municipalities whose children they are, with their public sizes
 */
public record SmallGroups(
    String id, String title, List<Municipality> municipalities, List<Office> offices) {
  /**
   * The term that they count: the one before the last, so that the county of the demo comes first.
   */
  public static final Period TERM = Terms.ALL.get(Terms.ALL.size() - 2);

  /** Mean of the children that a municipality's joint work reaches in a term. */
  private static final double MEAN = 20;

  /** Spread of the logarithm. */
  private static final double SPREAD = 0.7;

  private static final List<String> NAMES =
      List.of(
          "Alby",
          "Boda",
          "Dalby",
          "Ekeby",
          "Forsa",
          "Granby",
          "Hedby",
          "Ingsjö",
          "Klinte",
          "Lunda",
          "Myrby",
          "Näsby",
          "Orsjö",
          "Ramby",
          "Solberga");

  public SmallGroups {
    municipalities = List.copyOf(municipalities);
    offices = List.copyOf(offices);
  }

  /** Fifteen municipalities with a school board and a social board each, and their region. */
  public static SmallGroups county(long seed) {
    Chance chance = new Chance(seed, "a county of small groups");
    List<Municipality> municipalities = new ArrayList<>();
    List<Office> offices = new ArrayList<>();
    List<OfficeCase> regions = new ArrayList<>();
    int person = 0;
    for (int i = 0; i < NAMES.size(); i++) {
      double size = Math.exp(SPREAD * chance.random().nextGaussian() - SPREAD * SPREAD / 2);
      // County code 31 has never been in use.
      Municipality municipality =
          new Municipality("31%02d".formatted(i + 1), NAMES.get(i), (int) (3_000 * size));
      municipalities.add(municipality);
      List<OfficeCase> school = new ArrayList<>();
      List<OfficeCase> social = new ArrayList<>();
      for (int n = (int) Math.round(MEAN * size); n > 0; n--) {
        OfficeCase child = child(person++, municipality.code(), chance);
        int dice = chance.between(1, 10);
        (dice <= 5 ? school : dice <= 8 ? social : regions).add(child);
      }
      String code = municipality.code();
      offices.add(
          new Office(
              "skola-" + code, "barnnamnd-" + code, "Skolan i " + municipality.name(), school));
      offices.add(
          new Office(
              "social-" + code,
              "socialnamnd-" + code,
              "Socialtjänsten i " + municipality.name(),
              social));
    }
    offices.add(new Office("region-bergslund", "region-bergslund", "Region Bergslund", regions));
    return new SmallGroups("bergslund", "Barn och unga i Bergslunds län", municipalities, offices);
  }

  /**
   * A municipality with one programme; its twin has the same children in agencies of its own.
   *
   * @param id of this twin
   */
  public static SmallGroups twin(long seed, String id, String title) {
    Chance chance = new Chance(seed, "twins");
    Municipality municipality = new Municipality("3201", "Tvillinge", 2_400);
    List<List<OfficeCase>> cases = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int n = 0; n < 36; n++) {
      int dice = chance.between(1, 10);
      cases
          .get(dice <= 4 ? 0 : dice <= 7 ? 1 : 2)
          .add(child(900_000 + n, municipality.code(), chance));
    }
    List<String> kinds = List.of("skolan", "socialen", "varden");
    List<String> titles = List.of("Skolan", "Socialtjänsten", "Vården");
    List<Office> offices = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      offices.add(
          new Office(
              id + "-" + kinds.get(i),
              id + "-namnd-" + (i + 1),
              titles.get(i) + " i Tvillinge",
              cases.get(i)));
    }
    return new SmallGroups(id, title, List.of(municipality), offices);
  }

  private static OfficeCase child(int person, String municipality, Chance chance) {
    int year = TERM.start().getYear() - chance.between(6, 16);
    return new OfficeCase(
        person,
        year,
        chance.in100(55) ? Sex.BOY : Sex.GIRL,
        municipality,
        Terms.dayOf(TERM, chance.random()),
        chance.in100(65) ? "selective" : chance.in100(70) ? "indicated" : "universal");
  }
}
