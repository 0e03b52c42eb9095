package se.samsyn.disclosure.table;

/** What may become of a cell. */
public enum Publication {
  /** Shown or hidden, as protection needs. */
  OPTIONAL,
  /**
   * Shown or hidden as the rest of its bundle is. It is hidden with that only, and then it may be
   * known: what must not be known of it is demanded.
   */
  ATTACHED,
  /** Shown in any case: it is public already. */
  ALWAYS,
  /** Never shown: a figure that follows from others, such as the rest of a filtered count. */
  NEVER
}
