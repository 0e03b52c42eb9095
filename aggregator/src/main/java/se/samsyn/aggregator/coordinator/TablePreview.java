package se.samsyn.aggregator.coordinator;

import java.util.ArrayList;
import java.util.List;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.table.CellSpace;

/**
 * The table that a definition gives, without numbers: what an agency will be asked to fill.
 *
 * @param dimensions each with how many classes it has
 * @param cells of each agency's table, over all that is collected
 * @param measures what is collected
 * @param computed what is made of that when it is shown, each with what it is made of
 * @param rowTitles the dimensions whose classes head the rows
 * @param columns the classes of the last dimension, or what is collected
 * @param rows the first ones, by the classes that head them
 * @param rowsLeft how many more there are
 */
public record TablePreview(
    List<String> dimensions,
    long cells,
    List<String> measures,
    List<String> computed,
    List<String> rowTitles,
    List<String> columns,
    List<List<String>> rows,
    int rowsLeft) {
  private static final int MOST_ROWS = 24;

  /** More columns than this cannot be read beside each other. */
  private static final int MOST_COLUMNS = 8;

  /** How many cells each agency's table has, over all that is collected. */
  public static long cells(Definition definition) {
    return (long) CellSpace.of(definition).size() * definition.collected().size();
  }

  static TablePreview of(Definition definition, Texts texts) {
    CellSpace space = CellSpace.of(definition);
    List<Dimension> dimensions = definition.dimensions();
    List<String> measures =
        definition.collected().stream().map(Measure::title).map(texts::of).toList();
    int last = dimensions.size() - 1;
    boolean across = last > 0 && dimensions.get(last).nodes().size() <= MOST_COLUMNS;
    List<Dimension> down = across ? dimensions.subList(0, last) : dimensions;
    int step = across ? space.nodes(last).size() : 1;
    List<List<String>> rows = new ArrayList<>();
    for (int cell = 0; cell < space.size() && rows.size() < MOST_ROWS; cell += step) {
      rows.add(heads(space.coordinates(cell), down, texts));
    }
    return new TablePreview(
        dimensions.stream().map(d -> texts.of(d.title()) + " (" + d.leaves().size() + ")").toList(),
        cells(definition),
        measures,
        definition.measures().stream()
            .filter(Measure.Derived.class::isInstance)
            .map(m -> computed(definition, m, texts))
            .toList(),
        down.isEmpty()
            ? List.of(texts.of("export.total"))
            : down.stream().map(d -> texts.of(d.title())).toList(),
        across ? classes(dimensions.get(last), texts) : measures,
        rows,
        space.size() / step - rows.size());
  }

  private static String computed(Definition definition, Measure measure, Texts texts) {
    String title = texts.of(measure.title());
    if (measure instanceof Measure.Mean mean) {
      return texts.of(
          "coordinator.preview.divided",
          title,
          title(definition, mean.of(), texts),
          title(definition, mean.per(), texts));
    }
    if (measure instanceof Measure.Ratio ratio) {
      return texts.of(
          "coordinator.preview.divided",
          title,
          title(definition, ratio.numerator(), texts),
          title(definition, ratio.denominator(), texts));
    }
    return title;
  }

  private static String title(Definition definition, MeasureId id, Texts texts) {
    return definition.measures().stream()
        .filter(m -> m.id().equals(id))
        .findFirst()
        .map(m -> texts.of(m.title()))
        .orElse(id.value());
  }

  private static List<String> heads(List<String> codes, List<Dimension> down, Texts texts) {
    if (down.isEmpty()) {
      return List.of(texts.of("axis.all"));
    }
    List<String> heads = new ArrayList<>();
    for (int d = 0; d < down.size(); d++) {
      heads.add(label(down.get(d), codes.get(d), texts));
    }
    return heads;
  }

  private static List<String> classes(Dimension dimension, Texts texts) {
    return dimension.nodes().stream().map(code -> label(dimension, code, texts)).toList();
  }

  private static String label(Dimension dimension, String code, Texts texts) {
    return code.equals(Code.TOTAL)
        ? texts.of("axis.all")
        : dimension.find(code).map(c -> texts.of(c.label())).orElse(code);
  }
}
