package se.samsyn.disclosure.release;

import java.util.Objects;

/**
 * What one agency delivered: its records as they stood then.
 *
 * @param revision 0 for the first delivery, higher for corrections of it. Two revisions are not the
 *     same records; what lies between them is a group of persons, too.
 */
public record Contribution(String agency, int revision) {
  public Contribution {
    Objects.requireNonNull(agency, "agency");
    if (revision < 0) {
      throw new IllegalArgumentException("a revision is not negative");
    }
  }

  /** A first delivery. */
  public static Contribution of(String agency) {
    return new Contribution(agency, 0);
  }
}
