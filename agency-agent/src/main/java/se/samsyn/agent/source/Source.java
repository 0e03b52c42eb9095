package se.samsyn.agent.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import se.samsyn.agent.mapping.ColumnRule;
import se.samsyn.agent.mapping.Mapping;
import se.samsyn.agent.mapping.ProblemKind;
import se.samsyn.schemas.definition.InputTable;
import se.samsyn.schemas.definition.InputTable.Type;
import se.samsyn.schemas.definition.Period;

/** An agency's files, opened as an input table. */
public final class Source {
  private final Workspace workspace;
  private final Mapping mapping;
  private final StagedRows staged;
  private final ProblemLog log;

  private Source(Workspace workspace, Mapping mapping, StagedRows staged, ProblemLog log) {
    this.workspace = workspace;
    this.mapping = mapping;
    this.staged = staged;
    this.log = log;
  }

  /**
   * Reads the files into the workspace.
   *
   * @param needed the columns that will be asked for
   * @param period what periods in columns are compared with
   * @param today the latest day that anybody can be born
   * @throws UnreadableSource with all that is wrong at once, as far as it can be seen
   */
  public static Source open(
      Workspace workspace,
      Mapping mapping,
      InputTable table,
      List<Needed> needed,
      Period period,
      LocalDate today)
      throws UnreadableSource {
    requireRules(mapping, table, needed);
    ProblemLog log = new ProblemLog();
    boolean ordered =
        needed.stream()
            .anyMatch(
                n ->
                    n.column().type() == Type.PERIOD
                        || looksUp(mapping.columns().get(n.column().name())));
    try {
      RawRows raw = RawRows.of(workspace, mapping, Staging.read(mapping, needed), ordered, log);
      StagedRows staged = new Staging(workspace, mapping, raw, today).stage(needed, period);
      return new Source(workspace, mapping, staged, log);
    } catch (SQLException e) {
      throw broken(mapping);
    }
  }

  private static boolean looksUp(ColumnRule rule) {
    return rule instanceof ColumnRule.PersonalNumberIn
        || (rule instanceof ColumnRule.AgeOn age
            && age.birth() instanceof ColumnRule.PersonalNumberIn);
  }

  private static void requireRules(Mapping mapping, InputTable table, List<Needed> needed)
      throws UnreadableSource {
    List<String> findings = new ArrayList<>();
    String name = mapping.file().getFileName().toString();
    for (Needed need : needed) {
      ColumnRule rule = mapping.columns().get(need.column().name());
      if (rule == null) {
        findings.add(
            "%s: the column %s of table %s is needed and not mapped"
                .formatted(name, need.column().name(), table.id()));
      } else if (!rule.givesKnownCodes(need.column())) {
        findings.add(
            "%s: the rule of column %s gives a code that table %s does not know"
                .formatted(name, need.column().name(), table.id()));
      } else if (!Staging.fits(rule, need.column().type())) {
        findings.add(
            "%s: the rule of column %s does not give what the column holds"
                .formatted(name, need.column().name()));
      }
    }
    for (String column : new TreeSet<>(mapping.columns().keySet())) {
      if (table.column(column).isEmpty()) {
        findings.add("%s: table %s has no column %s".formatted(name, table.id(), column));
      }
    }
    if (!findings.isEmpty()) {
      throw new UnreadableSource(findings);
    }
  }

  private static UnreadableSource broken(Mapping mapping) {
    return new UnreadableSource(
        mapping.data().name()
            + ": the file cannot be read as the mapping says; check separator, encoding and format");
  }

  public Mapping mapping() {
    return mapping;
  }

  /** What is wrong with rows, as far as it has been seen. */
  public ProblemLog log() {
    return log;
  }

  /** Rows that were whole. */
  public long rows() {
    return staged.rows();
  }

  public Optional<ColumnValues> column(String name) {
    return staged.column(name);
  }

  /** Whether rows are about persons with a key of their own. */
  public boolean hasPersons() {
    return staged.person().isPresent();
  }

  /**
   * All rows of {@code period}, person by person; the rows of a person by date, then in the file's
   * order.
   *
   * @param date the column that places a row in the period; empty if all rows belong to it
   * @param key columns that together may come only once
   */
  public RowCursor rows(Optional<String> date, Period period, List<String> key)
      throws UnreadableSource {
    Optional<String> day = date.flatMap(this::column).map(c -> "v" + c.position());
    String where =
        day.map(
                d ->
                    "(%1$s < 0 OR (%1$s >= %2$d AND %1$s < %3$d))"
                        .formatted(d, Days.of(period.start()), Days.of(period.end())))
            .orElse("true");
    try {
      where += withoutDuplicates(where, key);
      List<String> selected = new ArrayList<>();
      selected.add(staged.person().orElse("0"));
      selected.add(staged.row());
      selected.add(staged.unmatched().isEmpty() ? "0" : String.join(" + ", staged.unmatched()));
      staged.columns().forEach(c -> selected.add("v" + c.position()));
      String order =
          staged
              .person()
              .map(p -> " ORDER BY " + p + day.map(d -> ", " + d).orElse("") + ", " + staged.row())
              .orElse("");
      Statement statement = workspace.connection().createStatement();
      ResultSet result =
          statement.executeQuery(
              "SELECT %s FROM %s WHERE %s%s"
                  .formatted(String.join(", ", selected), staged.relation(), where, order));
      return new RowCursor(statement, result, staged.columns(), staged.person().isPresent());
    } catch (SQLException e) {
      throw broken(mapping);
    }
  }

  /** Logs rows whose key came before, and excludes them. */
  private String withoutDuplicates(String where, List<String> key) throws SQLException {
    List<String> parts = new ArrayList<>();
    List<String> whole = new ArrayList<>();
    for (String name : key) {
      Optional<ColumnValues> column = column(name);
      if (column.isPresent()) {
        parts.add(canonical(column.get()));
        whole.add("v" + column.get().position() + " >= 0");
      } else if (staged.person().isPresent()) {
        parts.add(staged.person().get());
        whole.add(staged.person().get() + " >= 0");
      }
    }
    if (parts.size() != key.size() || parts.isEmpty()) {
      return "";
    }
    String rows =
        "%s WHERE %s AND %s".formatted(staged.relation(), where, String.join(" AND ", whole));
    String keys = String.join(", ", parts);
    long repeated =
        workspace.number(
            "SELECT count(*) FROM (SELECT 1 FROM %s GROUP BY %s HAVING count(*) > 1)"
                .formatted(rows, keys));
    if (repeated == 0) {
      return "";
    }
    String table = workspace.freshName("duplicate");
    workspace.execute(
        "CREATE TEMP TABLE %s AS SELECT r FROM (SELECT %s AS r, row_number() OVER (PARTITION BY %s ORDER BY %s) AS n FROM %s) WHERE n > 1"
            .formatted(table, staged.row(), keys, staged.row(), rows));
    try (Statement statement = workspace.connection().createStatement();
        ResultSet result = statement.executeQuery("SELECT r FROM " + table)) {
      while (result.next()) {
        log.add(ProblemKind.DUPLICATE_KEY, String.join(", ", key), result.getLong(1));
      }
    }
    return " AND %s NOT IN (SELECT r FROM %s)".formatted(staged.row(), table);
  }

  /** Two spellings of one code are the same key. */
  private static String canonical(ColumnValues column) {
    String value = "v" + column.position();
    if (column.codes().isEmpty()) {
      return value;
    }
    List<String> first = new ArrayList<>();
    for (Optional<String> code : column.codes()) {
      first.add(String.valueOf(column.codes().indexOf(code)));
    }
    return "[%s][%s + 1]".formatted(String.join(",", first), value);
  }
}
