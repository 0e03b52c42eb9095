package se.samsyn.demo.files;

import static se.samsyn.demo.files.Dialect.UTF8_BOM_SEMICOLON;
import static se.samsyn.demo.files.Dialect.UTF8_COMMA;
import static se.samsyn.demo.files.Dialect.UTF8_TAB;

import java.util.List;
import se.samsyn.demo.files.Sheet.Column;
import se.samsyn.demo.world.Absence;
import se.samsyn.demo.world.Actor;
import se.samsyn.demo.world.Chance;
import se.samsyn.demo.world.Child;
import se.samsyn.demo.world.Intervention;
import se.samsyn.demo.world.Sex;
import se.samsyn.demo.world.TsiCase;
import se.samsyn.demo.world.World;

/** What the school's systems export: a pupil register's absence, and two lists kept by hand. */
final class SchoolFiles {
  private SchoolFiles() {}

  static List<Sheet> of(World world, Chance chance) {
    return List.of(absence(world, chance), cases(world, chance), interventions(world, chance));
  }

  private static Sheet absence(World world, Chance chance) {
    Sheet sheet =
        Sheet.of(
            "franvaro.csv",
            UTF8_COMMA,
            world.absences(),
            List.of(
                new Column<>("Elev-ID", a -> LocalIds.school(a.child())),
                new Column<>("Personnummer", a -> a.child().personalNumber().twelveWithHyphen()),
                new Column<>("Namn", a -> name(a.child())),
                new Column<>("Kön", a -> sex(a.child())),
                new Column<>("Hemkommun", a -> a.child().municipality()),
                new Column<>("Sekretess", a -> protectedIdentity(a.child())),
                new Column<>("Läsår", SchoolFiles::schoolYear),
                new Column<>("Termin", a -> a.term().toString()),
                new Column<>("Skolform", a -> schoolType(a.grade())),
                new Column<>("Årskurs", a -> a.grade() == 0 ? "F" : Integer.toString(a.grade())),
                new Column<>("Erbjuden tid", a -> Long.toString(a.offeredMinutes())),
                new Column<>("Giltig frånvaro", a -> Long.toString(a.validMinutes())),
                new Column<>("Ogiltig frånvaro", a -> Long.toString(a.invalidMinutes()))));
    return Dirt.on(
        sheet,
        6,
        chance,
        List.of(
            Dirt.shortRow(),
            Dirt.repeated(),
            Dirt.wrong(sheet, "Kön", Dirt.UNKNOWN_CODE),
            Dirt.wrong(sheet, "Personnummer", Dirt.BROKEN_PERSONAL_NUMBER),
            Dirt.wrong(sheet, "Ogiltig frånvaro", "-60")));
  }

  private static Sheet cases(World world, Chance chance) {
    Sheet sheet =
        Sheet.of(
            "tsi-arenden.csv",
            UTF8_TAB,
            world.cases().stream().filter(c -> c.initiator() == Actor.SCHOOL).toList(),
            List.of(
                new Column<>("Elev-ID", c -> LocalIds.school(c.child())),
                new Column<>("Personnummer", c -> c.child().personalNumber().tenWithHyphen()),
                new Column<>("Namn", c -> name(c.child())),
                new Column<>("Kön", c -> sex(c.child())),
                new Column<>("Hemkommun", c -> c.child().municipality()),
                new Column<>("Sekretess", c -> protectedIdentity(c.child())),
                new Column<>("Start", c -> c.start().toString()),
                new Column<>("Nivå", SchoolFiles::level),
                new Column<>(
                    "Uppföljd", c -> c.followUp().map(f -> f.date().toString()).orElse("")),
                new Column<>("Resultat", c -> c.followUp().map(SchoolFiles::outcome).orElse(""))));
    return Dirt.on(
        sheet,
        3,
        chance,
        List.of(
            Dirt.shortRow(),
            Dirt.wrong(sheet, "Start", Dirt.IMPOSSIBLE_DATE),
            Dirt.wrong(sheet, "Nivå", Dirt.UNKNOWN_CODE)));
  }

  private static Sheet interventions(World world, Chance chance) {
    Sheet sheet =
        Sheet.of(
            "stodinsatser.csv",
            UTF8_BOM_SEMICOLON,
            world.interventions().stream().filter(i -> i.giver() == Actor.SCHOOL).toList(),
            List.<Column<Intervention>>of(
                new Column<>("Elev-ID", i -> LocalIds.school(i.child())),
                new Column<>("Personnummer", i -> i.child().personalNumber().tenWithHyphen()),
                new Column<>("Namn", i -> name(i.child())),
                new Column<>("Kön", i -> sex(i.child())),
                new Column<>("Hemkommun", i -> i.child().municipality()),
                new Column<>("Sekretess", i -> protectedIdentity(i.child())),
                new Column<>("Insats", i -> type(i.type())),
                new Column<>("Inom TSI", i -> i.jointWork() ? "ja" : "nej"),
                new Column<>("Från", i -> i.start().toString())));
    return Dirt.on(
        sheet,
        3,
        chance,
        List.of(
            Dirt.shortRow(),
            Dirt.repeated(),
            Dirt.wrong(sheet, "Från", Dirt.IMPOSSIBLE_DATE),
            Dirt.wrong(sheet, "Insats", Dirt.UNKNOWN_CODE)));
  }

  private static String name(Child child) {
    return child.familyName() + ", " + child.givenName();
  }

  private static String sex(Child child) {
    return child.sex() == Sex.BOY ? "P" : "F";
  }

  private static String protectedIdentity(Child child) {
    return child.protectedIdentity() ? "ja" : "nej";
  }

  private static String schoolYear(Absence absence) {
    int start = absence.term().start().getYear();
    int year = absence.term().start().getMonthValue() == 7 ? start : start - 1;
    return "%d/%02d".formatted(year, (year + 1) % 100);
  }

  private static String schoolType(int grade) {
    return grade == 0 ? "FSK" : grade <= 9 ? "GR" : "GY";
  }

  private static String level(TsiCase tsiCase) {
    return switch (tsiCase.level()) {
      case "universal" -> "U";
      case "selective" -> "S";
      default -> "I";
    };
  }

  private static String outcome(TsiCase.FollowUp followUp) {
    return switch (followUp.outcome()) {
      case "better" -> "bättre";
      case "same" -> "oförändrat";
      default -> "sämre";
    };
  }

  private static String type(String type) {
    return switch (type) {
      case "school-support" -> "Stöd i skolan";
      case "mentor" -> "Mentor";
      default -> "Grupp";
    };
  }
}
