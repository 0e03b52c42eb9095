package se.samsyn.disclosure.release;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Looks for few figures of a release that make it safe when they are hidden. */
final class Hiding {
  private final PublishedRelease next;

  Hiding(PublishedRelease next) {
    this.next = next;
  }

  /**
   * The release with some figures hidden; ratios of what is hidden are left out. To be checked like
   * the release itself.
   */
  Optional<PublishedRelease> among(Examination examination) {
    Set<Subject> hidden = new HashSet<>();
    for (Examination.Family family : examination.families()) {
      if (!family.result().isSafe()) {
        Optional<Set<Subject>> some = family.check().hiding().subjects(family.result());
        if (some.isEmpty()) {
          return Optional.empty();
        }
        hidden.addAll(some.get());
      }
    }
    return hidden.isEmpty() ? Optional.empty() : Optional.of(without(hidden));
  }

  private PublishedRelease without(Set<Subject> hidden) {
    return next.with(
        table ->
            new PublishedTable(
                table.id(),
                table.assurance(),
                table.figures().stream()
                    .map(
                        f ->
                            hidden.contains(f.subject())
                                ? new Figure(f.subject(), Shown.HIDDEN)
                                : f)
                    .toList(),
                table.ratios().stream()
                    .filter(
                        r -> !hidden.contains(r.numerator()) && !hidden.contains(r.denominator()))
                    .toList()));
  }
}
