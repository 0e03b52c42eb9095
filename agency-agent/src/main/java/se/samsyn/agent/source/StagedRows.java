package se.samsyn.agent.source;

import java.util.List;
import java.util.Optional;

/**
 * The rows of a source as an input table, ready to be read person by person.
 *
 * @param relation a table of DuckDB
 * @param row the expression of a row's number
 * @param rows how many rows it has
 * @param person the column with a hash of the person's key, -1 where it is missing; empty if each
 *     row is its own person or if rows are not about persons
 * @param rowIsPerson whether each row is a person
 * @param unmatched per join the column that is true where a row has no partner
 */
record StagedRows(
    String relation,
    String row,
    long rows,
    Optional<String> person,
    boolean rowIsPerson,
    List<String> unmatched,
    List<ColumnValues> columns) {
  Optional<ColumnValues> column(String name) {
    return columns.stream().filter(c -> c.column().name().equals(name)).findFirst();
  }
}
