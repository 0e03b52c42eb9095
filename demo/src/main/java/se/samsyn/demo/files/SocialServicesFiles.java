package se.samsyn.demo.files;

import static se.samsyn.demo.files.Dialect.LATIN1_SEMICOLON;
import static se.samsyn.demo.files.Dialect.UTF8_COMMA;
import static se.samsyn.demo.files.Dialect.WINDOWS_SEMICOLON;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import se.samsyn.demo.files.Sheet.Column;
import se.samsyn.demo.world.Actor;
import se.samsyn.demo.world.Chance;
import se.samsyn.demo.world.Child;
import se.samsyn.demo.world.GivenCount;
import se.samsyn.demo.world.Intervention;
import se.samsyn.demo.world.Referral;
import se.samsyn.demo.world.TsiCase;
import se.samsyn.demo.world.World;

/** What the case system of social services exports, and what its open services have counted. */
final class SocialServicesFiles {
  private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("dd.MM.yyyy");
  private static final Map<String, String> TYPES =
      Map.of(
          "family-support", "FAM",
          "mentor", "KONTAKT",
          "leisure", "FRITID",
          "placement-family", "FAMHEM",
          "placement-home", "HVB");

  private SocialServicesFiles() {}

  static List<Sheet> of(World world, Chance chance) {
    return List.of(
        referrals(world, chance),
        interventions(world, chance),
        cases(world, chance),
        givenCounts(world));
  }

  private static Sheet referrals(World world, Chance chance) {
    Sheet sheet =
        Sheet.of(
            "anmalningar.csv",
            LATIN1_SEMICOLON,
            world.referrals(),
            List.<Column<Referral>>of(
                new Column<>("Aktnummer", r -> LocalIds.socialServices(r.child())),
                new Column<>("Personnr", r -> r.child().personalNumber().twelve()),
                new Column<>("Förnamn", r -> r.child().givenName()),
                new Column<>("Efternamn", r -> r.child().familyName()),
                new Column<>("Kön", r -> sex(r.child())),
                new Column<>("Kommun", r -> r.child().municipality()),
                new Column<>("Skyddad", r -> flag(r.child().protectedIdentity())),
                new Column<>("Inkom", r -> date(r.received())),
                new Column<>("Typ", r -> r.type().equals("notification") ? "ANM" : "ANS"),
                new Column<>("Från", Referral::reporter),
                new Column<>("Utredning", r -> flag(r.investigationOpened()))));
    return Dirt.on(
        sheet,
        5,
        chance,
        List.of(
            Dirt.shortRow(),
            Dirt.repeated(),
            Dirt.wrong(sheet, "Inkom", "30.02.2025"),
            Dirt.wrong(sheet, "Kön", Dirt.UNKNOWN_CODE),
            Dirt.wrong(sheet, "Personnr", Dirt.BROKEN_PERSONAL_NUMBER)));
  }

  private static Sheet interventions(World world, Chance chance) {
    Sheet sheet =
        Sheet.of(
            "insatser.csv",
            WINDOWS_SEMICOLON,
            world.interventions().stream().filter(i -> i.giver() == Actor.SOCIAL_SERVICES).toList(),
            List.<Column<Intervention>>of(
                new Column<>("Aktnummer", i -> LocalIds.socialServices(i.child())),
                new Column<>("Personnr", i -> i.child().personalNumber().twelve()),
                new Column<>("Förnamn", i -> i.child().givenName()),
                new Column<>("Efternamn", i -> i.child().familyName()),
                new Column<>("Kön", i -> sex(i.child())),
                new Column<>("Kommun", i -> i.child().municipality()),
                new Column<>("Skyddad", i -> flag(i.child().protectedIdentity())),
                new Column<>("Insats", i -> TYPES.get(i.type())),
                new Column<>("TSI", i -> flag(i.jointWork())),
                new Column<>("Beslutad", i -> flag(i.isPlacement())),
                new Column<>("Start", i -> date(i.start())),
                new Column<>(
                    "Kostnad kr", i -> "%d,%02d".formatted(i.costOre() / 100, i.costOre() % 100))));
    return Dirt.on(
        sheet,
        3,
        chance,
        List.of(
            Dirt.shortRow(),
            Dirt.wrong(sheet, "Start", "31.04.2025"),
            Dirt.wrong(sheet, "Insats", Dirt.UNKNOWN_CODE),
            Dirt.wrong(sheet, "Kostnad kr", "-1,00")));
  }

  private static Sheet cases(World world, Chance chance) {
    Sheet sheet =
        Sheet.of(
            "tsi.csv",
            LATIN1_SEMICOLON,
            world.cases().stream().filter(c -> c.initiator() == Actor.SOCIAL_SERVICES).toList(),
            List.of(
                new Column<>("Aktnummer", c -> LocalIds.socialServices(c.child())),
                new Column<>("Personnr", c -> c.child().personalNumber().ten()),
                new Column<>("Kön", c -> sex(c.child())),
                new Column<>("Kommun", c -> c.child().municipality()),
                new Column<>("Skyddad", c -> flag(c.child().protectedIdentity())),
                new Column<>("Startdatum", c -> date(c.start())),
                new Column<>("Nivå", TsiCase::level),
                new Column<>("Uppföljning", c -> c.followUp().map(f -> date(f.date())).orElse("")),
                new Column<>(
                    "Utfall", c -> c.followUp().map(TsiCase.FollowUp::outcome).orElse("-"))));
    return Dirt.on(
        sheet, 2, chance, List.of(Dirt.shortRow(), Dirt.wrong(sheet, "Startdatum", "00.01.2025")));
  }

  /** No dirt: a key that comes twice in a table of counts is an error that stops the run. */
  private static Sheet givenCounts(World world) {
    return Sheet.of(
        "oppna-verksamheter.csv",
        UTF8_COMMA,
        world.givenCounts(),
        List.<Column<GivenCount>>of(
            new Column<>("period", g -> g.term().toString()),
            new Column<>("municipality", GivenCount::municipality),
            new Column<>("service", GivenCount::service),
            new Column<>("type", GivenCount::level),
            new Column<>("age_group", GivenCount::ageGroup),
            new Column<>("sex", g -> g.sex().code()),
            new Column<>("count", g -> Long.toString(g.children()))));
  }

  private static String sex(Child child) {
    return child.sex().code();
  }

  private static String flag(boolean value) {
    return value ? "J" : "N";
  }

  private static String date(LocalDate date) {
    return DAY_FIRST.format(date);
  }
}
