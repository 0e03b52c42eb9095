package se.samsyn.demo.endtoend;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import se.samsyn.demo.Texts;
import se.samsyn.demo.run.Demo;
import se.samsyn.demo.run.Reader;
import se.samsyn.demo.world.World;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.DefinitionId;

/** One whole run of the demo, shared by the tests that look at what it leaves. */
final class DemoRun implements AutoCloseable {
  /** What the folder of a run is called in the system's temporary folder. */
  static final String PREFIX = "samsyn-e2e-";

  private static final long SEED = 1;

  private final Instant started = Instant.now();
  private final Path folder;
  private final Demo demo;

  private DemoRun() throws Exception {
    this.folder = Files.createTempDirectory(PREFIX);
    this.demo =
        new Demo(
            Path.of(System.getProperty("samsyn.root")),
            folder,
            SEED,
            freePort(),
            new Texts(Locale.ENGLISH),
            new PrintStream(System.out, true, StandardCharsets.UTF_8));
    try {
      demo.run();
    } catch (Exception e) {
      close();
      throw e;
    }
  }

  /** When the run began. */
  Instant started() {
    return started;
  }

  /** Everything that the run has written. */
  Path folder() {
    return folder;
  }

  World world() {
    return World.of(SEED);
  }

  Definition definition(String id) throws IOException {
    return demo.catalogue().definition(new DefinitionId(id)).orElseThrow();
  }

  Reader reader() throws IOException, InterruptedException {
    return demo.reader();
  }

  @Override
  public void close() throws IOException {
    demo.close();
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Hands the run to tests; the first one that asks starts it, the end of all tests stops it. */
  static final class Resolver implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == DemoRun.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.create(DemoRun.class))
          .getOrComputeIfAbsent(DemoRun.class, key -> started(), DemoRun.class);
    }

    private static DemoRun started() {
      try {
        return new DemoRun();
      } catch (Exception e) {
        throw new IllegalStateException("the demo did not run: " + e.getMessage(), e);
      }
    }
  }
}
