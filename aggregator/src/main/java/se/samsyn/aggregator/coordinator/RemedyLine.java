package se.samsyn.aggregator.coordinator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.release.HiddenCell;
import se.samsyn.aggregator.release.check.Objections;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.message.CollectionManifest;
import se.samsyn.schemas.message.Participant;
import se.samsyn.schemas.table.CellSpace;

/**
 * A change of a held release in words.
 *
 * @param token names it when it is picked
 * @param percent of the release that would still be shown
 * @param hides how many figures readers would not see
 * @param figures the first of these
 */
public record RemedyLine(String token, String title, int percent, int hides, List<String> figures) {
  private static final int MOST_FIGURES = 12;

  static RemedyLine of(Objections.Option option, CollectionManifest manifest, Texts texts) {
    return new RemedyLine(
        option.token(),
        texts.of("coordinator.remedy." + option.kind().word(), texts.of(option.about())),
        option.percent(),
        option.hidden().size(),
        option.hidden().stream()
            .sorted(
                Comparator.comparing((HiddenCell c) -> c.definition().value())
                    .thenComparing(c -> c.agency().map(Object::toString).orElse(""))
                    .thenComparing(c -> c.measure().value())
                    .thenComparing(HiddenCell::cell))
            .limit(MOST_FIGURES)
            .map(cell -> words(cell, manifest, texts))
            .toList());
  }

  /** How many are hidden besides those that are named. */
  public int more() {
    return hides - figures.size();
  }

  /** Such as {@code Skolan: Barn, Nivå Indikerad}; never the figure itself. */
  private static String words(HiddenCell cell, CollectionManifest manifest, Texts texts) {
    Definition definition =
        manifest.definitions().stream()
            .filter(d -> d.id().equals(cell.definition()))
            .findFirst()
            .orElseThrow();
    List<String> words = new ArrayList<>();
    words.add(
        definition.measures().stream()
            .filter(m -> m.id().equals(cell.measure()))
            .map(m -> texts.of(m.title()))
            .findFirst()
            .orElse(texts.of(definition.title())));
    List<String> codes = CellSpace.of(definition).coordinates(cell.cell());
    for (int d = 0; d < codes.size(); d++) {
      Optional<Code> code = definition.dimensions().get(d).find(codes.get(d));
      code.ifPresent(c -> words.add(texts.of(c.label())));
    }
    String who =
        cell.agency()
            .flatMap(manifest::participant)
            .map(Participant::name)
            .map(texts::of)
            .orElseGet(() -> texts.of("coordinator.remedy.together"));
    return who + ": " + String.join(", ", words);
  }
}
