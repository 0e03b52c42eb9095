package se.samsyn.aggregator.dashboard.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.samsyn.aggregator.area.AreaMap;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.reading.Cube;
import se.samsyn.aggregator.reading.Pick;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.definition.Measure;

/**
 * Areas beside the whole, the county, areas like them and other constellations: all from what is
 * released here.
 */
public final class AreaSection {
  private static final DimensionId AREA = new DimensionId("municipality");

  /** More areas than this are for the files, not for a page that is read in three minutes. */
  private static final int MOST_ROWS = 40;

  private final AreaMap areas;
  private final List<Cube> elsewhere;
  private final Texts texts;
  private final FigureMaker figures;
  private final Sentences sentences;

  /**
   * @param elsewhere what other constellations have released for the same period
   */
  public AreaSection(AreaMap areas, List<Cube> elsewhere, Texts texts) {
    this.areas = areas;
    this.elsewhere = List.copyOf(elsewhere);
    this.texts = texts;
    this.figures = new FigureMaker(texts);
    this.sentences = new Sentences(texts);
  }

  /**
   * Those of {@code indicators} that are told by area, shares first; empty without any. A sealed
   * one tells its areas itself, in the groups that were opened.
   */
  public Optional<Section> of(List<Indicator> indicators) {
    List<Indicator> byArea =
        indicators.stream()
            .filter(i -> !i.isSealed() && area(i).isPresent())
            .sorted(Comparator.comparing(i -> !isShare(i)))
            .toList();
    if (byArea.isEmpty()) {
      return Optional.empty();
    }
    List<Figure> made = byArea.stream().map(this::figure).toList();
    List<String> remarks = new ArrayList<>();
    byArea.forEach(i -> remarks.addAll(differences(i)));
    List<Figure> maps = made.stream().filter(f -> f.map().isPresent()).toList();
    if (!maps.isEmpty()) {
      boolean states = maps.stream().anyMatch(Figure::needsLegend);
      remarks.add(texts.of(states ? "areas.map.states" : "areas.map"));
    }
    remarks.add(comparable(byArea));
    return Optional.of(
        new Section(
            "areas",
            texts.of("beside.areas"),
            "",
            "",
            texts.of("beside.areas.text"),
            remarks,
            Optional.of(made.get(0)),
            made.subList(1, made.size()),
            Optional.empty()));
  }

  private Figure figure(Indicator indicator) {
    Dimension area = area(indicator).orElseThrow();
    Pick base = indicator.headline();
    String title = title(indicator) + ": " + texts.of(base.measure().title());
    List<Axis.Entry> entries = new ArrayList<>();
    entries.add(new Axis.Entry(texts.of("areas.whole"), 0, p -> p));
    wider(area).forEach((name, codes) -> entries.add(together(area, name, codes)));
    int first = entries.size();
    entries.addAll(Axis.classes(area, base, texts).entries());
    entries.addAll(others(indicator));
    Figure figure =
        figures.make(
            "areas-" + indicator.definition().id(),
            Figure.Kind.BARS,
            title,
            title,
            base,
            new Axis(texts.of(area.title()), entries),
            Axis.total(texts));
    return isShare(indicator) ? figure.with(map(area, figure, first)) : figure;
  }

  /** Only of shares: a large area with many children would look as a grave one. */
  private Optional<MapPicture> map(Dimension area, Figure figure, int first) {
    Map<String, Figure.Row> rows = new HashMap<>();
    List<Code> all = area.codes().stream().flatMap(Code::preorder).toList();
    for (int i = 0; i < all.size(); i++) {
      rows.put(all.get(i).code(), figure.rows().get(first + i));
    }
    return MapMaker.of(areas, rows);
  }

  private Axis.Entry together(Dimension area, String name, Set<String> codes) {
    return new Axis.Entry(texts.of("areas.together", name), 0, p -> p.together(area.id(), codes));
  }

  /** Counties, and areas that are like each other, where they are more than one and not all. */
  private Map<String, Set<String>> wider(Dimension area) {
    List<String> codes = area.codes().stream().map(Code::code).toList();
    Map<String, Set<String>> wider = new LinkedHashMap<>(areas.counties(codes));
    wider.putAll(areas.groups(codes));
    wider.values().removeIf(c -> c.size() < 2 || c.size() == codes.size());
    return wider;
  }

  private List<Axis.Entry> others(Indicator indicator) {
    return elsewhere.stream()
        .filter(c -> c.definition().ref().equals(indicator.definition().ref()))
        .map(c -> new Axis.Entry(texts.of(c.table().manifest().constellation()), 0, p -> p.with(c)))
        .toList();
  }

  /** Which areas differ from the rest by more than chance; the rest is what is not the area. */
  private List<String> differences(Indicator indicator) {
    if (!isShare(indicator)) {
      return List.of();
    }
    Dimension area = area(indicator).orElseThrow();
    Pick base = indicator.headline();
    List<Code> known =
        area.codes().stream()
            .filter(c -> base.with(area.id(), c.code()).read().isKnown())
            .filter(c -> base.together(area.id(), without(area, c)).read().isKnown())
            .toList();
    List<String> said =
        known.stream()
            .flatMap(
                c ->
                    sentences
                        .differs(
                            title(indicator),
                            texts.of(c.label()),
                            base.with(area.id(), c.code()),
                            base.together(area.id(), without(area, c)),
                            known.size())
                        .stream())
            .toList();
    return said.isEmpty() && known.size() > 1
        ? List.of(texts.of("areas.alike", title(indicator)))
        : said;
  }

  private static Set<String> without(Dimension area, Code one) {
    return area.codes().stream()
        .map(Code::code)
        .filter(c -> !c.equals(one.code()))
        .collect(Collectors.toSet());
  }

  /** What there is to compare with, and what is not to be had here. */
  private String comparable(List<Indicator> byArea) {
    if (byArea.stream().anyMatch(i -> !others(i).isEmpty())) {
      return texts.of("areas.others");
    }
    Dimension area = area(byArea.get(0)).orElseThrow();
    List<String> codes = area.codes().stream().map(Code::code).toList();
    return areas.counties(codes).entrySet().stream()
        .filter(c -> c.getValue().size() == codes.size())
        .findFirst()
        .map(c -> texts.of("areas.alone.county", c.getKey()))
        .orElseGet(() -> texts.of("areas.alone"));
  }

  private static Optional<Dimension> area(Indicator indicator) {
    return indicator.dimension(AREA).filter(d -> d.nodes().size() <= MOST_ROWS);
  }

  private static boolean isShare(Indicator indicator) {
    return indicator.headline().measure() instanceof Measure.Ratio;
  }

  private String title(Indicator indicator) {
    return texts.of(indicator.definition().title());
  }
}
