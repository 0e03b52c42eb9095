package se.samsyn.agent.sealed.state;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import se.samsyn.agent.state.DurableFiles;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.sealed.Address;
import se.samsyn.sealed.Refused;

/**
 * The hash of every message that a role has read or sent in an attempt. A role that starts again
 * goes through the same messages again; a relay that then shows it another one at the same address,
 * to see what it answers, is found out.
 */
final class Journal {
  private final Path file;
  private final Map<String, String> known = new HashMap<>();

  private Journal(Path file) {
    this.file = file;
  }

  static Journal open(Path file) throws IOException {
    Journal journal = new Journal(file);
    if (Files.exists(file)) {
      String text = Files.readString(file);
      int whole = text.lastIndexOf('\n') + 1;
      if (whole < text.length()) {
        // Torn before anybody acted on it.
        DurableFiles.write(file, text.substring(0, whole).getBytes(StandardCharsets.UTF_8));
      }
      for (String line : text.substring(0, whole).lines().toList()) {
        int space = line.indexOf(' ');
        if (space < 0) {
          throw new IOException(file + " is damaged");
        }
        journal.known.put(line.substring(space + 1), line.substring(0, space));
      }
    }
    return journal;
  }

  /**
   * Notes the message; when this returns it is on the disk.
   *
   * @throws Refused when another one was at this address before
   */
  void note(Address address, byte[] message) throws Refused, IOException {
    String hash = Sha256.of(message).hex();
    String before = known.get(address.path());
    if (before == null) {
      DurableFiles.append(
          file, (hash + " " + address.path() + "\n").getBytes(StandardCharsets.UTF_8));
      known.put(address.path(), hash);
    } else if (!before.equals(hash)) {
      throw new Refused(Refused.Reason.ANOTHER_MESSAGE, address.from());
    }
  }
}
