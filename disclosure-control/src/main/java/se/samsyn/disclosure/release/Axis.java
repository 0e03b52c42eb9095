package se.samsyn.disclosure.release;

import java.util.Objects;

/** What record sets can be told apart by. */
public sealed interface Axis {
  /** Whose records. */
  record Agencies() implements Axis {}

  /** When. */
  record Period() implements Axis {}

  /** A dimension of a table, or a column that a definition filters by. */
  record Dimension(String id) implements Axis {
    public Dimension {
      Objects.requireNonNull(id, "id");
    }
  }

  Axis AGENCIES = new Agencies();
  Axis PERIOD = new Period();

  static Axis dimension(String id) {
    return new Dimension(id);
  }
}
