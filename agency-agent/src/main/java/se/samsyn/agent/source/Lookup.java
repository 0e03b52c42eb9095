package se.samsyn.agent.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import org.duckdb.DuckDBAppender;

/**
 * What is easier said in Java than in a query (personal numbers, periods): each different text of a
 * column is read once, and the answers are joined to the rows.
 *
 * @param relation a table of DuckDB with the columns text, number and key
 */
record Lookup(String relation) {
  /**
   * @param number a result of {@link ColumnValues}
   * @param key one spelling for all that mean the same, or null
   */
  record Answer(long number, String key) {}

  /**
   * @param text the expression that is looked up, over {@code from}
   */
  static Lookup over(
      Workspace workspace, String text, String from, Function<String, Answer> answers)
      throws SQLException {
    String table = workspace.freshName("lookup");
    workspace.execute("CREATE TEMP TABLE " + table + "(text VARCHAR, number BIGINT, key VARCHAR)");
    try (Statement statement = workspace.connection().createStatement();
        ResultSet texts =
            statement.executeQuery(
                "SELECT DISTINCT %1$s FROM %2$s WHERE %1$s IS NOT NULL".formatted(text, from));
        DuckDBAppender appender = workspace.connection().createAppender("temp", "main", table)) {
      while (texts.next()) {
        String spelled = texts.getString(1);
        Answer answer = answers.apply(spelled);
        appender.beginRow();
        appender.append(spelled);
        appender.append(answer.number());
        if (answer.key() == null) {
          appender.appendNull();
        } else {
          appender.append(answer.key());
        }
        appender.endRow();
      }
    }
    return new Lookup(table);
  }
}
