package se.samsyn.agent.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
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
  private static final int LARGEST_ANSWER = 64 << 20;
  private static final int TRIES = 3;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final ObjectMapper PROBLEMS = new ObjectMapper();

  private final URI base;
  private final HttpClient http;
  private final Duration timeout;
  private final Duration firstPause;

  private AggregatorClient(URI base, HttpClient http, Duration timeout, Duration firstPause) {
    this.base = base;
    this.http = http;
    this.timeout = timeout;
    this.firstPause = firstPause;
  }

  /**
   * @throws IOException when the own certificate authority cannot be read
   */
  public static AggregatorClient to(URI base, Optional<Network> network) throws IOException {
    return to(base, network, Duration.ofMinutes(5), FIRST_PAUSE);
  }

  static AggregatorClient to(
      URI base, Optional<Network> network, Duration timeout, Duration firstPause)
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
    return new AggregatorClient(base, http.build(), timeout, firstPause);
  }

  /** Posts a message that is signed in itself. */
  public Answer post(String path, byte[] body) {
    return send(
        HttpRequest.newBuilder(at(path))
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, application/problem+json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build());
  }

  /** Asks for something in the agency's name. */
  public Answer get(String path, SigningKey key, AgencyId agency, Clock clock) {
    AgentRequest request = AgentRequest.sign(key, agency, clock.instant(), "GET", path);
    return send(
        HttpRequest.newBuilder(at(path))
            .timeout(timeout)
            .header("Authorization", request.header())
            .header("Accept", "application/json, application/problem+json")
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

  private Answer once(HttpRequest request) {
    try {
      HttpResponse<InputStream> response =
          http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      byte[] body;
      try (InputStream in = response.body()) {
        body = in.readNBytes(LARGEST_ANSWER + 1);
      }
      if (body.length > LARGEST_ANSWER) {
        return new Answer.Unreachable(Answer.Cause.TOO_LARGE);
      }
      return classify(response.statusCode(), body);
    } catch (HttpTimeoutException e) {
      return new Answer.Unreachable(Answer.Cause.TIMEOUT);
    } catch (ConnectException e) {
      return new Answer.Unreachable(Answer.Cause.NO_CONNECTION);
    } catch (SSLException e) {
      return new Answer.Unreachable(Answer.Cause.TLS);
    } catch (IOException e) {
      return new Answer.Unreachable(Answer.Cause.NO_CONNECTION);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Unreachable(Answer.Cause.TIMEOUT);
    }
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
