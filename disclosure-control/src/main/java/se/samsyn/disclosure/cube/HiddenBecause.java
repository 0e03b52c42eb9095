package se.samsyn.disclosure.cube;

/** Why a cell is hidden; never told outside the agency. */
public enum HiddenBecause {
  /** Too few persons in one of the measures, or in what is left of a filtered count. */
  MINIMUM_FREQUENCY,
  /** A few contributors hold too much of a sum. */
  DOMINANCE,
  /** Nobody, where zeros are not shown. */
  ZERO,
  /** Everybody of a total is in this class. */
  GROUP_DISCLOSURE,
  /** Together with what was shown before it would tell too much. */
  SHOWN_BEFORE,
  /** Another cell could be computed if this one were shown. */
  SECONDARY
}
