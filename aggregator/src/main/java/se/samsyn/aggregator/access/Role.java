package se.samsyn.aggregator.access;

import java.util.Locale;

/** What a person with an account is to the constellation. */
public enum Role {
  /** Runs the aggregator: enrols agencies, opens, closes and releases collections, reads. */
  COORDINATOR,
  /** Reads released collections. */
  STEERING,
  /** A person of one agency: reads joint tables and, beside them, that agency's own part. */
  AGENCY;

  /** The word for it in tokens and in the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
