package se.samsyn.aggregator.killed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import se.samsyn.aggregator.Step;
import se.samsyn.aggregator.database.DataFolder;

/** The commands and the server of one data folder, each a process that is killed at a step. */
final class KilledAggregator {
  private final Path folder;
  private final int port;
  private final Set<Step> killed = EnumSet.noneOf(Step.class);

  /**
   * @param folder of the test
   */
  KilledAggregator(Path folder) throws IOException {
    this.folder = folder;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
  }

  DataFolder data() {
    return DataFolder.at(folder.resolve("data"));
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** The steps at which it was killed so far. */
  Set<Step> killed() {
    return killed;
  }

  /** Runs a command that is killed at {@code step}. */
  void kill(Step step, String... command) throws Exception {
    try (Child child = start(step, command)) {
      child.killAtStep();
      killed.add(step);
    }
  }

  /** Starts the server, sends a request that it does not answer, and kills it at {@code step}. */
  void killServing(Step step, Callable<HttpResponse<byte[]>> request) throws Exception {
    try (Child server = server(step)) {
      CompletableFuture<HttpResponse<byte[]>> answer =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return request.call();
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              });
      server.killAtStep();
      killed.add(step);
      assertThatThrownBy(answer::join).hasRootCauseInstanceOf(IOException.class);
    }
  }

  /** Works while the server runs. */
  <T> T serving(Callable<T> work) throws Exception {
    try (Child server = server(null)) {
      assertThat(server).isNotNull();
      return work.call();
    }
  }

  /** Runs a command to its end, which must be of this status; what it has printed. */
  String run(int status, String... command) throws Exception {
    try (Child child = start(null, command)) {
      assertThat(child.status()).as(child.printed()).isEqualTo(status);
      return child.printed();
    }
  }

  private Child server(Step step) throws Exception {
    Child server = start(step, "serve", "--port", Integer.toString(port));
    server.awaitOutput(address().toString());
    return server;
  }

  private Child start(Step step, String... command) throws IOException {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of("--data", folder.resolve("data").toString()));
    return Child.start(folder, step, all.toArray(String[]::new));
  }
}
