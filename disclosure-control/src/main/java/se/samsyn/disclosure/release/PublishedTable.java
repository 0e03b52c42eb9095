package se.samsyn.disclosure.release;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Figures that are published together and answered for together.
 *
 * @param id distinct within its release, such as the definition's name and version
 * @param assurance who answers for the table by itself
 */
public record PublishedTable(
    String id, Assurance assurance, List<Figure> figures, List<Ratio> ratios) {
  /** Who answers for a table as if it were alone. */
  public enum Assurance {
    /**
     * It is protected by those who have its data, or a function of tables that are: only what comes
     * out beside other tables is looked for.
     */
    PROTECTED,
    /** Nobody has: what it discloses by itself is a finding too. */
    NONE
  }

  public PublishedTable {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(assurance, "assurance");
    figures = List.copyOf(figures);
    ratios = List.copyOf(ratios);
  }

  public static PublishedTable safeAlone(String id, List<Figure> figures) {
    return new PublishedTable(id, Assurance.PROTECTED, figures, List.of());
  }

  /** All that it says something of, by itself or in a ratio. */
  Stream<Subject> subjects() {
    return Stream.concat(
        figures.stream().map(Figure::subject),
        ratios.stream().flatMap(r -> Stream.of(r.numerator(), r.denominator())));
  }
}
