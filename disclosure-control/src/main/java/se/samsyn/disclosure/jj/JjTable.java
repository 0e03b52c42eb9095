package se.samsyn.disclosure.jj;

import java.util.List;
import se.samsyn.disclosure.protect.Demand;
import se.samsyn.disclosure.table.Table;

/**
 * A table read from a tau-ARGUS JJ file.
 *
 * @param ids the file's id of each cell
 * @param demands the protection levels of its unsafe cells
 * @param decimals how many decimals the file has at most: one unit of the table is 10^-decimals
 */
public record JjTable(Table table, List<String> ids, List<Demand> demands, int decimals) {
  public JjTable {
    ids = List.copyOf(ids);
    demands = List.copyOf(demands);
  }
}
