package se.samsyn.disclosure.release;

import java.util.List;
import java.util.Map;
import java.util.Set;
import se.samsyn.disclosure.table.Relation;

/**
 * All figures of some releases over a family of concepts as one system of numbers: what they are,
 * what holds between them in any case, and what each table says of them.
 *
 * @param unknowns what each number of the system is
 * @param personsOf for an amount the number of persons that it is summed up over, if there is one
 * @param ratios what holds if a table is published
 */
record Union(
    Grid grid,
    List<Source> sources,
    LinearSystem system,
    List<Unknown> unknowns,
    List<Statement> statements,
    List<TableRelation> ratios,
    Map<Integer, Integer> personsOf) {
  /** A relation that a table tells by a ratio. */
  record TableRelation(int table, Ratio ratio, Relation relation) {
    private boolean isAbout(Set<Subject> subjects) {
      return subjects.contains(ratio.numerator()) || subjects.contains(ratio.denominator());
    }
  }

  Union {
    sources = List.copyOf(sources);
    unknowns = List.copyOf(unknowns);
    statements = List.copyOf(statements);
    ratios = List.copyOf(ratios);
    personsOf = Map.copyOf(personsOf);
  }

  Subject subject(int number) {
    Unknown unknown = unknowns.get(number);
    return new Subject(unknown.concept().id(), grid.extent(unknown.hull()));
  }

  /**
   * As this, with some figures of the new release hidden, and no ratios of them. What the numbers
   * are and what holds between them in any case stays as it is: a figure that is hidden is still
   * named.
   */
  Union hiding(Set<Subject> hidden) {
    return new Union(
        grid,
        sources,
        system,
        unknowns,
        statements.stream()
            .map(s -> isNew(s.table()) && hidden.contains(s.subject()) ? s.hide() : s)
            .toList(),
        ratios.stream().filter(r -> !isNew(r.table()) || !r.isAbout(hidden)).toList(),
        personsOf);
  }

  /** Whether the new release says anything; what says nothing discloses nothing. */
  boolean tellsAnythingNew() {
    return statements.stream().anyMatch(s -> isNew(s.table()) && !s.isHidden())
        || ratios.stream().anyMatch(r -> isNew(r.table()));
  }

  private boolean isNew(int table) {
    return sources.get(table).isNew();
  }
}
