package se.samsyn.agent.source;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duckdb.DuckDBAppender;
import se.samsyn.agent.mapping.DataFile;
import se.samsyn.agent.mapping.TextEncoding;

/**
 * Opens files. DuckDB reads what it reads exactly as {@link CsvScan} understood it; a file with
 * rows of a wrong length, empty rows or windows-1252 is decoded here and handed to DuckDB row by
 * row.
 */
final class RawFiles {
  private final Workspace workspace;

  RawFiles(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * @param log gets the rows of a wrong length, which are not in the result
   */
  RawFile open(DataFile file, ProblemLog log) throws UnreadableSource {
    if (!Files.isRegularFile(file.path()) || !Files.isReadable(file.path())) {
      throw new UnreadableSource(
          "%s: there is no such file, or it may not be read (folder %s)"
              .formatted(file.name(), file.path().getParent()));
    }
    try {
      if (file.format() == DataFile.Format.PARQUET) {
        return parquet(file);
      }
      CsvShape shape = CsvScan.of(file, log);
      requireDistinct(file, shape.header());
      return shape.plain() ? plainCsv(file, shape) : rowByRow(file, shape);
    } catch (IOException e) {
      throw new UnreadableSource(file.name() + ": the file cannot be read to its end");
    } catch (SQLException e) {
      throw new UnreadableSource(file.name() + ": the file cannot be read as the mapping says");
    }
  }

  private static void requireDistinct(DataFile file, List<String> header) throws UnreadableSource {
    Set<String> seen = new LinkedHashSet<>();
    for (int i = 0; i < header.size(); i++) {
      if (!seen.add(header.get(i)) && !header.get(i).isEmpty()) {
        throw new UnreadableSource(
            "%s, row 1, column %d: the column %s comes twice"
                .formatted(file.name(), i + 1, header.get(i)));
      }
    }
  }

  private static Map<String, String> numbered(List<String> header) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      columns.putIfAbsent(header.get(i), "c" + i);
    }
    return columns;
  }

  private static RawFile plainCsv(DataFile file, CsvShape shape) {
    StringBuilder types = new StringBuilder();
    for (int i = 0; i < shape.header().size(); i++) {
      types.append(i == 0 ? "" : ", ").append("'c").append(i).append("': 'VARCHAR'");
    }
    String relation =
        "read_csv(%s, auto_detect = false, header = true, columns = {%s}, delim = %s, quote = '\"', escape = '\"', new_line = %s, encoding = %s, compression = %s)"
            .formatted(
                Sql.text(file.path().toString()),
                types,
                Sql.text(String.valueOf(shape.separator())),
                shape.carriageReturns() ? "'\\r\\n'" : "'\\n'",
                shape.encoding() == TextEncoding.UTF_8 ? "'utf-8'" : "'latin-1'",
                shape.gzip() ? "'gzip'" : "'none'");
    return new RawFile(file.name(), relation, numbered(shape.header()), "", 2, shape.rows());
  }

  private RawFile rowByRow(DataFile file, CsvShape shape) throws IOException, SQLException {
    int width = shape.header().size();
    String table = workspace.freshName("rows");
    List<String> columns = new ArrayList<>(List.of("row BIGINT"));
    for (int i = 0; i < width; i++) {
      columns.add("c" + i + " VARCHAR");
    }
    workspace.execute("CREATE TEMP TABLE " + table + "(" + String.join(", ", columns) + ")");
    long rows = 0;
    try (Reader text =
            new InputStreamReader(
                CsvScan.open(file.path(), shape.gzip()),
                shape
                    .encoding()
                    .charset()
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE));
        CsvReader<CsvRecord> reader =
            CsvReader.builder()
                .fieldSeparator(shape.separator())
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .detectBomHeader(false)
                .ofCsvRecord(text);
        DuckDBAppender appender = workspace.connection().createAppender("temp", "main", table)) {
      long row = 0;
      for (CsvRecord csv : reader) {
        row++;
        if (row > 1 && csv.getFieldCount() == width) {
          appender.beginRow();
          appender.append(row);
          for (int i = 0; i < width; i++) {
            String value = csv.getField(i);
            if (value.isEmpty()) {
              appender.appendNull();
            } else {
              appender.append(value);
            }
          }
          appender.endRow();
          rows++;
        }
      }
    }
    return new RawFile(file.name(), table, numbered(shape.header()), "row", 2, rows);
  }

  private RawFile parquet(DataFile file) throws SQLException {
    String relation = "read_parquet(" + Sql.text(file.path().toString()) + ")";
    Map<String, String> columns = new LinkedHashMap<>();
    try (Statement statement = workspace.connection().createStatement();
        ResultSet described = statement.executeQuery("DESCRIBE SELECT * FROM " + relation)) {
      while (described.next()) {
        String name = described.getString(1);
        columns.put(name, "CAST(" + Sql.name(name) + " AS VARCHAR)");
      }
    }
    long rows = workspace.number("SELECT count(*) FROM " + relation);
    return new RawFile(file.name(), relation, columns, "", 1, rows);
  }
}
