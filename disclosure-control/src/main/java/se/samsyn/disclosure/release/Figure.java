package se.samsyn.disclosure.release;

import java.util.Objects;

/** One cell of a table as readers see it. */
public record Figure(Subject subject, Shown shown) {
  public Figure {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(shown, "shown");
  }

  public static Figure exact(String concept, Extent extent, long value) {
    return new Figure(new Subject(concept, extent), Shown.exact(value));
  }

  public static Figure between(String concept, Extent extent, long lower, long upper) {
    return new Figure(new Subject(concept, extent), Shown.between(lower, upper));
  }

  public static Figure hidden(String concept, Extent extent) {
    return new Figure(new Subject(concept, extent), Shown.HIDDEN);
  }
}
