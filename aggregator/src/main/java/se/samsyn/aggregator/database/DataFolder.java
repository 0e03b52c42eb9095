package se.samsyn.aggregator.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The aggregator's folder: keys, the embedded database and its password. Nobody but the owner may
 * look into it.
 *
 * @param root the folder itself
 */
public record DataFolder(Path root) {
  public static DataFolder at(Path root) {
    return new DataFolder(root.toAbsolutePath().normalize());
  }

  /** Makes the folder where it is missing, and closes it to others. */
  public void create() throws IOException {
    Files.createDirectories(root);
    if (isPosix()) {
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
    }
  }

  public Path postgres() {
    return root.resolve("postgres");
  }

  public Path postgresWork() {
    return root.resolve("postgres-work");
  }

  public Path postgresPassword() {
    return root.resolve("postgres.password");
  }

  /** Locked by every process that uses the embedded database; whoever is last stops it. */
  public Path postgresUsers() {
    return root.resolve("postgres.users");
  }

  /** Locked while the embedded database is started or stopped. */
  public Path postgresDoor() {
    return root.resolve("postgres.door");
  }

  public Path signingKey() {
    return root.resolve("coordinator-signing.key");
  }

  /** What the coordinator tells of areas, as GeoJSON; need not be there. */
  public Path areas() {
    return root.resolve("areas.geojson");
  }

  public Path encryptionKey() {
    return root.resolve("encryption.key");
  }

  /**
   * Writes a file that only the owner may read: whole or not at all.
   *
   * @throws IOException when it cannot be written
   */
  public static void writeSecret(Path file, byte[] content) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    if (isPosix()) {
      Files.createFile(
          part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.write(part, content);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static boolean isPosix() {
    return java.nio.file.FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }
}
