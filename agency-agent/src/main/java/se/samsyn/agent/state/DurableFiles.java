package se.samsyn.agent.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;

/** Writes files that are whole or not there, and still there after the power went. */
public final class DurableFiles {
  private DurableFiles() {}

  /**
   * Writes {@code content} to {@code file}, readable by the owner only, replacing what was there.
   *
   * @throws IOException when it cannot be written; then the old file, if any, is untouched
   */
  public static void write(Path file, byte[] content) throws IOException {
    Path part = file.resolveSibling("." + file.getFileName() + ".part");
    Files.deleteIfExists(part);
    FileAttribute<?>[] ownerOnly =
        isPosix(file)
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try (FileChannel out =
        FileChannel.open(
            part, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        out.write(buffer);
      }
      out.force(true);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncFolder(file.toAbsolutePath().getParent());
  }

  /** Appends {@code content} and waits until it is on the disk. */
  public static void append(Path file, byte[] content) throws IOException {
    boolean fresh = !Files.exists(file);
    if (fresh) {
      write(file, new byte[0]);
    }
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        out.write(buffer);
      }
      out.force(true);
    }
  }

  static boolean isPosix(Path path) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        && path.getFileSystem().equals(FileSystems.getDefault());
  }

  /**
   * A rename is durable once its folder is; where folders cannot be opened (Windows), renames are
   * durable already.
   */
  public static void syncFolder(Path folder) throws IOException {
    if (isPosix(folder)) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
