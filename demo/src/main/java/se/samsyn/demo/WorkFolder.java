package se.samsyn.demo;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * Where the demo keeps its files: a folder that the user named and keeps, or one that goes away.
 */
final class WorkFolder implements AutoCloseable {
  private final Path path;
  private final boolean kept;

  private WorkFolder(Path path, boolean kept) {
    this.path = path;
    this.kept = kept;
  }

  static WorkFolder at(Optional<Path> named) throws IOException {
    if (named.isPresent()) {
      return new WorkFolder(Files.createDirectories(named.get()).toAbsolutePath(), true);
    }
    return new WorkFolder(Files.createTempDirectory("samsyn-demo-"), false);
  }

  Path path() {
    return path;
  }

  @Override
  public void close() {
    remove();
  }

  private void remove() {
    if (!kept && Files.exists(path)) {
      try {
        Files.walkFileTree(path, new Deleting());
      } catch (IOException e) {
        System.err.println("could not remove " + path + ": " + e.getClass().getSimpleName());
      }
    }
  }

  private static final class Deleting extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
