package se.samsyn.disclosure.table;

/** What may become of a cell. */
public enum Publication {
  /** Shown or hidden, as protection needs. */
  OPTIONAL,
  /** Shown in any case: it is public already. */
  ALWAYS,
  /** Never shown: a figure that follows from others, such as the rest of a filtered count. */
  NEVER
}
