package se.samsyn.disclosure.release;

import java.util.BitSet;
import java.util.List;

/**
 * What a number of the union is.
 *
 * @param concept whose figure or group it is
 * @param hull per axis the classes that it lies in
 */
record Unknown(Role role, Concept concept, List<BitSet> hull) {
  /** Why there is such a number. */
  enum Role {
    /** A figure of some table, shown or hidden. */
    FIGURE,
    /** A group that all tables together tell apart and none shows. */
    GROUP,
    /** Those of one group who are not in another one that overlaps it. */
    REST,
    /** What a correction changed; may be negative. */
    CHANGE,
    /** Makes an inequality an equation; of no interest to anybody. */
    SLACK
  }
}
