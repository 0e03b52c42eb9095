package se.samsyn.aggregator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import se.samsyn.schemas.catalogue.Catalogue;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.json.MalformedDocument;

/** A catalogue folder with one definition: total, universal, selective, indicated. */
public final class SmallCatalogue {
  public static final String DEFINITION = "children-by-level";

  /** How many cells a table of it has. */
  public static final int CELLS = 4;

  private static final String YAML =
      """
      id: children-by-level
      version: 1
      title: {sv: Barn, en: Children}
      description: {sv: Barn efter nivå, en: Children by level}
      purpose: {answers: [{question: assessed}]}
      logic: action
      table: tsi_case
      unit: persons
      counting: disjoint
      period: {grain: term, date: start_date}
      dimensions:
        - id: level
          title: {sv: Nivå, en: Level}
          kind: single
          by: {column: level}
          codes:
            - {code: universal, label: {sv: Universell, en: Universal}}
            - {code: selective, label: {sv: Selektiv, en: Selective}}
            - {code: indicated, label: {sv: Indikerad, en: Indicated}}
      protection: {minimumFrequency: 5, zeros: shown, groupDisclosure: false%s}
      measures:
        - {kind: count, id: children, title: {sv: Barn, en: Children}}
      """;

  private SmallCatalogue() {}

  /** The definition by itself. */
  public static Definition definition() throws MalformedDocument {
    return read(YAML.formatted(""));
  }

  /** The same with days beside the children, of which one may hold 80 % at most. */
  public static Definition withDays() throws MalformedDocument {
    return read(
        YAML.formatted(", dominance: {contributors: 1, percent: 80}")
            + "  - {kind: sum, id: days, title: {sv: Dagar, en: Days}, column: days, unit: days}\n");
  }

  private static Definition read(String yaml) throws MalformedDocument {
    return Codecs.DEFINITION.readYaml(yaml.getBytes(StandardCharsets.UTF_8));
  }

  /** As the aggregator's coordinator has it, in a file of the data folder. */
  public static Catalogue in(TestAggregator aggregator) throws IOException, MalformedDocument {
    return Catalogue.load(List.of(in(aggregator.folder())));
  }

  /** Writes the folder below {@code parent}. */
  public static Path in(Path parent) throws IOException {
    Path folder = parent.resolve("catalogue");
    Files.createDirectories(folder.resolve("definitions"));
    Files.writeString(
        folder.resolve("definitions").resolve(DEFINITION + ".yaml"), YAML.formatted(""));
    return folder;
  }
}
