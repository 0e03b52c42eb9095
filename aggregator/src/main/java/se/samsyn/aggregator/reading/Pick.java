package se.samsyn.aggregator.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.table.Cell;

/**
 * Points at one number: a joint table, a measure of it, an agency (empty: all together) and a class
 * in each dimension (absent: the total).
 *
 * @param group classes of one more dimension, of which the number is the sum
 */
public record Pick(
    Cube cube,
    Measure measure,
    Optional<AgencyId> actor,
    Map<DimensionId, String> codes,
    Optional<Group> group) {
  public Pick {
    codes = Map.copyOf(codes);
  }

  /**
   * Topmost classes of one dimension, of which a record has one.
   *
   * @param codes those that are taken together
   */
  public record Group(DimensionId dimension, Set<String> codes) {
    public Group {
      codes = Set.copyOf(codes);
    }
  }

  /** All agencies together, the total of all dimensions. */
  public static Pick total(Cube cube, Measure measure) {
    return new Pick(cube, measure, Optional.empty(), Map.of(), Optional.empty());
  }

  public Pick with(Cube other) {
    return new Pick(other, measure, actor, codes, group);
  }

  public Pick with(Measure other) {
    return new Pick(cube, other, actor, codes, group);
  }

  public Pick with(AgencyId agency) {
    return new Pick(cube, measure, Optional.of(agency), codes, group);
  }

  public Pick with(DimensionId dimension, String code) {
    Map<DimensionId, String> more = new HashMap<>(codes);
    more.put(dimension, code);
    return new Pick(cube, measure, actor, more, group);
  }

  /** These classes together. */
  public Pick together(DimensionId dimension, Set<String> classes) {
    return new Pick(cube, measure, actor, codes, Optional.of(new Group(dimension, classes)));
  }

  /** What is known there. Means and shares are computed here, from the parts' joint cells. */
  public Reading read() {
    if (measure instanceof Measure.Mean m) {
      return Division.mean(part(m.of()).read(), part(m.per()).read());
    }
    if (measure instanceof Measure.Ratio r) {
      return Division.share(part(r.numerator()).read(), part(r.denominator()).read());
    }
    if (measure instanceof Measure.Distribution d) {
      Pick of = part(d.of());
      return Division.share(of.read(), of.with(d.over(), Code.TOTAL).read());
    }
    return group.map(this::sum).orElseGet(() -> Reading.of(cell()));
  }

  private Reading sum(Group of) {
    Pick whole = new Pick(cube, measure, actor, codes, Optional.empty());
    List<Reading> members = new ArrayList<>();
    List<Reading> others = new ArrayList<>();
    for (Code code : cube.dimension(of.dimension()).codes()) {
      (of.codes().contains(code.code()) ? members : others)
          .add(whole.with(of.dimension(), code.code()).read());
    }
    return Together.of(members, whole.read(), others);
  }

  private Pick part(MeasureId id) {
    return with(cube.measure(id));
  }

  private Cell cell() {
    return cube.cell(measure.id(), actor, codes);
  }
}
