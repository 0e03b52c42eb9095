package se.samsyn.agent.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * That only one agent process works on a state folder; the operating system lets go of it when a
 * process dies.
 */
public final class StateLock implements AutoCloseable {
  private final FileChannel channel;

  private StateLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @throws StateInUse when another process holds it
   * @throws IOException when the folder cannot be written
   */
  public static StateLock take(StateFolder state) throws IOException, StateInUse {
    state.create();
    return take(state.lock());
  }

  /**
   * The same of a part of the state that has a lock of its own.
   *
   * @param file is made if it is not there
   */
  public static StateLock take(Path file) throws IOException, StateInUse {
    Files.createDirectories(file.getParent());
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new StateLock(channel);
      }
    } catch (OverlappingFileLockException e) {
      // This very process holds it: the same answer as for another's.
    }
    channel.close();
    throw new StateInUse();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** Another agent process works on this state folder. */
  public static final class StateInUse extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
