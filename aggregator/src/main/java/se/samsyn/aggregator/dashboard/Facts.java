package se.samsyn.aggregator.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import se.samsyn.aggregator.dashboard.text.DateText;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.joint.JointTable;
import se.samsyn.aggregator.release.Release;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.InputTable;
import se.samsyn.schemas.definition.Text;
import se.samsyn.schemas.message.Participant;

/**
 * What belongs beside a figure: definition, source, who has not reported, date, protection.
 *
 * @param csv the address of the same table as CSV, {@code jsonStat} as JSON-stat
 */
public record Facts(List<Fact> facts, String csv, String jsonStat) {
  public Facts {
    facts = List.copyOf(facts);
  }

  /** One line of it. */
  public record Fact(String name, String text) {}

  /**
   * @param release which version of the figures it is
   */
  static Facts of(JointTable table, Release release, Texts texts) {
    Definition definition = table.definition();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(texts.of("facts.definition"), texts.of(definition.description())));
    facts.add(new Fact(texts.of("facts.unit"), counted(definition, texts)));
    facts.add(
        new Fact(
            texts.of("facts.source"),
            texts.of(
                "facts.source.text", texts.of(source(table)), names(table.reported(), texts))));
    facts.add(
        new Fact(
            texts.of("facts.missing"),
            table.notReported().isEmpty()
                ? texts.of("facts.missing.none")
                : names(table.notReported(), texts)));
    facts.add(new Fact(texts.of("facts.protection"), ProtectionText.of(table, texts)));
    ProtectionText.handlers(table, texts)
        .ifPresent(text -> facts.add(new Fact(texts.of("facts.sealed"), text)));
    if (table.manifest().ownFigures().isPresent()) {
      facts.add(new Fact(texts.of("facts.own-figures"), texts.of("page.own-figures")));
    }
    facts.add(new Fact(texts.of("facts.date"), DateText.of(release.date(), texts)));
    facts.add(new Fact(texts.of("facts.release"), released(release, texts)));
    facts.add(new Fact(texts.of("facts.code"), definition.ref().toString()));
    String base =
        "/api/v1/collections/" + table.manifest().collection() + "/tables/" + definition.id();
    return new Facts(facts, base + "/csv", base + "/json-stat");
  }

  /** "Version 2, preliminär. Rättelse: ..." */
  static String released(Release release, Texts texts) {
    String version =
        texts.of(
            "facts.release.text",
            release.version(),
            texts.of("status." + release.status().word()),
            DateText.of(release.date(), texts));
    return release.isCorrection() && !release.note().isEmpty()
        ? version + " " + texts.of("facts.release.note", release.note())
        : version;
  }

  /** The names in the reader's language, with commas between. */
  static String names(List<Participant> participants, Texts texts) {
    return participants.stream().map(p -> texts.of(p.name())).collect(Collectors.joining(", "));
  }

  private static String counted(Definition definition, Texts texts) {
    List<String> sentences = new ArrayList<>();
    sentences.add(texts.of("facts.unit." + definition.unit().name().toLowerCase(Locale.ROOT)));
    sentences.add(texts.of("facts.counting." + definition.counting().word()));
    definition.dimensions().stream()
        .filter(d -> d.kind() == Dimension.Kind.MULTIPLE)
        .map(
            d ->
                texts.of(
                    "facts.multiple", texts.of(d.title()).toLowerCase(texts.language().locale())))
        .forEach(sentences::add);
    return String.join(" ", sentences);
  }

  private static Text source(JointTable table) {
    return table.manifest().tables().stream()
        .filter(t -> t.id().equals(table.definition().table()))
        .map(InputTable::title)
        .findFirst()
        .orElse(table.definition().title());
  }
}
