package se.samsyn.aggregator.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A real PostgreSQL that lives in the data folder: loopback only, and nobody gets in without the
 * random password that only the folder's owner can read.
 */
final class EmbeddedDatabase implements Database {
  private static final String USER = "postgres";
  private static final String HBA =
      """
      # Written by Samsyn: only with the password of the data folder, only from this machine.
      local all all scram-sha-256
      host all all 127.0.0.1/32 scram-sha-256
      host all all ::1/128 scram-sha-256
      """;

  private final DataFolder folder;
  private final Tenancy tenancy;
  private final Postmaster postmaster;
  private final String password;

  private EmbeddedDatabase(
      DataFolder folder, Tenancy tenancy, Postmaster postmaster, String password) {
    this.folder = folder;
    this.tenancy = tenancy;
    this.postmaster = postmaster;
    this.password = password;
  }

  /** Uses the one that runs, as another process or a killed one left it, or starts it. */
  static EmbeddedDatabase open(DataFolder folder) throws IOException {
    folder.create();
    return Tenancy.enter(
        folder,
        tenancy -> {
          String password = password(folder);
          return new EmbeddedDatabase(folder, tenancy, running(folder, password), password);
        });
  }

  private static Postmaster running(DataFolder folder, String password) throws IOException {
    Optional<Postmaster> found = Postmaster.on(folder.postgres());
    if (found.isPresent()) {
      if (answers(found.get().port(), password)) {
        return found.get();
      }
      // Killed in the middle of its first start: nobody can use it, so it makes room.
      found.get().stop();
    }
    start(folder, password);
    return Postmaster.on(folder.postgres())
        .orElseThrow(
            () -> new IOException("the embedded PostgreSQL stopped as soon as it started"));
  }

  private static void start(DataFolder folder, String password) throws IOException {
    boolean secured = isSecured(folder.postgres());
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.postgres())
            .setOverrideWorkingDirectory(folder.postgresWork().toFile())
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPGStartupWait(Duration.ofSeconds(60))
            .setServerConfig("listen_addresses", "localhost")
            .setServerConfig("unix_socket_directories", "")
            .setServerConfig("max_connections", "50")
            // A receipt is a promise: what is committed is on the disk.
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("log_min_error_statement", "panic")
            .setServerConfig("log_statement", "none")
            .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
            .setErrorRedirector(ProcessBuilder.Redirect.DISCARD);
    if (secured) {
      builder.setConnectConfig("password", password);
    }
    EmbeddedPostgres server = builder.start();
    if (!secured) {
      secure(folder.postgres(), server.getPort(), password);
    }
  }

  /** Gives the fresh server its password and shuts the door behind it. */
  private static void secure(Path data, int port, String password) throws IOException {
    try (Connection c = DriverManager.getConnection(url(port), USER, "");
        Statement s = c.createStatement()) {
      // The password is hexadecimal of our own making: nothing in it can end the literal.
      s.execute("ALTER USER " + USER + " PASSWORD '" + password + "'");
      Path hba = data.resolve("pg_hba.conf");
      Path part = data.resolve("pg_hba.conf.part");
      Files.writeString(part, HBA);
      Files.copy(part, hba, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      Files.delete(part);
      s.execute("SELECT pg_reload_conf()");
    } catch (SQLException e) {
      throw new IOException("the embedded PostgreSQL cannot be given its password", e);
    }
  }

  private static boolean isSecured(Path data) throws IOException {
    Path hba = data.resolve("pg_hba.conf");
    return Files.exists(hba) && Files.readString(hba).equals(HBA);
  }

  private static boolean answers(int port, String password) {
    try (Connection c = DriverManager.getConnection(url(port), USER, password)) {
      return c.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }

  private static String password(DataFolder folder) throws IOException {
    if (!Files.exists(folder.postgresPassword())) {
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      DataFolder.writeSecret(
          folder.postgresPassword(),
          HexFormat.of().formatHex(random).getBytes(StandardCharsets.US_ASCII));
    }
    return Files.readString(folder.postgresPassword(), StandardCharsets.US_ASCII);
  }

  private static String url(int port) {
    return Database.withoutDetails("jdbc:postgresql://127.0.0.1:" + port + "/postgres");
  }

  @Override
  public String url() {
    return url(postmaster.port());
  }

  @Override
  public String user() {
    return USER;
  }

  @Override
  public String password() {
    return password;
  }

  @Override
  public void close() {
    tenancy.leave(folder, postmaster::stop);
  }
}
