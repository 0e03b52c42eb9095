package se.samsyn.demo.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import se.samsyn.demo.files.AgencyFolder;
import se.samsyn.demo.files.OfficeFolder;
import se.samsyn.demo.world.Office;
import se.samsyn.demo.world.SmallGroups;

/**
 * Collections over small groups, open or sealed. Every agency is a process of its own; for each
 * role in a sealed collection there is one more.
 */
final class SmallGroupsRun {
  private static final String DEFINITION = "tsi-assessed";
  private static final long MINUTES_FOR_A_ROLE = 10;

  /** Agencies at work at once: each has a database of its own in memory. */
  private static final int AT_ONCE = 4;

  private final Processes processes;
  private final Coordinator coordinator;
  private final Path folder;

  SmallGroupsRun(Processes processes, Coordinator coordinator, Path folder) {
    this.processes = processes;
    this.coordinator = coordinator;
    this.folder = folder;
  }

  /** Collects as all other collections of the demo do. */
  void open(SmallGroups groups) throws IOException, InterruptedException, ProgramFailed {
    List<Agent> agents = enrolled(groups);
    coordinator.open(groups, DEFINITION, catalogue(groups), List.of());
    forEach(
        agents,
        agent -> {
          agent.collections();
          agent.send(agent.preview(DEFINITION, SmallGroups.TERM));
          agent.close();
        });
    coordinator.close(groups.id());
    coordinator.release(groups.id());
  }

  /**
   * Collects sealed; the totals that may be opened are then released like any others.
   *
   * @param byMunicipality whether the municipalities are its units, else all together are one
   */
  void sealed(SmallGroups groups, boolean byMunicipality)
      throws IOException, InterruptedException, ProgramFailed {
    List<Agent> agents = enrolled(groups);
    // The first three or four are boards of their own; each has a role.
    List<Agent> roles = agents.subList(0, byMunicipality ? 4 : 3);
    for (Agent role : roles) {
      role.offerRoleKey();
    }
    coordinator.open(groups, DEFINITION, catalogue(groups), terms(groups, byMunicipality));
    List<Process> playing = new ArrayList<>();
    for (Agent role : roles) {
      playing.add(role.playRole());
    }
    forEach(
        agents,
        agent -> {
          agent.contribute();
          agent.close();
        });
    for (Process role : playing) {
      if (!role.waitFor(MINUTES_FOR_A_ROLE, TimeUnit.MINUTES) || role.exitValue() != 0) {
        throw new ProgramFailed("a role of " + groups.id() + " did not end; see the logs");
      }
    }
    coordinator.release(groups.id());
  }

  private List<String> terms(SmallGroups groups, boolean byMunicipality) throws IOException {
    List<String> terms =
        new ArrayList<>(List.of("--sealed", "--possible", "--aggregator", "lansforbundet"));
    List<String> options = List.of("--role-a", "--role-b", "--role-c", "--role-c2");
    for (int i = 0; i < (byMunicipality ? 4 : 3); i++) {
      terms.addAll(List.of(options.get(i), groups.offices().get(i).agency()));
    }
    if (byMunicipality) {
      Path order = folder.resolve(groups.id() + "-storlek.csv");
      OfficeFolder.writeOrder(order, groups.municipalities());
      terms.addAll(List.of("--units", "municipality", "--order", order.toString()));
      for (Office office : groups.offices()) {
        // A board is of one municipality; the region works in all of them.
        String code = office.agency().substring(office.agency().indexOf('-') + 1);
        if (groups.municipalities().stream().anyMatch(m -> m.code().equals(code))) {
          terms.addAll(List.of("--covers", office.agency() + "=" + code));
        }
      }
    }
    return terms;
  }

  private Path catalogue(SmallGroups groups) throws IOException {
    Path catalogue = folder.resolve(groups.id() + "-catalogue");
    AgencyFolder.writeCatalogue(catalogue, groups.municipalities());
    return catalogue;
  }

  private List<Agent> enrolled(SmallGroups groups)
      throws IOException, InterruptedException, ProgramFailed {
    List<Agent> agents = new ArrayList<>();
    List<Callable<Void>> works = new ArrayList<>();
    for (Office office : groups.offices()) {
      Path own = folder.resolve(office.agency());
      OfficeFolder.write(own, office, groups.municipalities());
      Path invitation = coordinator.invite(office.agency(), office.authority(), office.title());
      Agent agent = Agent.start(processes, office.agency(), own);
      agents.add(agent);
      works.add(
          () -> {
            agent.init(invitation);
            return null;
          });
    }
    atOnce(works);
    return agents;
  }

  private interface Work {
    void with(Agent agent) throws IOException, ProgramFailed;
  }

  private static void forEach(List<Agent> agents, Work work)
      throws IOException, InterruptedException, ProgramFailed {
    List<Callable<Void>> works = new ArrayList<>();
    for (Agent agent : agents) {
      works.add(
          () -> {
            work.with(agent);
            return null;
          });
    }
    atOnce(works);
  }

  private static void atOnce(List<Callable<Void>> works)
      throws IOException, InterruptedException, ProgramFailed {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      for (Future<Void> done : threads.invokeAll(works)) {
        done.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ProgramFailed failed) {
        throw failed;
      }
      throw new IOException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }
}
