package se.samsyn.aggregator.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.Measure;

/**
 * Classes beside each other that are hidden one by one and can be shown together: top and bottom
 * coding after the release. Made of released numbers only, so it tells nothing that a reader could
 * not work out; a group that is small even so is not pointed at.
 *
 * @param classes the hidden ones, in their order
 * @param others the codes of the rest of the dimension's topmost classes
 */
public record Pool(List<Code> classes, List<String> others) {
  public Pool {
    classes = List.copyOf(classes);
    others = List.copyOf(others);
  }

  /**
   * The pool of the dimension's hidden classes; empty where there is none, where they do not lie
   * beside each other, or where the released numbers leave open how many they are together.
   */
  public static Optional<Pool> of(Dimension dimension, Pick base) {
    if (dimension.kind() != Dimension.Kind.SINGLE || !(base.measure() instanceof Measure.Count)) {
      return Optional.empty();
    }
    List<Code> hidden = new ArrayList<>();
    List<String> others = new ArrayList<>();
    int first = -1;
    int last = -1;
    for (int i = 0; i < dimension.codes().size(); i++) {
      Code code = dimension.codes().get(i);
      if (base.with(dimension.id(), code.code()).read() instanceof Reading.Suppressed) {
        first = first < 0 ? i : first;
        last = i;
        hidden.add(code);
      } else {
        others.add(code.code());
      }
    }
    boolean together = hidden.size() > 1 && last - first + 1 == hidden.size();
    return together && isShown(base.without(dimension.id(), others))
        ? Optional.of(new Pool(hidden, others))
        : Optional.empty();
  }

  /** Surely enough children. */
  private static boolean isShown(Pick pool) {
    BigDecimal enough =
        BigDecimal.valueOf(pool.cube().definition().protection().minimumFrequency());
    return pool.read().least().filter(l -> l.compareTo(enough) >= 0).isPresent();
  }
}
