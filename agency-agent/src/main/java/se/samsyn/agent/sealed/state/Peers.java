package se.samsyn.agent.sealed.state;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import se.samsyn.agent.NotDone;
import se.samsyn.agent.state.DurableFiles;
import se.samsyn.schemas.message.AuthorityId;
import se.samsyn.schemas.sealed.RoleHolder;
import se.samsyn.schemas.sealed.RosterAgency;
import se.samsyn.schemas.sealed.SealedManifest;

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
   * Takes in those that are new.
   *
   * @throws NotDone when one of them is another than before; then none is taken in
   */
  public void require(SealedManifest manifest, AuthorityId aggregator) throws NotDone, IOException {
    Map<String, String> known = read();
    Map<String, String> named = new TreeMap<>();
    for (RosterAgency agency : manifest.roster()) {
      named.put(agency.agency().value(), agency.authority() + " " + agency.signingKey().base64());
    }
    for (RoleHolder role : manifest.roles().all()) {
      named.put(role.agency().value(), role.authority() + " " + role.signingKey().base64());
    }
    named.put(AGGREGATOR, aggregator.value());
    for (Map.Entry<String, String> each : named.entrySet()) {
      String before = known.putIfAbsent(each.getKey(), each.getValue());
      if (before != null && !before.equals(each.getValue())) {
        throw new NotDone("sealed.peer-changed", each.getKey());
      }
    }
    StringBuilder text = new StringBuilder();
    known.forEach(
        (agency, identity) -> text.append(agency).append(' ').append(identity).append('\n'));
    DurableFiles.write(folder.peers(), text.toString().getBytes(StandardCharsets.UTF_8));
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
