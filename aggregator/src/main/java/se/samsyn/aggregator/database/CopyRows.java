package se.samsyn.aggregator.database;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes many rows by COPY, PostgreSQL's fastest way in. Fields are ids, words and numbers, none of
 * which needs escaping in its text format.
 */
public final class CopyRows {
  private static final int CHUNK = 1 << 16;

  private final CopyIn copy;
  private final StringBuilder text = new StringBuilder(CHUNK + 1024);

  private CopyRows(CopyIn copy) {
    this.copy = copy;
  }

  /**
   * Writes the rows that {@code rows} adds, in the connection's transaction.
   *
   * @param columns the table and its columns: {@code table (a, b)}
   */
  public static void into(Connection connection, String columns, Source rows) throws SQLException {
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY " + columns + " FROM STDIN");
    try {
      CopyRows writer = new CopyRows(copy);
      rows.addTo(writer);
      writer.flush();
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  /** Adds one row; null is an empty field. */
  public void add(Object... fields) throws SQLException {
    for (int i = 0; i < fields.length; i++) {
      text.append(i == 0 ? "" : "\t").append(fields[i] == null ? "\\N" : fields[i]);
    }
    text.append('\n');
    if (text.length() >= CHUNK) {
      flush();
    }
  }

  private void flush() throws SQLException {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    text.setLength(0);
  }

  /** Adds rows. */
  @FunctionalInterface
  public interface Source {
    void addTo(CopyRows rows) throws SQLException;
  }
}
