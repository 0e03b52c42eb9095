package se.samsyn.aggregator.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.table.Cell;

/**
 * Points at one number: a joint table, a measure of it, an agency (empty: all together) and a class
 * in each dimension (absent: the total).
 */
public record Pick(
    Cube cube, Measure measure, Optional<AgencyId> actor, Map<DimensionId, String> codes) {
  public Pick {
    codes = Map.copyOf(codes);
  }

  /** All agencies together, the total of all dimensions. */
  public static Pick total(Cube cube, Measure measure) {
    return new Pick(cube, measure, Optional.empty(), Map.of());
  }

  public Pick with(Cube other) {
    return new Pick(other, measure, actor, codes);
  }

  public Pick with(Measure other) {
    return new Pick(cube, other, actor, codes);
  }

  public Pick with(AgencyId agency) {
    return new Pick(cube, measure, Optional.of(agency), codes);
  }

  public Pick with(DimensionId dimension, String code) {
    Map<DimensionId, String> more = new HashMap<>(codes);
    more.put(dimension, code);
    return new Pick(cube, measure, actor, more);
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
    return Reading.of(cell());
  }

  private Pick part(MeasureId id) {
    return with(cube.measure(id));
  }

  private Cell cell() {
    return cube.cell(measure.id(), actor, codes);
  }
}
