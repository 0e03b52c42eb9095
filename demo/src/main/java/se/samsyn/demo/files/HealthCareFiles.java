package se.samsyn.demo.files;

import static se.samsyn.demo.files.Dialect.UTF8_COMMA;
import static se.samsyn.demo.files.Dialect.UTF8_COMMA_GZIP;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import se.samsyn.demo.files.Sheet.Column;
import se.samsyn.demo.world.Actor;
import se.samsyn.demo.world.Chance;
import se.samsyn.demo.world.Child;
import se.samsyn.demo.world.Contact;
import se.samsyn.demo.world.Intervention;
import se.samsyn.demo.world.Sex;
import se.samsyn.demo.world.TsiCase;
import se.samsyn.demo.world.World;

/** What the record system of health care exports: events, with the patients in a file beside. */
final class HealthCareFiles {
  private static final DateTimeFormatter COMPACT = DateTimeFormatter.BASIC_ISO_DATE;

  private HealthCareFiles() {}

  static List<Sheet> of(World world, Chance chance) {
    List<TsiCase> cases =
        world.cases().stream().filter(c -> c.initiator() == Actor.HEALTH_CARE).toList();
    List<Intervention> interventions =
        world.interventions().stream().filter(i -> i.giver() == Actor.HEALTH_CARE).toList();
    List<Child> patients =
        Stream.of(
                world.contacts().stream().map(Contact::child),
                cases.stream().map(TsiCase::child),
                interventions.stream().map(Intervention::child))
            .flatMap(children -> children)
            .distinct()
            .toList();
    return List.of(
        patients(patients),
        contacts(world, chance),
        cases(cases, chance),
        interventions(interventions, chance));
  }

  private static Sheet patients(List<Child> patients) {
    return Sheet.of(
        "patienter.csv",
        UTF8_COMMA,
        patients,
        List.of(
            new Column<>("patient", LocalIds::healthCare),
            new Column<>("personnummer", c -> c.personalNumber().twelve()),
            new Column<>("namn", c -> c.givenName() + " " + c.familyName()),
            new Column<>("kon", c -> c.sex() == Sex.BOY ? "M" : "K"),
            new Column<>("kommunkod", Child::municipality),
            new Column<>("skyddad", c -> c.protectedIdentity() ? "1" : "0")));
  }

  private static Sheet contacts(World world, Chance chance) {
    Sheet sheet =
        Sheet.of(
            "kontakter.csv.gz",
            UTF8_COMMA_GZIP,
            world.contacts(),
            List.<Column<Contact>>of(
                new Column<>("patient", k -> LocalIds.healthCare(k.child())),
                new Column<>("datum", k -> COMPACT.format(k.date())),
                new Column<>("enhet", HealthCareFiles::unit),
                new Column<>("kontakttyp", Contact::contactType)));
    return Dirt.on(
        sheet,
        6,
        chance,
        List.of(
            Dirt.shortRow(),
            Dirt.repeated(),
            Dirt.wrong(sheet, "datum", "20250231"),
            Dirt.wrong(sheet, "enhet", Dirt.UNKNOWN_CODE)));
  }

  private static Sheet cases(List<TsiCase> cases, Chance chance) {
    Sheet sheet =
        Sheet.of(
            "tsi.csv",
            UTF8_COMMA,
            cases,
            List.<Column<TsiCase>>of(
                new Column<>("patient", c -> LocalIds.healthCare(c.child())),
                new Column<>("start", c -> c.start().toString()),
                new Column<>("niva", TsiCase::level),
                new Column<>(
                    "uppfoljd", c -> c.followUp().map(f -> f.date().toString()).orElse("")),
                new Column<>(
                    "utfall", c -> c.followUp().map(TsiCase.FollowUp::outcome).orElse(""))));
    return Dirt.on(
        sheet,
        2,
        chance,
        List.of(Dirt.shortRow(), Dirt.wrong(sheet, "start", Dirt.IMPOSSIBLE_DATE)));
  }

  private static Sheet interventions(List<Intervention> interventions, Chance chance) {
    Sheet sheet =
        Sheet.of(
            "insatser.csv",
            UTF8_COMMA,
            interventions,
            List.<Column<Intervention>>of(
                new Column<>("patient", i -> LocalIds.healthCare(i.child())),
                new Column<>("insats", i -> i.type().equals("treatment") ? "BEH" : "SAMTAL"),
                new Column<>("start", i -> i.start().toString())));
    return Dirt.on(
        sheet, 2, chance, List.of(Dirt.shortRow(), Dirt.wrong(sheet, "insats", Dirt.UNKNOWN_CODE)));
  }

  private static String unit(Contact contact) {
    return switch (contact.service()) {
      case "bvc" -> "BVC";
      case "first-line" -> "FL";
      default -> "BUP";
    };
  }
}
