package se.samsyn.comparison;

/** Why what two tables over the same records say together cannot be reckoned. */
public enum Hindrance {
  /** One of them counts events: how many persons are behind a difference is not known. */
  EVENTS,
  /** One counts persons, the other takes counts as they are given. */
  UNITS,
  /** Zeros, group disclosure or dominance are protected; the check of several tables does not. */
  RULES,
  /** Age is taken at a person's first record, which differs between the tables. */
  AGE_AT_RECORD,
  /** A person has one class of a column in the one and may have several in the other. */
  SEVERAL_CLASSES,
  /** Conditions other than lists of codes meet what the other table is divided by. */
  CONDITIONS,
  /** Both sum up the same amounts, but not of the same records or along overlapping classes. */
  AMOUNTS
}
