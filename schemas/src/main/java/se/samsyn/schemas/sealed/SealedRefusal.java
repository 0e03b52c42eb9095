package se.samsyn.schemas.sealed;

import java.util.Locale;

/** Why an agency takes no part in a sealed collection. */
public enum SealedRefusal {
  MINIMUM_FREQUENCY_TOO_LOW,
  /** t must be at least the largest number of agencies under one authority. */
  TOO_FEW_ONLOOKERS,
  FEWER_THAN_THREE_AGENCIES,
  ROLES_UNDER_ONE_AUTHORITY,
  ROLE_OF_THE_AGGREGATOR,
  ROLE_KEY_IS_NOT_THE_ROSTERS,
  /** The key to encrypt to is not the one that the agency itself has signed. */
  ROLE_KEY_IS_NOT_ITS_OWN,
  UNIT_WITH_TOO_FEW_AGENCIES,
  UNKNOWN_UNIT,
  CODE_TWICE,
  SINGLE_CHILD,
  ATTRIBUTES_SHARE_A_DIMENSION,
  NOT_A_SINGLE_DIMENSION,
  /** A dimension that is neither units nor an attribute. */
  DIMENSION_LEFT_OUT,
  /** Sealed are one count of all, and the sums that ride along. */
  OTHER_MEASURES,
  /** The manifest is not of a sealed collection, or names dimensions or agencies that it lacks. */
  NOT_WHOLE,
  COMBINATION_NOT_POSSIBLE,
  ANOTHER_DEFINITION,
  OTHER_COUNTING,
  ZEROS_HIDDEN,
  GROUP_DISCLOSURE,
  AMOUNTS_OF_OVERLAPPING_COUNTS,
  NOT_A_MEASURE_OF_THE_DEFINITION,
  AMOUNT_NEEDS_MORE_PERSONS,
  TOO_LARGE;

  /** The word of it in the texts. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
