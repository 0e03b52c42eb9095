package se.samsyn.disclosure.release;

import java.util.List;
import java.util.Set;

/** A change of the new release that makes it safe; each was checked like the release itself. */
public sealed interface Remedy {
  /** The release as it would be. */
  PublishedRelease release();

  /** The part of the release that would still be shown, 0 to 1; figures with bounds count half. */
  double shown();

  /**
   * Hide some figures.
   *
   * @param cells those that would be hidden beyond the ones that are already
   */
  record HideCells(List<Subject> cells, PublishedRelease release, double shown) implements Remedy {
    public HideCells {
      cells = List.copyOf(cells);
    }
  }

  /**
   * Leave out the finest classes of a dimension, or the tables by agency; totals stay.
   *
   * @param axis never the period
   */
  record Coarsen(Axis axis, PublishedRelease release, double shown) implements Remedy {}

  /**
   * Leave out parts of periods; the longer ones stay.
   *
   * @param kept the windows that are still shown
   */
  record PoolPeriods(Set<Window> kept, PublishedRelease release, double shown) implements Remedy {
    public PoolPeriods {
      kept = Set.copyOf(kept);
    }
  }

  /**
   * Wait with the whole table.
   *
   * @param tables those that would not be released
   */
  record Withhold(List<String> tables, PublishedRelease release, double shown) implements Remedy {
    public Withhold {
      tables = List.copyOf(tables);
    }
  }
}
