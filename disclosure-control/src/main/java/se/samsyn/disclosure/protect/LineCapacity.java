package se.samsyn.disclosure.protect;

import java.util.function.IntPredicate;
import se.samsyn.disclosure.rule.Requirement;
import se.samsyn.disclosure.table.Publication;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.Table;
import se.samsyn.disclosure.table.TableSpace;

/** What one relation by itself leaves open, a quick answer before a program is asked. */
final class LineCapacity {
  private final Table table;
  private final TableSpace space;

  LineCapacity(Table table) {
    this.table = table;
    this.space = table.space();
  }

  /**
   * Whether the relation may leave open what is demanded; if not, no program will find it.
   *
   * @param hidden the cells that may change besides the demand's own
   */
  boolean allows(int relation, Demand demand, IntPredicate hidden) {
    Relation line = space.relations().get(relation);
    double rise = 0;
    double fall = 0;
    long own = 0;
    for (int i = 0; i < line.cells().length; i++) {
      int cell = line.cells()[i];
      long coefficient = line.coefficients()[i];
      if (cell == demand.cell()) {
        own = coefficient;
      } else if (mayChange(cell, demand, hidden)) {
        double up = roomUp(cell) * Math.abs(coefficient);
        double down = roomDown(cell) * Math.abs(coefficient);
        rise += coefficient > 0 ? up : down;
        fall += coefficient > 0 ? down : up;
      }
    }
    // The others' sum must fall by what the cell rises, times its coefficient.
    double up = (own > 0 ? fall : rise) / Math.abs(own);
    double down = (own > 0 ? rise : fall) / Math.abs(own);
    Requirement requirement = demand.requirement();
    long value = table.value(demand.cell());
    return up >= requirement.upperAtLeast() - value
        && down >= value - requirement.lowerAtMost()
        && up + down >= requirement.width();
  }

  private boolean mayChange(int cell, Demand demand, IntPredicate hidden) {
    return (table.publication(cell) == Publication.NEVER || hidden.test(cell))
        && !demand.attacker().knows().contains(cell);
  }

  private double roomUp(int cell) {
    long upper = space.upper(cell);
    return upper == TableSpace.UNBOUNDED ? Double.MAX_VALUE / 1e9 : upper - table.value(cell);
  }

  private double roomDown(int cell) {
    return table.value(cell) - space.lower(cell);
  }
}
