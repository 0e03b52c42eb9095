package se.samsyn.aggregator.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Who uses the embedded database: each process holds a shared lock as long as it does, so that the
 * last one out can stop it. The operating system lets go of the locks of a process that was killed.
 */
final class Tenancy implements AutoCloseable {
  private final FileChannel users;

  private Tenancy(FileChannel users) {
    this.users = users;
  }

  /** Enters, and does {@code start} while nobody else starts or stops the database. */
  static <T> T enter(DataFolder folder, Entry<T> start) throws IOException {
    try (FileChannel door = open(folder.postgresDoor());
        FileLock closed = door.lock()) {
      FileChannel users = open(folder.postgresUsers());
      try {
        users.lock(0, Long.MAX_VALUE, true);
        return start.with(new Tenancy(users));
      } catch (IOException | RuntimeException e) {
        users.close();
        throw e;
      }
    }
  }

  /** Leaves, and does {@code stop} if nobody else is left. */
  void leave(DataFolder folder, Runnable stop) {
    try (FileChannel door = open(folder.postgresDoor());
        FileLock closed = door.lock()) {
      users.close();
      try (FileChannel alone = open(folder.postgresUsers());
          FileLock last = alone.tryLock()) {
        if (last != null) {
          stop.run();
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("the data folder's locks cannot be used", e);
    }
  }

  @Override
  public void close() throws IOException {
    users.close();
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** What is done on entering. */
  @FunctionalInterface
  interface Entry<T> {
    T with(Tenancy tenancy) throws IOException;
  }
}
