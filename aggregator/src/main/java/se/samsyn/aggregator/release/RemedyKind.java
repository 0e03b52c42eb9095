package se.samsyn.aggregator.release;

import java.util.Locale;

/** What a coordinator can do about a release that would tell too much beside earlier ones. */
public enum RemedyKind {
  /** Hide some cells. */
  HIDE_CELLS,
  /** Leave out the finest classes of a dimension, or the agencies' own figures. */
  COARSEN,
  /** Leave out parts of periods. */
  POOL_PERIODS,
  /** Leave out whole tables. */
  WITHHOLD;

  /** The word in the database and the texts. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static RemedyKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
