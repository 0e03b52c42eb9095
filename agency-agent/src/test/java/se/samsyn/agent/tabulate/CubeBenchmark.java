package se.samsyn.agent.tabulate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import se.samsyn.agent.config.Variables;
import se.samsyn.agent.mapping.Mapping;
import se.samsyn.agent.mapping.MappingFile;
import se.samsyn.agent.source.Needed;
import se.samsyn.agent.source.Source;
import se.samsyn.agent.source.Workspace;
import se.samsyn.schemas.definition.ClassifiedBy;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Counting;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.definition.InputTable;
import se.samsyn.schemas.definition.Instrument;
import se.samsyn.schemas.definition.LogicStep;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.definition.PeriodGrain;
import se.samsyn.schemas.definition.Periodicity;
import se.samsyn.schemas.definition.ProtectionPolicy;
import se.samsyn.schemas.definition.Purpose;
import se.samsyn.schemas.definition.TableId;
import se.samsyn.schemas.definition.Text;
import se.samsyn.schemas.definition.Unit;
import se.samsyn.schemas.definition.Zeros;

/**
 * The full cube of distinct persons and a sum over a CSV, against DuckDB's own grouping of its
 * finest cells alone over the same file, each in a process of its own. Started by {@code
 * benchmarks/agent-cube.sh}.
 */
public final class CubeBenchmark {
  private static final int[] CODES = {290, 6, 2, 20};

  private CubeBenchmark() {}

  /**
   * @param args {@code generate|duckdb|agent|compare}, the file, and for generate and compare the
   *     number of persons
   */
  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[1]);
    switch (args[0]) {
      case "generate" -> generate(file, Integer.parseInt(args[2]));
      case "duckdb" -> duckdb(file);
      case "agent" -> agent(file);
      case "compare" -> compare(file, Integer.parseInt(args[2]));
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  /** Four rows per person in different cells, far apart in the file; always the same file. */
  private static void generate(Path file, int persons) throws IOException {
    SplittableRandom random = new SplittableRandom(20260101);
    try (PrintStream out =
        new PrintStream(Files.newOutputStream(file), false, StandardCharsets.US_ASCII)) {
      StringBuilder rows = new StringBuilder("person,d0,d1,d2,d3,amount\n");
      for (int i = 0; i < 4; i++) {
        for (int p = 0; p < persons; p++) {
          rows.append('p').append(p * 2_654_435_761L & 0xFFFFFFFFL);
          for (int d = 0; d < CODES.length; d++) {
            rows.append(",c").append(1000 + random.nextInt(CODES[d]));
          }
          rows.append(',').append(random.nextInt(1000)).append('\n');
          if (rows.length() > 1 << 16) {
            out.append(rows);
            rows.setLength(0);
          }
        }
      }
      out.append(rows);
    }
  }

  private static void compare(Path file, int persons) throws Exception {
    if (!Files.exists(file)) {
      generate(file, persons);
    }
    List<Double> theirs = new ArrayList<>();
    List<Double> ours = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      theirs.add(child("duckdb", file));
      ours.add(child("agent", file));
    }
    theirs.sort(null);
    ours.sort(null);
    System.out.printf(
        "DuckDB, finest cells alone: median %.2f s; agent, full cube: median %.2f s; ratio %.2f%n",
        theirs.get(1), ours.get(1), ours.get(1) / theirs.get(1));
  }

  private static double child(String mode, Path file) throws Exception {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-Xmx400m",
                "-cp",
                System.getProperty("java.class.path"),
                CubeBenchmark.class.getName(),
                mode,
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    System.out.print(said);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(mode + " failed");
    }
    return Double.parseDouble(said.lines().reduce((a, b) -> b).orElseThrow().split(" ")[1]);
  }

  private static void duckdb(Path file) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      long start = System.nanoTime();
      long cells = 0;
      try (ResultSet result =
          statement.executeQuery(
              "SELECT d0, d1, d2, d3, count(DISTINCT person), sum(amount) FROM read_csv('%s') GROUP BY ALL"
                  .formatted(file))) {
        while (result.next()) {
          cells++;
        }
      }
      report("duckdb", start, cells);
    }
  }

  private static void agent(Path file) throws Exception {
    Path folder = Files.createTempDirectory("samsyn-benchmark");
    Path mappingFile = folder.resolve("m.mapping.yaml");
    Files.writeString(
        mappingFile,
        "table: bench\nfile: %s\ncolumns: {person_id: person, d0: d0, d1: d1, d2: d2, d3: d3, amount: amount}\n"
            .formatted(file.toAbsolutePath()));
    Definition definition = definition();
    InputTable table = table();
    Period period = Period.parse("2026");
    long start = System.nanoTime();
    Mapping mapping = MappingFile.read(mappingFile, new Variables(Map.of()));
    List<Needed> needed = TableColumns.of(definition, table, mapping);
    try (Workspace workspace = Workspace.open(folder.resolve("tmp"), 1000)) {
      Source source =
          Source.open(workspace, mapping, table, needed, period, LocalDate.of(2026, 1, 1));
      Coverage coverage = Coverage.of(definition, Map.of());
      Tabulator.Result result =
          Tabulator.tabulate(definition, period, table, coverage, source, needed);
      report("agent", start, result.table().measures().get(0).values().length);
    }
    Files.delete(mappingFile);
    Files.delete(folder);
  }

  private static void report(String who, long start, long cells) throws IOException {
    double seconds = (System.nanoTime() - start) / 1e9;
    String peak =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(l -> l.startsWith("VmHWM"))
            .findFirst()
            .orElse("VmHWM: unknown")
            .replaceAll("\\s+", " ");
    System.out.printf(
        java.util.Locale.ROOT, "%s %.2f s, %d cells, peak %s%n", who, seconds, cells, peak);
  }

  private static InputTable table() {
    Text text = new Text("", "");
    List<InputTable.Column> columns = new ArrayList<>();
    columns.add(
        new InputTable.Column("person_id", InputTable.Type.PERSON, true, true, List.of(), text));
    for (int d = 0; d < CODES.length; d++) {
      columns.add(
          new InputTable.Column("d" + d, InputTable.Type.CODE, true, false, List.of(), text));
    }
    columns.add(
        new InputTable.Column("amount", InputTable.Type.INTEGER, true, true, List.of(), text));
    return new InputTable(new TableId("bench"), text, columns, List.of());
  }

  private static Definition definition() {
    Text text = new Text("", "");
    List<Dimension> dimensions = new ArrayList<>();
    for (int d = 0; d < CODES.length; d++) {
      List<Code> codes =
          IntStream.range(0, CODES[d])
              .mapToObj(i -> new Code("c" + (1000 + i), text, null, null))
              .toList();
      dimensions.add(
          new Dimension(
              new DimensionId("dim-" + d),
              text,
              Dimension.Kind.MULTIPLE,
              new ClassifiedBy.Column("d" + d),
              codes));
    }
    return new Definition(
        new DefinitionId("bench"),
        1,
        text,
        text,
        new Purpose.PartOf(Instrument.AREAS),
        LogicStep.PROBLEM,
        new TableId("bench"),
        Unit.PERSONS,
        Counting.DISJOINT,
        new Periodicity(PeriodGrain.YEAR, null),
        List.of(),
        dimensions,
        List.of(
            new Measure.Count(new MeasureId("persons"), text, List.of()),
            new Measure.Sum(new MeasureId("amount"), text, "amount", Measure.AmountUnit.UNITS)),
        new ProtectionPolicy(5, null, Zeros.SHOWN, false));
  }
}
