package se.samsyn.agent.source;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/**
 * A DuckDB of one run: in memory, and where that is not enough in a private folder that is wiped at
 * start and end, encrypted under a key that only this process has. Nothing is downloaded and no
 * extension is looked for.
 *
 * <p>The encryption is that of DuckDB's built-in module; its stronger one (OpenSSL) is an extension
 * that would have to be downloaded, so the built-in one is chosen by name ({@code
 * force_mbedtls_unsafe}: its random numbers are not of cryptographic quality). The folder's
 * permissions and the wiping are what protects first.
 */
public final class Workspace implements AutoCloseable {
  private final Path folder;
  private final DuckDBConnection connection;
  private int names;

  private Workspace(Path folder, DuckDBConnection connection) {
    this.folder = folder;
    this.connection = connection;
  }

  /**
   * @param folder for what does not fit in memory; wiped
   * @param megabytes what DuckDB may use of memory
   */
  public static Workspace open(Path folder, int megabytes) throws IOException {
    wipe(folder);
    Files.createDirectories(folder.getParent());
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectory(folder);
    }
    try {
      Properties settings = new Properties();
      settings.setProperty("autoinstall_known_extensions", "false");
      settings.setProperty("autoload_known_extensions", "false");
      Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
      Workspace workspace = new Workspace(folder, connection.unwrap(DuckDBConnection.class));
      workspace.set("temp_directory", Sql.text(folder.toString()));
      workspace.set("force_mbedtls_unsafe", "'true'");
      workspace.set("temp_file_encryption", "true");
      workspace.set("memory_limit", Sql.text(megabytes + "MB"));
      workspace.set("TimeZone", "'Europe/Stockholm'");
      return workspace;
    } catch (SQLException e) {
      throw new IOException("the query engine does not start on this machine: " + e.getSQLState());
    }
  }

  /** A name that no other table or type of this run has. */
  String freshName(String what) {
    return what + "_" + names++;
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }

  PreparedStatement prepare(String sql) throws SQLException {
    return connection.prepareStatement(sql);
  }

  DuckDBConnection connection() {
    return connection;
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IOException("the query engine does not stop: " + e.getSQLState());
    } finally {
      wipe(folder);
    }
  }

  private void set(String setting, String value) throws SQLException {
    execute("SET " + setting + " = " + value);
  }

  private static void wipe(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException e)
              throws IOException {
            if (e != null) {
              throw e;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
