package se.samsyn.demo.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/** Whether the service answers. */
final class Health {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration PAUSE = Duration.ofMillis(150);

  private Health() {}

  /**
   * Waits until {@code page} answers with status 200.
   *
   * @throws ProgramFailed when {@code process} ends first or patience does
   */
  static void await(URI page, Process process)
      throws IOException, InterruptedException, ProgramFailed {
    HttpClient client = HttpClient.newHttpClient();
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      if (!process.isAlive()) {
        throw new ProgramFailed(
            "the aggregator ended with status " + process.exitValue() + "; see its log");
      }
      try {
        int status =
            client
                .send(
                    HttpRequest.newBuilder(page).timeout(PAUSE.multipliedBy(20)).build(),
                    HttpResponse.BodyHandlers.discarding())
                .statusCode();
        if (status == 200) {
          return;
        }
      } catch (IOException e) {
        // Not listening yet: the normal case for the first seconds.
        Thread.sleep(PAUSE.toMillis());
        continue;
      }
      Thread.sleep(PAUSE.toMillis());
    }
    throw new ProgramFailed("the aggregator did not answer within " + PATIENCE.toSeconds() + " s");
  }
}
