package se.samsyn.aggregator.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.generator.TokenGenerator;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** A login that lasts: a signed token in a cookie that scripts cannot read. */
@Singleton
public class Session {
  /** A working day; after that the person logs in again. */
  static final Duration LENGTH = Duration.ofHours(8);

  private final TokenGenerator tokens;

  Session(TokenGenerator tokens) {
    this.tokens = tokens;
  }

  /** The cookie that logs in who gave the right password. */
  public Cookie begin(HttpRequest<?> request, Logins.Outcome.Right who) {
    String token =
        tokens
            .generateToken(
                Authentication.build(
                    who.name(), List.of(who.role().word()), OwnAgency.claim(who.agency())),
                (int) LENGTH.toSeconds())
            .orElseThrow(() -> new IllegalStateException("no session could be signed"));
    return Cookies.of(request, Cookies.SESSION, token, LENGTH);
  }

  /** The cookie that ends it. */
  public Cookie end(HttpRequest<?> request) {
    return Cookies.expired(request, Cookies.SESSION);
  }
}
