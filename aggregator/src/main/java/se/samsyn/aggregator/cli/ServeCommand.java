package se.samsyn.aggregator.cli;

import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.samsyn.aggregator.area.AreaFile;

/** {@code serve}: answers agents and readers until it is stopped. */
@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {
  private final Invocation invocation;
  @Mixin private DataOption data;
  @Spec private CommandSpec spec;

  @Option(
      names = "--host",
      descriptionKey = "host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1")
  private String host;

  @Option(names = "--port", descriptionKey = "port", paramLabel = "PORT", defaultValue = "8420")
  private int port;

  ServeCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    // What is wrong with the map is said now, and not to the first reader.
    AreaFile.read(data.folder().areas());
    Workplace workplace =
        data.open(invocation, Map.of("micronaut.server.host", host, "micronaut.server.port", port));
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  workplace.close();
                  stopped.countDown();
                },
                "stop"));
    EmbeddedServer server = workplace.get(EmbeddedServer.class);
    try {
      server.start();
    } catch (ServerStartupException e) {
      throw CommandFailed.wrongUse("serve.cannot-bind", host, Integer.toString(port));
    }
    spec.commandLine().getOut().println(invocation.texts().of("serve.ready", server.getURL()));
    spec.commandLine().getOut().flush();
    stopped.await();
    return 0;
  }
}
