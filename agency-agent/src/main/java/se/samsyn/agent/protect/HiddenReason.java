package se.samsyn.agent.protect;

import java.util.Locale;

/** Why a cell is hidden. It stays in the agency: outside, all hidden cells look alike. */
public enum HiddenReason {
  /** Too few persons in one of the measures, or in what is left of a filtered count. */
  MINIMUM_FREQUENCY,
  /** A few persons hold too much of a sum. */
  DOMINANCE,
  /** Nobody, where zeros are not shown. */
  ZERO,
  /** Everybody of a total is in this class. */
  GROUP_DISCLOSURE,
  /** The difference from an earlier sending would be a small cell, or it was hidden then. */
  SENT_BEFORE,
  /** Another hidden cell could be computed if this one were shown. */
  SECONDARY;

  /** The word for it in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public boolean isPrimary() {
    return this != SECONDARY;
  }
}
