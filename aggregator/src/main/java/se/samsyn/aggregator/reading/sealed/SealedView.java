package se.samsyn.aggregator.reading.sealed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samsyn.aggregator.reading.Cube;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.message.SealedTerms;
import se.samsyn.schemas.table.Cell;

/**
 * Decides what a reader sees of one measure of a sealed table. What was not opened has no row and
 * no dots: it is in the smallest opened group around it. So each person of an opened whole is in
 * exactly one unit of {@link #units}, and in each of these in exactly one class of an attribute.
 *
 * <p>An amount may be opened less far than the count, and is asked for by itself.
 */
public final class SealedView {
  private final Cube cube;
  private final MeasureId measure;
  private final SealedTerms terms;

  private SealedView(Cube cube, MeasureId measure, SealedTerms terms) {
    this.cube = cube;
    this.measure = measure;
    this.terms = terms;
  }

  /**
   * @throws IllegalArgumentException when the table is an open collection's
   */
  public static SealedView of(Cube cube, Measure measure) {
    return new SealedView(
        cube,
        decisive(measure),
        cube.table()
            .manifest()
            .sealed()
            .orElseThrow(() -> new IllegalArgumentException("the collection is an open one")));
  }

  /**
   * What is derived can be told as far as its amount, which is never opened further than counts.
   */
  private static MeasureId decisive(Measure measure) {
    if (measure instanceof Measure.Mean mean) {
      return mean.of();
    }
    if (measure instanceof Measure.Distribution distribution) {
      return distribution.of();
    }
    return measure instanceof Measure.Ratio ratio ? ratio.numerator() : measure.id();
  }

  /** Whether anything is shown: if the whole was not safe, nothing is. */
  public boolean isOpened() {
    return isOpen(Map.of());
  }

  /** The dimension of units; empty where all are one unit. */
  public Optional<Dimension> unitDimension() {
    return terms.units().map(this::dimension);
  }

  /** The attributes, in the order of the manifest. */
  public List<Dimension> attributes() {
    return terms.attributes().stream().map(a -> dimension(a.dimension())).toList();
  }

  /**
   * The smallest units that were opened, in the order of their tree; together they are all. None
   * where nothing was opened, or where there is one unit only.
   */
  public List<Shown> units() {
    return isOpened() ? unitTree().map(t -> t.finest(Code.TOTAL)).orElse(List.of()) : List.of();
  }

  /**
   * The finest classes of an attribute that were opened in a unit; one, the whole, where none was
   * or where the attribute is not shown.
   *
   * @param unit {@link Code#TOTAL} for all
   */
  public List<Shown> classes(String unit, Dimension attribute) {
    return new OpenedTree(attribute, clazz -> isOpen(at(unit, attribute.id(), clazz)))
        .finest(Code.TOTAL);
  }

  /**
   * Units below the whole with the classes of an attribute, at and below the unit where it starts:
   * the smallest units, and around them those that are divided finer than their parts.
   */
  public List<DividedUnit> divided(Dimension attribute) {
    List<DividedUnit> rows = new ArrayList<>();
    if (isOpened()) {
      unitTree().ifPresent(tree -> add(tree, Code.TOTAL, false, attribute, 0, rows));
    }
    return rows;
  }

  /** Whether the attribute is told apart anywhere. */
  public boolean isDivided(Dimension attribute) {
    return classes(Code.TOTAL, attribute).size() > 1
        || divided(attribute).stream().anyMatch(row -> row.classes().size() > 1);
  }

  private void add(
      OpenedTree tree,
      String unit,
      boolean isBelowStart,
      Dimension attribute,
      int depth,
      List<DividedUnit> rows) {
    boolean isShown = isBelowStart || unit.equals(start(attribute.id()));
    List<Shown> classes = classes(unit, attribute);
    boolean isSplit = tree.isSplit(unit);
    boolean addsSomething =
        !isSplit
            || tree.parts(unit).stream()
                .anyMatch(part -> !classes(part.code(), attribute).equals(classes));
    int below = depth;
    if (isShown && addsSomething && !unit.equals(Code.TOTAL)) {
      rows.add(new DividedUnit(tree.shown(unit), depth, isSplit, classes));
      below++;
    }
    if (isSplit) {
      for (Code part : tree.parts(unit)) {
        add(tree, part.code(), isShown, attribute, below, rows);
      }
    }
  }

  private Optional<OpenedTree> unitTree() {
    return unitDimension().map(d -> new OpenedTree(d, unit -> isOpen(Map.of(d.id(), unit))));
  }

  private String start(DimensionId attribute) {
    return terms.attributes().stream()
        .filter(a -> a.dimension().equals(attribute))
        .map(SealedTerms.Attribute::startUnit)
        .findFirst()
        .orElseThrow();
  }

  private Map<DimensionId, String> at(String unit, DimensionId attribute, String clazz) {
    Map<DimensionId, String> codes = new HashMap<>();
    terms.units().ifPresent(d -> codes.put(d, unit));
    codes.put(attribute, clazz);
    return codes;
  }

  private boolean isOpen(Map<DimensionId, String> codes) {
    return cube.cell(measure, Optional.empty(), codes) instanceof Cell.Value;
  }

  private Dimension dimension(DimensionId id) {
    return cube.definition().dimensions().stream()
        .filter(d -> d.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
