package se.samsyn.agent.source;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import se.samsyn.agent.mapping.ColumnRule;
import se.samsyn.agent.mapping.Join;
import se.samsyn.agent.mapping.Mapping;

/**
 * The files of a mapping, joined: every value a text still.
 *
 * @param from what stands after FROM
 * @param columns by the name that rules use
 * @param row the expression of a row's number in the main file; empty if rows come in file order
 * @param matched per join an expression that is NULL where a row has no partner
 */
record RawRows(
    String from, Map<String, String> columns, String row, int firstRow, List<String> matched) {
  /**
   * @param names the columns that will be read; none other is kept
   * @param ordered whether rows must carry their numbers, since joins lose the order
   * @throws UnreadableSource with every column that is missing and every key that comes twice
   */
  static RawRows of(
      Workspace workspace, Mapping mapping, TreeSet<String> names, boolean ordered, ProblemLog log)
      throws UnreadableSource, SQLException {
    RawFiles files = new RawFiles(workspace);
    List<String> findings = new ArrayList<>();
    RawFile main = files.open(mapping.data(), log);
    Map<String, String> columns = new HashMap<>();
    List<String> matched = new ArrayList<>();
    if (mapping.joins().isEmpty() && !ordered) {
      for (String name : names) {
        find(main, name, findings).ifPresent(column -> columns.put(name, column));
      }
      throwIfAny(findings);
      return new RawRows(main.relation(), columns, main.row(), main.firstRow(), matched);
    }
    TreeSet<String> ofMain = new TreeSet<>(names);
    mapping.joins().forEach(j -> ofMain.removeIf(n -> n.startsWith(j.name() + ".")));
    mapping.joins().forEach(j -> ofMain.add(j.left()));
    String table = workspace.freshName("main");
    Map<String, String> found = kept(main, ofMain, findings);
    List<RawFile> others = new ArrayList<>();
    for (Join join : mapping.joins()) {
      others.add(files.open(join.file(), log));
      find(others.get(others.size() - 1), join.right(), findings);
    }
    throwIfAny(findings);
    workspace.execute(
        "CREATE TEMP TABLE %s AS SELECT %s AS row%s FROM %s"
            .formatted(
                table,
                main.row().isEmpty()
                    ? "row_number() OVER () + " + (main.firstRow() - 1)
                    : main.row(),
                selection(found),
                main.relation()));
    int n = 0;
    for (String name : ofMain) {
      columns.put(name, table + ".c" + n++);
    }
    StringBuilder from = new StringBuilder(table);
    for (int i = 0; i < mapping.joins().size(); i++) {
      Join join = mapping.joins().get(i);
      TreeSet<String> ofJoin = new TreeSet<>();
      for (String name : names) {
        if (name.startsWith(join.name() + ".")) {
          ofJoin.add(name.substring(join.name().length() + 1));
        }
      }
      ofJoin.add(join.right());
      String other = workspace.freshName("joined");
      Map<String, String> parts = kept(others.get(i), ofJoin, findings);
      throwIfAny(findings);
      workspace.execute(
          "CREATE TEMP TABLE %s AS SELECT 1 AS present%s FROM %s"
              .formatted(other, selection(parts), others.get(i).relation()));
      int m = 0;
      String key = "";
      for (String name : ofJoin) {
        columns.put(join.name() + "." + name, other + ".c" + m);
        if (name.equals(join.right())) {
          key = other + ".c" + m;
        }
        m++;
      }
      requireKey(workspace, join, other, key, findings);
      from.append(
          " LEFT JOIN %s ON trim(%s) = trim(%s)".formatted(other, columns.get(join.left()), key));
      matched.add(other + ".present");
    }
    throwIfAny(findings);
    return new RawRows(from.toString(), columns, table + ".row", main.firstRow(), matched);
  }

  /** The text that a rule reads, as an expression. */
  String text(ColumnRule rule) {
    if (rule instanceof ColumnRule.Fixed fixed) {
      return Sql.text(fixed.value());
    }
    return columns.get(rule.reads().orElseThrow());
  }

  private static Map<String, String> kept(
      RawFile file, TreeSet<String> names, List<String> findings) {
    Map<String, String> found = new java.util.LinkedHashMap<>();
    for (String name : names) {
      found.put(name, find(file, name, findings).orElse("NULL"));
    }
    return found;
  }

  private static String selection(Map<String, String> columns) {
    StringBuilder selection = new StringBuilder();
    int n = 0;
    for (String column : columns.values()) {
      selection.append(", ").append(column).append(" AS c").append(n++);
    }
    return selection.toString();
  }

  private static java.util.Optional<String> find(RawFile file, String name, List<String> findings) {
    String column = file.columns().get(name);
    if (column == null) {
      findings.add(
          "%s: there is no column %s; the file has: %s".formatted(file.name(), name, file.known()));
    }
    return java.util.Optional.ofNullable(column);
  }

  private static void requireKey(
      Workspace workspace, Join join, String table, String key, List<String> findings)
      throws SQLException {
    long repeated =
        workspace.number(
            "SELECT count(*) FROM (SELECT 1 FROM %2$s WHERE %1$s IS NOT NULL GROUP BY trim(%1$s) HAVING count(*) > 1)"
                .formatted(key, table));
    if (repeated > 0) {
      findings.add(
          "%s, column %s: %d keys come more than once; a joined file has one row per key"
              .formatted(join.file().name(), join.right(), repeated));
    }
  }

  private static void throwIfAny(List<String> findings) throws UnreadableSource {
    if (!findings.isEmpty()) {
      throw new UnreadableSource(findings);
    }
  }
}
