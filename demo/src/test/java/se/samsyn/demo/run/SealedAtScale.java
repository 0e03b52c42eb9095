package se.samsyn.demo.run;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.CollectionManifest;

/**
 * A sealed collection of any size with every agency a process of its own and only the relay between
 * them, compared number by number with the plain sums of all agencies' files. Run by {@code
 * benchmarks/sealed-processes.sh}.
 */
final class SealedAtScale {
  private static final String PERIOD = "2025";
  private static final int AT_ONCE = 3;

  private final Path folder;
  private final int agencies;
  private final int units;
  private final int classes;
  private final Map<String, Long> plain = new HashMap<>();

  private SealedAtScale(Path folder, int agencies, int units, int classes) {
    this.folder = folder;
    this.agencies = agencies;
    this.units = units;
    this.classes = classes;
  }

  /**
   * @param args the checkout, agencies, units, classes, persons at each agency, seed
   */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("samsyn-scale-");
    SealedAtScale scale =
        new SealedAtScale(
            folder,
            Integer.parseInt(args[1]),
            Integer.parseInt(args[2]),
            Integer.parseInt(args[3]));
    try (Processes processes = new Processes(Path.of(args[0]).toAbsolutePath(), folder)) {
      scale.run(processes, Integer.parseInt(args[4]), Long.parseLong(args[5]));
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private void run(Processes processes, int persons, long seed) throws Exception {
    System.out.printf(
        "%d agencies, %d units, %d classes, about %d persons each; seed %d%n",
        agencies, units, classes, persons, seed);
    catalogue(folder.resolve("catalogue"));
    Coordinator coordinator =
        new Coordinator(processes, Files.createDirectories(folder.resolve("aggregator")), port());
    coordinator.init();
    coordinator.serve();
    Random random = new Random(seed);
    List<String> names = IntStream.range(0, agencies).mapToObj("agency-%02d"::formatted).toList();
    List<Agent> agents = new ArrayList<>();
    for (String name : names) {
      Path own = folder.resolve(name);
      write(own, name, persons, random);
      Agent agent = Agent.start(processes, name, own);
      agent.init(coordinator.invite(name, "board-of-" + name, name));
      agents.add(agent);
    }
    for (Agent role : agents.subList(0, 3)) {
      role.offerRoleKey();
    }
    coordinator.create(
        List.of(
            "scale",
            "--period",
            PERIOD,
            "--catalogue",
            folder.resolve("catalogue").toString(),
            "--constellation",
            "Scale",
            "--definition",
            "many-classes",
            "--agency",
            String.join(",", names),
            "--sealed",
            "--possible",
            "--aggregator",
            "county",
            "--units",
            "municipality",
            "--role-a",
            names.get(0),
            "--role-b",
            names.get(1),
            "--role-c",
            names.get(2)));
    List<Process> roles = new ArrayList<>();
    for (Agent role : agents.subList(0, 3)) {
      roles.add(role.playRole());
    }
    Instant start = Instant.now();
    contribute(agents);
    Instant contributed = Instant.now();
    for (Process role : roles) {
      if (!role.waitFor(30, TimeUnit.MINUTES) || role.exitValue() != 0) {
        throw new IllegalStateException("a role did not end");
      }
    }
    Instant opened = Instant.now();
    coordinator.release("scale");
    compare(Reader.login(coordinator.address(), "steering", coordinator.logins().get("steering")));
    System.out.printf(
        "contributions %d s, roles %d s after them%n",
        Duration.between(start, contributed).toSeconds(),
        Duration.between(contributed, opened).toSeconds());
  }

  private static void contribute(List<Agent> agents) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    List<Future<?>> all = new ArrayList<>();
    for (Agent agent : agents) {
      all.add(
          threads.submit(
              () -> {
                agent.contribute();
                agent.close();
                return null;
              }));
    }
    for (Future<?> one : all) {
      one.get();
    }
    threads.shutdown();
  }

  /** Every number that readers see must be the plain sum, and nothing unsafe may be seen. */
  private void compare(Reader reader) throws Exception {
    Definition definition = definition();
    Map<String, List<String>> leaves = new TreeMap<>();
    for (Dimension dimension : definition.dimensions()) {
      leaves.put(
          dimension.id() + "/" + Code.TOTAL, dimension.leaves().stream().map(Code::code).toList());
      dimension.codes().stream()
          .flatMap(Code::preorder)
          .forEach(
              code ->
                  leaves.put(
                      dimension.id() + "/" + code.code(),
                      code.preorder().filter(Code::isLeaf).map(Code::code).toList()));
    }
    String csv = reader.get("/api/v1/collections/scale/tables/" + definition.id() + "/csv");
    long shown = 0;
    try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(csv)) {
      for (NamedCsvRecord row : records) {
        if (!row.getField("state").equals("value")) {
          throw new IllegalStateException("a state " + row.getField("state"));
        }
        long sum = 0;
        for (String unit : leaves.get("municipality/" + row.getField("municipality"))) {
          for (String clazz : leaves.get("klass/" + row.getField("klass"))) {
            sum += plain.getOrDefault(unit + "/" + clazz, 0L);
          }
        }
        if (sum != Long.parseLong(row.getField("lower"))) {
          throw new IllegalStateException("a total is not the plain sum");
        }
        if (sum > 0 && sum < 11) {
          throw new IllegalStateException("a total of fewer than eleven is shown");
        }
        shown++;
      }
    }
    long nodes =
        definition.dimensions().stream()
            .mapToLong(d -> d.nodes().size())
            .reduce(1, Math::multiplyExact);
    System.out.printf("%d nodes, %d shown, each equal to the plain sum%n", nodes, shown);
  }

  /** The sealed form, as an agent has got it. */
  private Definition definition() throws Exception {
    try (Stream<Path> files = Files.list(folder.resolve("agency-00/state/manifests"))) {
      Signed signed = Codecs.SIGNED.read(Files.readAllBytes(files.findFirst().orElseThrow()));
      CollectionManifest manifest = Codecs.MANIFEST.read(signed.payload());
      return manifest.definitions().get(0);
    }
  }

  private void catalogue(Path catalogue) throws IOException {
    Files.createDirectories(catalogue.resolve("definitions"));
    Files.createDirectories(catalogue.resolve("tables"));
    Files.createDirectories(catalogue.resolve("codelists"));
    Files.writeString(
        catalogue.resolve("codelists/municipality.yaml"), codes("municipality", "u", units));
    Files.writeString(catalogue.resolve("codelists/klass.yaml"), codes("klass", "c", classes));
    Files.writeString(
        catalogue.resolve("tables/many_case.yaml"),
        """
        id: many_case
        title: {sv: Fall, en: Cases}
        columns:
          - {name: person_id, type: person, required: true, personal: true, description: {sv: Person, en: Person}}
          - {name: start_date, type: date, required: true, personal: false, description: {sv: Start, en: Start}}
          - {name: municipality, type: code, required: true, personal: false, description: {sv: Kommun, en: Municipality}}
          - {name: klass, type: code, required: true, personal: false, description: {sv: Klass, en: Class}}
        """);
    Files.writeString(
        catalogue.resolve("definitions/many-classes.yaml"),
        """
        id: many-classes
        version: 1
        title: {sv: Många klasser, en: Many classes}
        description: {sv: Många klasser, en: Many classes}
        purpose: {answers: [{question: assessed}]}
        logic: action
        table: many_case
        unit: persons
        counting: disjoint
        period: {grain: year, date: start_date}
        dimensions:
          - {id: municipality, title: {sv: Kommun, en: Municipality}, kind: single, by: {column: municipality}, codeList: municipality}
          - {id: klass, title: {sv: Klass, en: Class}, kind: single, by: {column: klass}, codeList: klass}
        measures:
          - {kind: count, id: children, title: {sv: Barn, en: Children}}
        protection: {minimumFrequency: 5, zeros: shown, groupDisclosure: false}
        """);
  }

  private static String codes(String id, String prefix, int number) {
    return IntStream.range(0, number)
        .mapToObj(
            i ->
                "  - {code: %1$s%2$03d, label: {sv: %1$s%2$03d, en: %1$s%2$03d}}%n"
                    .formatted(prefix, i))
        .collect(
            Collectors.joining(
                "", "id: %1$s\ntitle: {sv: %1$s, en: %1$s}\ncodes:\n".formatted(id), ""));
  }

  /** The first units and classes are the largest, the last ones nearly empty. */
  private void write(Path own, String name, int persons, Random random) throws IOException {
    Files.createDirectories(own);
    StringBuilder csv = new StringBuilder("person,start,kommun,klass\n");
    for (int i = 0; i < persons; i++) {
      String unit = "u%03d".formatted((int) (units * Math.pow(random.nextDouble(), 2)));
      String clazz = "c%03d".formatted((int) (classes * Math.pow(random.nextDouble(), 2)));
      csv.append("%d,2025-03-%02d,%s,%s%n".formatted(i, 1 + i % 28, unit, clazz));
      plain.merge(unit + "/" + clazz, 1L, Long::sum);
    }
    Files.writeString(own.resolve("cases.csv"), csv);
    Files.writeString(
        own.resolve("cases.mapping.yaml"),
        """
        table: many_case
        file: cases.csv
        columns:
          person_id: person
          start_date: start
          municipality: kommun
          klass: klass
        """);
    Files.writeString(
        own.resolve("agent.yaml"),
        "agency: %s\nstate: state\nlanguage: en\ncatalogue: [../catalogue]\nsources: [{mapping: cases.mapping.yaml}]\n"
            .formatted(name));
  }

  private static int port() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
