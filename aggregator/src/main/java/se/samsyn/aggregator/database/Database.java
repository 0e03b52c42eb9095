package se.samsyn.aggregator.database;

import java.io.IOException;
import java.util.Map;

/** A PostgreSQL to work on: the installation's own, or the embedded one in the data folder. */
public interface Database extends AutoCloseable {
  /** Where it answers. */
  String url();

  String user();

  String password();

  /** Stops the embedded one when nobody else uses it. */
  @Override
  void close();

  /**
   * The database that the environment names ({@code SAMSYN_DATABASE_URL}, {@code _USER}, {@code
   * _PASSWORD}), else the embedded one in {@code folder}.
   *
   * @throws IOException when the embedded one does not start
   */
  static Database open(DataFolder folder, Map<String, String> environment) throws IOException {
    String url = environment.get("SAMSYN_DATABASE_URL");
    return url == null
        ? EmbeddedDatabase.open(folder)
        : new OwnDatabase(
            url,
            environment.getOrDefault("SAMSYN_DATABASE_USER", "samsyn"),
            environment.getOrDefault("SAMSYN_DATABASE_PASSWORD", ""));
  }

  /** The server's own error messages quote rows; so asked, the driver leaves that part out. */
  static String withoutDetails(String url) {
    return url + (url.contains("?") ? "&" : "?") + "logServerErrorDetail=false";
  }

  /** A PostgreSQL that somebody else runs. */
  record OwnDatabase(String url, String user, String password) implements Database {
    @Override
    public String url() {
      return withoutDetails(url);
    }

    @Override
    public void close() {}

    @Override
    public String toString() {
      return "OwnDatabase[" + user + "]";
    }
  }
}
