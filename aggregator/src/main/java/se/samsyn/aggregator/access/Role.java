package se.samsyn.aggregator.access;

import java.util.Locale;

/** What a person with an account is to the constellation. */
public enum Role {
  /** Runs the aggregator: enrols agencies, opens and closes collections, reads. */
  COORDINATOR,
  /** Reads closed collections. */
  STEERING;

  /** The word for it in tokens and in the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
