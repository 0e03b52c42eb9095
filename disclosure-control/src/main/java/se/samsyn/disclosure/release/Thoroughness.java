package se.samsyn.disclosure.release;

/** How much is to be found out. */
enum Thoroughness {
  /** All that would be disclosed. */
  ALL,
  /**
   * Whether anything would be: what is found may be some of it only, but is empty when nothing is.
   */
  ANY
}
