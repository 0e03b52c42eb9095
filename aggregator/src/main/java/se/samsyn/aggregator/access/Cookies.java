package se.samsyn.aggregator.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.time.Duration;
import java.util.Set;

/** The one place that says how our cookies are set. */
public final class Cookies {
  /** The session's token; {@code micronaut.security.token.cookie.cookie-name} names it too. */
  static final String SESSION = "samsyn-session";

  /** What a form's hidden field must fit. */
  static final String FORM = "samsyn-form";

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private Cookies() {}

  /**
   * A cookie that scripts cannot read and that is never sent from another site; sent over HTTPS
   * only, except on this machine itself.
   */
  public static Cookie of(HttpRequest<?> request, String name, String value, Duration age) {
    return Cookie.of(name, value)
        .path("/")
        .httpOnly(true)
        .sameSite(SameSite.Strict)
        .secure(!isLoopback(request))
        .maxAge(age);
  }

  /** A cookie that ends the one of that name. */
  static Cookie expired(HttpRequest<?> request, String name) {
    return of(request, name, "", Duration.ZERO);
  }

  private static boolean isLoopback(HttpRequest<?> request) {
    return isLoopbackName(request.getHeaders().get("Host", String.class, ""));
  }

  /** Whether a Host header names this machine itself. */
  static boolean isLoopbackName(String host) {
    return LOOPBACK.contains(host.replaceFirst(":\\d+$", ""));
  }
}
