package se.samsyn.disclosure.release;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Tells what comes out by tables being put together from what one of them tells by itself, which
 * its makers have answered for, and from what earlier releases told already.
 */
final class Provenance {
  private final Union union;
  private final Knowledge knowledge;
  private final List<List<Statement>> byNumber = new ArrayList<>();
  private final int earlier;

  Provenance(Union union, Knowledge knowledge) {
    this.union = union;
    this.knowledge = knowledge;
    earlier = union.sources().size();
    for (int number = 0; number < union.system().size(); number++) {
      byNumber.add(null);
    }
    for (Statement statement : union.statements()) {
      if (byNumber.get(statement.number()) == null) {
        byNumber.set(statement.number(), new ArrayList<>());
      }
      byNumber.get(statement.number()).add(statement);
    }
  }

  /**
   * Whether all that is known of a component and its surroundings stems from one table that is
   * answered for, or from earlier releases: then nothing new can come out.
   */
  boolean isOneHanded(Component component) {
    BitSet alone = new BitSet();
    for (int table = 0; table < earlier; table++) {
      alone.set(table, union.sources().get(table).isAnsweredFor());
    }
    alone.set(earlier);
    BitSet seen = new BitSet();
    for (int row : component.rows()) {
      int table = knowledge.rows().table(row);
      if (table >= 0) {
        alone.and(sources(table));
      }
      for (int number : knowledge.rows().get(row).cells()) {
        if (!seen.get(number)) {
          seen.set(number);
          alone.and(sayAll(number));
        }
      }
      if (alone.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private BitSet sources(int table) {
    BitSet sources = new BitSet();
    sources.set(table);
    sources.set(earlier, !union.sources().get(table).isNew());
    return sources;
  }

  /** Who says by itself all that is said of a number. */
  private BitSet sayAll(int number) {
    BitSet all = new BitSet();
    List<Statement> statements = byNumber.get(number);
    if (statements == null) {
      // What is fixed without being said follows from elsewhere.
      all.set(0, earlier + 1, !knowledge.isFixed(number));
      return all;
    }
    long lower = statements.stream().mapToLong(Statement::lower).max().orElse(0);
    long upper = statements.stream().mapToLong(Statement::upper).min().orElse(Long.MAX_VALUE);
    if (knowledge.isFixed(number) && lower < upper) {
      return all;
    }
    if (lower == 0 && upper == Long.MAX_VALUE) {
      all.set(0, earlier + 1);
      return all;
    }
    long earlierLower = 0;
    long earlierUpper = Long.MAX_VALUE;
    for (Statement statement : statements) {
      if (statement.lower() == lower && statement.upper() == upper) {
        all.set(statement.table());
      }
      if (!union.sources().get(statement.table()).isNew()) {
        earlierLower = Math.max(earlierLower, statement.lower());
        earlierUpper = Math.min(earlierUpper, statement.upper());
      }
    }
    all.set(earlier, earlierLower == lower && earlierUpper == upper);
    return all;
  }
}
