package se.samsyn.aggregator.reading;

import java.util.HashMap;
import java.util.List;
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
 *
 * @param less classes that are taken from that number: what is left is the others together
 */
public record Pick(
    Cube cube,
    Measure measure,
    Optional<AgencyId> actor,
    Map<DimensionId, String> codes,
    Optional<Less> less) {
  public Pick {
    codes = Map.copyOf(codes);
  }

  /** Classes of one dimension, of which a record has one at most. */
  public record Less(DimensionId dimension, List<String> codes) {
    public Less {
      codes = List.copyOf(codes);
    }
  }

  /** All agencies together, the total of all dimensions. */
  public static Pick total(Cube cube, Measure measure) {
    return new Pick(cube, measure, Optional.empty(), Map.of(), Optional.empty());
  }

  public Pick with(Cube other) {
    return new Pick(other, measure, actor, codes, less);
  }

  public Pick with(Measure other) {
    return new Pick(cube, other, actor, codes, less);
  }

  public Pick with(AgencyId agency) {
    return new Pick(cube, measure, Optional.of(agency), codes, less);
  }

  public Pick with(DimensionId dimension, String code) {
    Map<DimensionId, String> more = new HashMap<>(codes);
    more.put(dimension, code);
    return new Pick(cube, measure, actor, more, less);
  }

  /** What is left of it without these classes. */
  public Pick without(DimensionId dimension, List<String> classes) {
    return new Pick(cube, measure, actor, codes, Optional.of(new Less(dimension, classes)));
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
    Reading whole = Reading.of(cell());
    return less.map(
            l ->
                Remainder.of(
                    whole, l.codes().stream().map(c -> whole().with(l.dimension(), c).read())))
        .orElse(whole);
  }

  private Pick whole() {
    return new Pick(cube, measure, actor, codes, Optional.empty());
  }

  private Pick part(MeasureId id) {
    return with(cube.measure(id));
  }

  private Cell cell() {
    return cube.cell(measure.id(), actor, codes);
  }
}
