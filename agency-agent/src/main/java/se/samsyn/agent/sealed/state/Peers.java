package se.samsyn.agent.sealed.state;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import se.samsyn.agent.NotDone;
import se.samsyn.agent.state.DurableFiles;
import se.samsyn.schemas.message.CollectionManifest;
import se.samsyn.schemas.message.Participant;

/**
 * Who the other agencies are: key and authority of each, and the authority of the aggregator, as
 * they were when they were first seen. Nobody, the coordinator included, can put another in the
 * place of one of them later.
 */
public final class Peers {
  private static final String AGGREGATOR = "_aggregator";

  private final SealedFolder folder;

  public Peers(SealedFolder folder) {
    this.folder = folder;
  }

  /**
   * @throws NotDone when one of those that a manifest names is another than before
   */
  public void require(CollectionManifest collection) throws NotDone, IOException {
    joined(collection);
  }

  /**
   * Takes in those that are new.
   *
   * @throws NotDone when one of them is another than before; then none is taken in
   */
  public void pin(CollectionManifest collection) throws NotDone, IOException {
    StringBuilder text = new StringBuilder();
    joined(collection)
        .forEach(
            (agency, identity) -> text.append(agency).append(' ').append(identity).append('\n'));
    Files.createDirectories(folder.root());
    DurableFiles.write(folder.peers(), text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, String> joined(CollectionManifest collection) throws NotDone, IOException {
    Map<String, String> all = read();
    Map<String, String> named = new TreeMap<>();
    for (Participant agency : collection.participants()) {
      named.put(agency.agency().value(), agency.authority() + " " + agency.signingKey().base64());
    }
    named.put(AGGREGATOR, collection.sealed().orElseThrow().aggregator().value());
    for (Map.Entry<String, String> each : named.entrySet()) {
      String before = all.putIfAbsent(each.getKey(), each.getValue());
      if (before != null && !before.equals(each.getValue())) {
        throw new NotDone("sealed.peer-changed", each.getKey());
      }
    }
    return all;
  }

  private Map<String, String> read() throws IOException {
    Map<String, String> known = new TreeMap<>();
    if (Files.exists(folder.peers())) {
      for (String line : Files.readAllLines(folder.peers())) {
        int space = line.indexOf(' ');
        if (space < 0) {
          throw new IOException(folder.peers() + " is damaged");
        }
        known.put(line.substring(0, space), line.substring(space + 1));
      }
    }
    return known;
  }
}
