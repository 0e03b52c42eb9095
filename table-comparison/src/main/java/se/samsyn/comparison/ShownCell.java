package se.samsyn.comparison;

import java.util.Collection;
import java.util.Optional;
import se.samsyn.disclosure.release.Figure;
import se.samsyn.disclosure.release.Shown;
import se.samsyn.disclosure.release.Subject;
import se.samsyn.schemas.table.Cell;

/** What a cell tells an onlooker. */
public final class ShownCell {
  private ShownCell() {}

  /**
   * The most that is told by cells about the same.
   *
   * @return empty where nothing is said, not even that something is hidden
   */
  public static Optional<Figure> figure(Subject subject, Collection<Cell> cells) {
    Optional<Shown> best = Optional.empty();
    for (Cell cell : cells) {
      Optional<Shown> shown = shown(cell);
      if (shown.isPresent() && (best.isEmpty() || shown.get().worth() > best.get().worth())) {
        best = shown;
      }
    }
    return best.map(shown -> new Figure(subject, shown));
  }

  private static Optional<Shown> shown(Cell cell) {
    if (cell instanceof Cell.Value v) {
      return Optional.of(Shown.exact(v.value()));
    }
    if (cell instanceof Cell.Interval i) {
      return Optional.of(Shown.between(i.lower(), i.upper()));
    }
    if (cell instanceof Cell.Suppressed) {
      return Optional.of(Shown.HIDDEN);
    }
    // A combination that does not exist holds nobody, and everybody knows.
    return cell instanceof Cell.NotApplicable ? Optional.of(Shown.exact(0)) : Optional.empty();
  }
}
