package se.samsyn.agent.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import se.samsyn.agent.config.Network;
import se.samsyn.schemas.envelope.SigningKey;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.AgentRequest;
import se.samsyn.schemas.message.Refusal;

/**
 * Speaks to the aggregator: outbound only, no redirects, nothing larger than it can be, and a few
 * tries with growing pauses. What it brings back is bytes; verifying them is the caller's.
 */
public final class AggregatorClient {
  /** Manifests hold their definitions and code lists in full: a few megabytes at most. */
  private static final int LARGEST_ANSWER = 64 << 20;

  private static final int TRIES = 3;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final ObjectMapper PROBLEMS = new ObjectMapper();

  private final URI base;
  private final HttpClient http;
  private final Duration timeout;
  private final Duration firstPause;
  private final int largestAnswer;

  private AggregatorClient(
      URI base, HttpClient http, Duration timeout, Duration firstPause, int largestAnswer) {
    this.base = base;
    this.http = http;
    this.timeout = timeout;
    this.firstPause = firstPause;
    this.largestAnswer = largestAnswer;
  }

  /**
   * @throws IOException when the own certificate authority cannot be read
   */
  public static AggregatorClient to(URI base, Optional<Network> network) throws IOException {
    return to(base, network, Duration.ofMinutes(5), FIRST_PAUSE, LARGEST_ANSWER);
  }

  static AggregatorClient to(
      URI base, Optional<Network> network, Duration timeout, Duration firstPause, int largestAnswer)
      throws IOException {
    HttpClient.Builder http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10));
    if (network.isPresent()) {
      network
          .get()
          .proxy()
          .ifPresent(
              p ->
                  http.proxy(
                      ProxySelector.of(
                          new java.net.InetSocketAddress(p.getHostString(), p.getPort()))));
      if (network.get().ca().isPresent()) {
        http.sslContext(OwnAuthority.context(network.get().ca().get()));
      }
    }
    return new AggregatorClient(base, http.build(), timeout, firstPause, largestAnswer);
  }

  /** Posts a message that is signed in itself. */
  public Answer post(String path, byte[] body) {
    return message("POST", path, body);
  }

  /**
   * Leaves something in the agency's name.
   *
   * @param path with the hash of {@code body} in its query: the signature over it is over the body
   *     too
   */
  public Answer put(String path, byte[] body, SigningKey key, AgencyId agency, Clock clock) {
    AgentRequest request = AgentRequest.sign(key, agency, clock.instant(), "PUT", path);
    return send(
        HttpRequest.newBuilder(at(path))
            .timeout(timeout)
            .header("Authorization", request.header())
            .header("Content-Type", "application/octet-stream")
            .header("Accept", "application/json, application/problem+json")
            .PUT(HttpRequest.BodyPublishers.ofByteArray(body))
            .build());
  }

  /** Puts a message that is signed in itself. */
  public Answer put(String path, byte[] body) {
    return message("PUT", path, body);
  }

  private Answer message(String method, String path, byte[] body) {
    return send(
        HttpRequest.newBuilder(at(path))
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, application/problem+json")
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
            .build());
  }

  /** Asks for something in the agency's name. */
  public Answer get(String path, SigningKey key, AgencyId agency, Clock clock) {
    AgentRequest request = AgentRequest.sign(key, agency, clock.instant(), "GET", path);
    return send(
        HttpRequest.newBuilder(at(path))
            .timeout(timeout)
            .header("Authorization", request.header())
            .header(
                "Accept", "application/json, application/octet-stream, application/problem+json")
            .GET()
            .build());
  }

  private URI at(String path) {
    String text = base.toString();
    return URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path);
  }

  private Answer send(HttpRequest request) {
    Answer answer = once(request);
    Duration pause = firstPause;
    for (int i = 1; i < TRIES && isWorthAnotherTry(answer); i++) {
      try {
        Thread.sleep(pause.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return answer;
      }
      pause = pause.multipliedBy(2);
      answer = once(request);
    }
    return answer;
  }

  private static boolean isWorthAnotherTry(Answer answer) {
    return answer instanceof Answer.Unreachable u
        && u.cause() != Answer.Cause.TLS
        && u.cause() != Answer.Cause.TOO_LARGE;
  }

  /**
   * One exchange, body included: the client's own timeout ends with the headers, so a sender that
   * drips its body would hold the agent for ever.
   */
  private Answer once(HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> exchange =
        http.sendAsync(request, head -> new LimitedBody(largestAnswer));
    try {
      HttpResponse<byte[]> response = exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return classify(response.statusCode(), response.body());
    } catch (TimeoutException e) {
      exchange.cancel(true);
      return new Answer.Unreachable(Answer.Cause.TIMEOUT);
    } catch (ExecutionException e) {
      return new Answer.Unreachable(cause(e.getCause()));
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      return new Answer.Unreachable(Answer.Cause.TIMEOUT);
    }
  }

  private static Answer.Cause cause(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof LimitedBody.TooLarge) {
        return Answer.Cause.TOO_LARGE;
      }
      if (t instanceof SSLException) {
        return Answer.Cause.TLS;
      }
      if (t instanceof HttpTimeoutException) {
        return Answer.Cause.TIMEOUT;
      }
    }
    return Answer.Cause.NO_CONNECTION;
  }

  private static Answer classify(int status, byte[] body) {
    if (status == 200) {
      return new Answer.Success(body);
    }
    if (status >= 500) {
      return new Answer.Unreachable(Answer.Cause.SERVER_TROUBLE);
    }
    return new Answer.Refused(status, reason(body));
  }

  private static Optional<Refusal> reason(byte[] body) {
    try {
      JsonNode problem = PROBLEMS.readTree(body);
      String word = problem == null ? "" : problem.path("refusal").asText("");
      return Arrays.stream(Refusal.values()).filter(r -> r.word().equals(word)).findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
