package se.samsyn.agent.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import se.samsyn.agent.NotDone;
import se.samsyn.agent.Steps;
import se.samsyn.agent.config.AgentConfig;
import se.samsyn.agent.manifest.StoredManifest;
import se.samsyn.agent.sealed.role.RolePlayer;
import se.samsyn.agent.sealed.state.SealedFolder;
import se.samsyn.agent.state.StateFolder;
import se.samsyn.agent.state.StateLock;

/**
 * An agency's roles in a process of their own. It has the state folder to itself only while it
 * looks for new collections, so that a steward can work beside it; a lock of its own keeps a second
 * such process out.
 */
final class SealedRoles implements AutoCloseable {
  private final AgentConfig agent;
  private final Clock clock;
  private final Steps steps;
  private final StateLock lock;
  private final RolePlayer player;
  private List<StoredManifest> known = List.of();
  private List<StoredManifest> roles = List.of();

  private SealedRoles(
      AgentConfig agent, Clock clock, Steps steps, StateLock lock, RolePlayer player) {
    this.agent = agent;
    this.clock = clock;
    this.steps = steps;
    this.lock = lock;
    this.player = player;
  }

  /**
   * @throws NotDone when the agent has not enrolled, or another process plays its roles
   */
  static SealedRoles open(AgentConfig agent, Clock clock, Steps steps) throws NotDone, IOException {
    SealedFolder folder = SealedFolder.in(new StateFolder(agent.state()));
    StateLock lock;
    try {
      lock = StateLock.take(folder.lock());
    } catch (StateLock.StateInUse e) {
      throw new NotDone("sealed.roles-in-use", agent.state());
    }
    try (Enrolled enrolled = Enrolled.open(agent)) {
      return new SealedRoles(
          agent, clock, steps, lock, enrolled.rolePlayer(agent.minimumFrequency(), clock, steps));
    } catch (NotDone | IOException e) {
      lock.close();
      throw e;
    }
  }

  /** Looks for new collections, offers a key for the next role, and clears what is over. */
  void look() throws NotDone, IOException {
    try (Enrolled enrolled = Enrolled.open(agent)) {
      List<StoredManifest> open = enrolled.fetching(clock, steps).fetch();
      known = enrolled.manifests().all();
      roles = player.roles(open, known);
      enrolled.clearFrozen(known, clock, steps);
    }
    player.offerKey(roles);
  }

  List<RolePlayer.Report> playWhatIsThere() {
    return player.playWhatIsThere(roles, known);
  }

  List<RolePlayer.Report> playOn() {
    return player.playOn(roles, known);
  }

  /** Whether a role is being played. */
  boolean isPlaying() {
    return player.isPlaying();
  }

  /** Whether no role is left to play. */
  boolean isOver() {
    return player.roles(List.of(), known).isEmpty() && !player.isPlaying();
  }

  @Override
  public void close() throws IOException {
    player.close();
    lock.close();
  }
}
