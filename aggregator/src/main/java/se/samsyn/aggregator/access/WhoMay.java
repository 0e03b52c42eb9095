package se.samsyn.aggregator.access;

import static io.micronaut.http.HttpMethod.GET;
import static io.micronaut.http.HttpMethod.POST;
import static io.micronaut.http.HttpMethod.PUT;
import static se.samsyn.aggregator.access.Audience.ACCOUNTS;
import static se.samsyn.aggregator.access.Audience.ANYBODY;
import static se.samsyn.aggregator.access.Audience.COORDINATOR;
import static se.samsyn.aggregator.access.Audience.FEED_ADDRESS;
import static se.samsyn.aggregator.access.Audience.OWN_AGENCY;
import static se.samsyn.aggregator.access.Audience.READERS;
import static se.samsyn.aggregator.access.Audience.SIGNED_AGENT;

import io.micronaut.http.HttpMethod;
import java.util.List;
import java.util.Optional;

/**
 * The table of who may what: every endpoint of the aggregator, and its audience. What is not in it
 * is refused to everybody; {@code WhoMayTest} fails when an endpoint is missing or no longer
 * exists.
 *
 * <p>What an endpoint shows differs by collection, not by reader: numbers only of released
 * collections; of an open one, who has delivered, to the coordinator. Only what is for {@link
 * Audience#OWN_AGENCY} differs by whose people ask.
 */
public final class WhoMay {
  private static final List<Line> TABLE =
      List.of(
          // Agencies' agents. Each request carries a signature that the endpoint verifies itself.
          line(POST, "/api/v1/enrolments", SIGNED_AGENT),
          line(GET, "/api/v1/agent/manifests", SIGNED_AGENT),
          line(POST, "/api/v1/agent/submissions", SIGNED_AGENT),
          line(PUT, "/api/v1/agent/sealed/role-key", SIGNED_AGENT),
          line(PUT, "/api/v1/agent/sealed/{manifest}/{step}/{from}/{to}/{number}", SIGNED_AGENT),
          line(GET, "/api/v1/agent/sealed/{manifest}/{step}/{from}/{to}/{number}", SIGNED_AGENT),
          line(GET, "/api/v1/agent/sealed/{manifest}/outcome", SIGNED_AGENT),
          // Before the login.
          line(GET, "/health", ANYBODY),
          line(GET, "/login", ANYBODY),
          line(POST, "/login", ANYBODY),
          line(GET, "/assets/{name}", ANYBODY),
          // The page and the same data as files.
          line(POST, "/logout", ACCOUNTS),
          line(GET, "/", READERS),
          line(GET, "/collections", READERS),
          line(GET, "/collections/{collection}", READERS),
          line(GET, "/collections/{collection}/charts/{figure}", READERS),
          line(GET, "/collections/{collection}/notes", READERS),
          line(POST, "/collections/{collection}/notes", READERS),
          line(GET, "/collections/{collection}/charts/{figure}/png", READERS),
          line(GET, "/collections/{collection}/charts/{figure}/map", READERS),
          line(GET, "/feed", READERS),
          line(POST, "/feed", READERS),
          line(GET, "/feed/{secret}", FEED_ADDRESS),
          line(GET, "/own", OWN_AGENCY),
          line(GET, "/help", ACCOUNTS),
          line(GET, "/api/v1/openapi.yml", ACCOUNTS),
          line(GET, "/api/v1/collections", READERS),
          line(GET, "/api/v1/collections/{collection}/tables/{definition}/csv", READERS),
          line(GET, "/api/v1/collections/{collection}/tables/{definition}/csv-metadata", READERS),
          line(GET, "/api/v1/collections/{collection}/tables/{definition}/json-stat", READERS),
          // What only the coordinator decides.
          line(GET, "/health/{selector}", COORDINATOR),
          line(GET, "/metrics", COORDINATOR),
          line(GET, "/collections/{collection}/close", COORDINATOR),
          line(POST, "/collections/{collection}/close", COORDINATOR),
          line(GET, "/coordinator", COORDINATOR),
          line(GET, "/coordinator/invitation", COORDINATOR),
          line(POST, "/coordinator/invitation", COORDINATOR),
          line(GET, "/coordinator/new-collection", COORDINATOR),
          line(POST, "/coordinator/new-collection", COORDINATOR),
          line(GET, "/coordinator/new-sealed-collection", COORDINATOR),
          line(POST, "/coordinator/new-sealed-collection", COORDINATOR),
          line(GET, "/coordinator/new-definition", COORDINATOR),
          line(POST, "/coordinator/new-definition", COORDINATOR),
          line(GET, "/coordinator/definitions/{definition}", COORDINATOR),
          line(GET, "/coordinator/definitions/{definition}/new-version", COORDINATOR),
          line(POST, "/coordinator/definitions/{definition}/new-version", COORDINATOR),
          line(GET, "/coordinator/collections/{collection}", COORDINATOR),
          line(GET, "/coordinator/collections/{collection}/release", COORDINATOR),
          line(GET, "/coordinator/collections/{collection}/withdraw", COORDINATOR),
          line(GET, "/coordinator/collections/{collection}/end", COORDINATOR),
          line(GET, "/coordinator/collections/{collection}/next-attempt", COORDINATOR),
          line(POST, "/coordinator/collections/{collection}/release", COORDINATOR),
          line(POST, "/coordinator/collections/{collection}/end", COORDINATOR),
          line(POST, "/coordinator/collections/{collection}/next-attempt", COORDINATOR),
          line(POST, "/coordinator/collections/{collection}/withdraw", COORDINATOR));

  private WhoMay() {}

  /** All lines. */
  public static List<Line> table() {
    return TABLE;
  }

  /** Who the endpoint with this method and path template is for; empty when it is not listed. */
  public static Optional<Audience> audience(HttpMethod method, String template) {
    HttpMethod asked = method == HttpMethod.HEAD ? GET : method;
    return TABLE.stream()
        .filter(l -> l.method() == asked && l.template().equals(template))
        .map(Line::audience)
        .findFirst();
  }

  /** One endpoint: a method, and a path with its variables in braces. */
  public record Line(HttpMethod method, String template, Audience audience) {}

  private static Line line(HttpMethod method, String template, Audience audience) {
    return new Line(method, template, audience);
  }
}
