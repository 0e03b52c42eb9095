package se.samsyn.disclosure.rounding;

/**
 * How far a rounded table is from the true one. For its owner: who knows the largest deviation
 * learns more from the rounded table ({@link RoundingAudit#intervals(RoundedTable, long)}).
 *
 * @param moved how many inner cells changed
 * @param maxDeviation the largest absolute deviation of any cell
 * @param meanDeviation the mean absolute deviation of the cells that are totals; 0 if there are
 *     none
 */
public record RoundingReport(int moved, long maxDeviation, double meanDeviation) {
  static RoundingReport of(InnerCells cells, long[] truth, long[] rounded) {
    int moved = 0;
    int totals = 0;
    long most = 0;
    double sum = 0;
    for (int cell = 0; cell < truth.length; cell++) {
      long deviation = Math.abs(rounded[cell] - truth[cell]);
      most = Math.max(most, deviation);
      if (!cells.isInner(cell)) {
        totals++;
        sum += deviation;
      } else if (deviation > 0) {
        moved++;
      }
    }
    return new RoundingReport(moved, most, totals == 0 ? 0 : sum / totals);
  }
}
