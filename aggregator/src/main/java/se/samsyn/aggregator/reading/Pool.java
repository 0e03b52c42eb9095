package se.samsyn.aggregator.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.MeasureId;

/**
 * Classes that are hidden one by one and can be shown together: top and bottom coding, and areas
 * made larger, after the release. Made of released numbers only, so it tells nothing that a reader
 * could not work out; a group that is small even so is not pointed at.
 *
 * @param classes the hidden ones, in their order
 */
public record Pool(List<Code> classes) {
  public Pool {
    classes = List.copyOf(classes);
  }

  /**
   * The pool of the dimension's hidden classes; empty where there is none, where the classes are
   * ordered and these do not lie beside each other, or where the released numbers leave open how
   * many they are together.
   */
  public static Optional<Pool> of(Dimension dimension, Pick base) {
    List<Code> hidden = hidden(dimension, base);
    Pool pool = new Pool(hidden);
    return hidden.size() > 1 && !isApart(dimension, hidden) && isShown(pool.read(dimension, base))
        ? Optional.of(pool)
        : Optional.empty();
  }

  /**
   * The hidden classes of an order that others lie between, so that no row holds just these; empty
   * where there are none.
   */
  public static List<Code> apart(Dimension dimension, Pick base) {
    List<Code> hidden = hidden(dimension, base);
    return isApart(dimension, hidden) ? hidden : List.of();
  }

  private static boolean isApart(Dimension dimension, List<Code> hidden) {
    if (!dimension.isBanded() || hidden.isEmpty()) {
      return false;
    }
    int first = dimension.codes().indexOf(hidden.get(0));
    int last = dimension.codes().indexOf(hidden.get(hidden.size() - 1));
    return last - first + 1 > hidden.size();
  }

  /** In their order; none of what cannot be told of several classes together. */
  private static List<Code> hidden(Dimension dimension, Pick base) {
    if (dimension.kind() != Dimension.Kind.SINGLE || counts(base.measure()).findAny().isEmpty()) {
      return List.of();
    }
    return dimension.codes().stream()
        .filter(c -> base.with(dimension.id(), c.code()).read() instanceof Reading.Suppressed)
        .toList();
  }

  /** What {@code base} is of its classes together. */
  public Pick read(Dimension dimension, Pick base) {
    return base.together(dimension.id(), codes());
  }

  private Set<String> codes() {
    return classes.stream().map(Code::code).collect(Collectors.toSet());
  }

  /** Surely enough children behind every number that is in it. */
  private static boolean isShown(Pick pool) {
    BigDecimal enough =
        BigDecimal.valueOf(pool.cube().definition().protection().minimumFrequency());
    return counts(pool.measure())
        .map(id -> pool.with(pool.cube().measure(id)).read())
        .allMatch(r -> r.least().filter(l -> l.compareTo(enough) >= 0).isPresent());
  }

  /** The counts that a count or a share is made of; none for what may be of a few anyway. */
  private static Stream<MeasureId> counts(Measure measure) {
    if (measure instanceof Measure.Ratio ratio) {
      return Stream.of(ratio.numerator(), ratio.denominator());
    }
    return measure instanceof Measure.Count count ? Stream.of(count.id()) : Stream.empty();
  }
}
