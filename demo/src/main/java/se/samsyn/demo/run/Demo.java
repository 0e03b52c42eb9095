package se.samsyn.demo.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import se.samsyn.demo.Texts;
import se.samsyn.demo.files.AgencyFolder;
import se.samsyn.demo.files.Sheet;
import se.samsyn.demo.world.Actor;
import se.samsyn.demo.world.SmallGroups;
import se.samsyn.demo.world.World;
import se.samsyn.schemas.catalogue.Catalogue;
import se.samsyn.schemas.json.MalformedDocument;

/**
 * The whole way, once: records, agents, aggregator, joint tables. Every part is a process of its
 * own, and they meet over HTTP on loopback only.
 */
public final class Demo implements AutoCloseable {
  private final Path folder;
  private final long seed;
  private final Texts texts;
  private final PrintStream out;
  private final Processes processes;
  private final Coordinator coordinator;
  private final Map<Actor, Agent> agents = new EnumMap<>(Actor.class);

  /**
   * @param home the checkout with its modules built
   * @param folder where everything is kept
   */
  public Demo(Path home, Path folder, long seed, int port, Texts texts, PrintStream out)
      throws IOException {
    this.folder = folder;
    this.seed = seed;
    this.texts = texts;
    this.out = out;
    this.processes = new Processes(home, folder);
    this.coordinator =
        new Coordinator(processes, Files.createDirectories(folder.resolve("aggregator")), port);
  }

  /** Runs until the joint tables are there, and prints how it goes. */
  public void run() throws IOException, InterruptedException, ProgramFailed {
    say("generating", seed);
    Map<Actor, List<Sheet>> files = generate();
    files.forEach((actor, sheets) -> say("records", actor.title(), rows(sheets)));
    say("aggregator.starting");
    coordinator.init();
    coordinator.serve();
    say("enrolling");
    inParallel(
        (actor, agent) -> {
          agent.init(coordinator.invite(actor.agency(), actor.authority(), actor.title()));
          agent.check();
        });
    for (Round round : Round.all()) {
      coordinator.open(round, folder.resolve("catalogue"));
    }
    say("collecting", Round.all().size());
    inParallel((actor, agent) -> deliverAll(actor, agent, Round.all()));
    for (Round round : Round.all()) {
      coordinator.close(round);
      coordinator.release(round, "");
    }
    List<Round> corrections =
        Round.all().stream().filter(r -> !r.late().isEmpty()).map(Round::complete).toList();
    say("correcting", corrections.size());
    for (Round round : corrections) {
      coordinator.open(round, folder.resolve("catalogue"));
    }
    inParallel((actor, agent) -> deliverAll(actor, agent, corrections));
    for (Round round : corrections) {
      coordinator.close(round);
      coordinator.release(round, texts.get("correction"));
    }
    SmallGroupsRun twins = new SmallGroupsRun(processes, coordinator, folder.resolve("tvillingar"));
    say("twins");
    SmallGroups open = SmallGroups.twin(seed, "tvillinge-oppen", texts.get("twin.open"));
    SmallGroups sealed = SmallGroups.twin(seed, "tvillinge-forseglad", texts.get("twin.sealed"));
    twins.open(open);
    twins.sealed(sealed, false);
    say("county");
    SmallGroups county = SmallGroups.county(seed);
    twins.sealed(county, true);
    int rows = files.values().stream().mapToInt(Demo::rows).sum();
    Summary.of(folder, catalogue(), rows, reader()).print(texts, out);
    SmallGroupsSummary small = new SmallGroupsSummary(reader());
    say("summary.twins", small.exact(open.id()), small.exact(sealed.id()));
    say("summary.county", small.alone(county), county.municipalities().size());
    say("page", coordinator.address());
    coordinator.logins().forEach((name, password) -> say("login", name, password));
  }

  /** A reader of the joint page who has just logged in. */
  public Reader reader() throws IOException, InterruptedException {
    return Reader.login(coordinator.address(), "steering", coordinator.logins().get("steering"));
  }

  /** The standard catalogue with the invented county's municipalities. */
  public Catalogue catalogue() throws IOException {
    try {
      return Catalogue.load(List.of(folder.resolve("catalogue")));
    } catch (MalformedDocument e) {
      throw new IllegalStateException("the demo's own catalogue", e);
    }
  }

  /** Waits; Ctrl-C ends the waiting and everything else. */
  public void serveUntilStopped() throws InterruptedException {
    say("stop");
    coordinator.waitFor();
  }

  @Override
  public void close() {
    processes.close();
  }

  private Map<Actor, List<Sheet>> generate() throws IOException {
    World world = World.of(seed);
    Map<Actor, List<Sheet>> files = new EnumMap<>(Actor.class);
    AgencyFolder.writeCatalogue(folder.resolve("catalogue"));
    for (Actor actor : Actor.values()) {
      Path agency = folder.resolve(actor.agency());
      files.put(actor, AgencyFolder.sheets(actor, world, seed));
      AgencyFolder.write(agency, actor, files.get(actor));
      agents.put(actor, Agent.start(processes, actor.agency(), agency));
    }
    return files;
  }

  private void deliverAll(Actor actor, Agent agent, List<Round> rounds)
      throws IOException, ProgramFailed {
    agent.collections();
    for (Round round : rounds) {
      if (round.participants().contains(actor) && !round.late().contains(actor)) {
        for (String definition : round.definitions()) {
          agent.send(agent.preview(definition, round.term()));
        }
      }
    }
    say("delivered", actor.title());
  }

  private interface Work {
    void with(Actor actor, Agent agent) throws IOException, ProgramFailed;
  }

  /** Agencies do not wait for each other. */
  private void inParallel(Work work) throws IOException, InterruptedException, ProgramFailed {
    ExecutorService threads = Executors.newFixedThreadPool(agents.size());
    try {
      List<Future<?>> running = new ArrayList<>();
      for (Map.Entry<Actor, Agent> each : agents.entrySet()) {
        running.add(
            threads.submit(
                () -> {
                  work.with(each.getKey(), each.getValue());
                  return null;
                }));
      }
      for (Future<?> one : running) {
        one.get();
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

  private static int rows(List<Sheet> sheets) {
    return sheets.stream().mapToInt(s -> s.rows().size()).sum();
  }

  private void say(String key, Object... values) {
    out.println(texts.get(key, values));
  }
}
