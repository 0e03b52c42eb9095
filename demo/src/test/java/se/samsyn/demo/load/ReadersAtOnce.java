package se.samsyn.demo.load;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.samsyn.aggregator.database.DataFolder;
import se.samsyn.aggregator.database.Database;
import se.samsyn.demo.Texts;
import se.samsyn.demo.run.Demo;
import se.samsyn.demo.run.Round;

/**
 * 200 people who read the demo's front page, each again within two seconds, while a release is made
 * by the command line. Runs for a bounded time on loopback; {@code benchmarks/readers.sh}.
 */
public final class ReadersAtOnce {
  private static final int READERS = 200;
  private static final int THINK_MILLIS = 2000;
  private static final Duration TIME = Duration.ofSeconds(30);

  /** The server and the readers themselves run uncompiled code at first; that is told apart. */
  private static final Duration WARMING = Duration.ofSeconds(10);

  private static final Pattern TOKEN = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");
  private static final Pattern LOGIN =
      Pattern.compile("steering\\b[^\\n]*?\\b([a-z0-9]{4}(?:-[a-z0-9]{4}){4})");

  private final int port;
  private final String cookies;

  private ReadersAtOnce(int port, String cookies) {
    this.port = port;
    this.cookies = cookies;
  }

  public static void main(String[] arguments) throws Exception {
    long seed = Long.getLong("seed", 1);
    Path folder = Files.createTempDirectory("samsyn-readers-");
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    var said = new java.io.ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        Demo demo =
            new Demo(
                Path.of(System.getProperty("samsyn.root")),
                folder,
                seed,
                port,
                new Texts(Locale.ENGLISH),
                out)) {
      demo.run();
      Matcher login = LOGIN.matcher(said.toString(StandardCharsets.UTF_8));
      if (!login.find()) {
        throw new IOException("the demo does not say how to log in");
      }
      ReadersAtOnce readers = new ReadersAtOnce(port, logIn(port, login.group(1)));
      long[] cold = readers.read(seed + 2, WARMING, () -> {});
      long[] quiet = readers.read(seed, TIME, () -> {});
      Path data = folder.resolve("aggregator");
      long[] released = readers.read(seed + 1, TIME, () -> release(data));
      double straight = straight(data);
      print("the first 10 s, both programs cold", cold, straight);
      print("readers only", quiet, straight);
      print("while a release is made", released, straight);
      System.out.printf(Locale.ROOT, "straight on the database, median: %.1f ms%n", straight);
    } finally {
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** The cookies of a reader who has logged in and has seen the front page once. */
  private static String logIn(int port, String password) throws IOException {
    try (Tab tab = new Tab(port)) {
      Matcher token = TOKEN.matcher(tab.get("/login"));
      if (!token.find()) {
        throw new IOException("the login page has no form");
      }
      tab.post(
          "/login",
          "form=%s&name=steering&password=%s".formatted(encoded(token.group(1)), password));
      tab.get("/");
      return tab.cookies();
    }
  }

  private interface Meanwhile {
    void act() throws Exception;
  }

  /** Nanoseconds of each reading; the first error ends it. */
  private long[] read(long seed, Duration time, Meanwhile meanwhile) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(READERS);
    try {
      long end = System.nanoTime() + time.toNanos();
      List<Future<List<Long>>> running = new ArrayList<>();
      for (int reader = 0; reader < READERS; reader++) {
        Random random = new Random(seed * READERS + reader);
        running.add(
            threads.submit(
                () -> {
                  List<Long> times = new ArrayList<>();
                  Thread.sleep(random.nextInt(THINK_MILLIS));
                  try (Tab tab = new Tab(port, cookies)) {
                    while (System.nanoTime() < end) {
                      long start = System.nanoTime();
                      byte[] answer = tab.getCompressed("/");
                      times.add(System.nanoTime() - start);
                      if (!Tab.text(answer).contains("id=\"assessed\"")) {
                        throw new IOException("not the front page");
                      }
                      Thread.sleep(random.nextInt(THINK_MILLIS));
                    }
                  }
                  return times;
                }));
      }
      meanwhile.act();
      List<Long> all = new ArrayList<>();
      for (Future<List<Long>> one : running) {
        all.addAll(one.get());
      }
      return all.stream().mapToLong(Long::longValue).sorted().toArray();
    } finally {
      threads.shutdownNow();
    }
  }

  /**
   * Makes the newest provisional figures final, in a process of its own that gives way to the
   * service, as {@code ./samsyn aggregator} starts it.
   */
  private static void release(Path data) throws Exception {
    Thread.sleep(TIME.toMillis() / 3);
    Round newest =
        Round.all().stream()
            .filter(r -> r.definitions().contains("tsi-assessed"))
            .reduce((older, newer) -> newer)
            .orElseThrow();
    Process release =
        new ProcessBuilder(
                "nice",
                "-n",
                "10",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "se.samsyn.aggregator.Main",
                "release",
                "make",
                newest.id(),
                "--final",
                "--data",
                data.toString())
            .inheritIO()
            .start();
    if (!release.waitFor(2, TimeUnit.MINUTES) || release.exitValue() != 0) {
      throw new IOException("no release was made");
    }
  }

  /** Median milliseconds of reading the same joint tables' cells from the database. */
  private static double straight(Path data) throws Exception {
    long[] times = new long[200];
    try (Database database = Database.open(DataFolder.at(data), Map.of());
        Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT definition, measure, cell, state, lower, upper FROM joint_cell"
                    + " WHERE definition IN ('tsi-assessed', 'tsi-support', 'tsi-result')")) {
      for (int i = 0; i < times.length; i++) {
        long start = System.nanoTime();
        try (ResultSet found = select.executeQuery()) {
          while (found.next()) {
            found.getLong(5);
          }
        }
        times[i] = System.nanoTime() - start;
      }
    }
    Arrays.sort(times);
    return times[times.length / 2] / 1e6;
  }

  private static void print(String name, long[] sorted, double straight) {
    double median = sorted[sorted.length / 2] / 1e6;
    double high = sorted[(int) Math.ceil(sorted.length * 0.99) - 1] / 1e6;
    System.out.printf(
        Locale.ROOT,
        "%s: %d readers, %d pages, 0 errors, median %.1f ms, p99 %.1f ms, most %.1f ms;"
            + " p99 / straight %.1f%n",
        name,
        READERS,
        sorted.length,
        median,
        high,
        sorted[sorted.length - 1] / 1e6,
        high / straight);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
