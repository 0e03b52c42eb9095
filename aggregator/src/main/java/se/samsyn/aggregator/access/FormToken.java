package se.samsyn.aggregator.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Protects our forms against requests that another site makes in the reader's name (OWASP, signed
 * double-submit cookie): a form's hidden field is a code over a random cookie, made with a key that
 * only this process has.
 */
@Singleton
public class FormToken {
  /** The hidden field's name. */
  private static final String FIELD = "form";

  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;
  private static final Pattern COOKIE_FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec key = new SecretKeySpec(randomBytes(), ALGORITHM);

  /** What belongs in the hidden fields of a page that answers {@code request}. */
  public Issued issue(HttpRequest<?> request) {
    Optional<String> known = cookie(request);
    String cookie = known.orElseGet(() -> TEXT.encodeToString(randomBytes()));
    return new Issued(
        code(cookie),
        known.isPresent()
            ? Optional.empty()
            : Optional.of(Cookies.of(request, Cookies.FORM, cookie, Duration.ofHours(12))));
  }

  /** Whether {@code fields} came from a form of ours in the same browser. */
  public boolean isValid(HttpRequest<?> request, Map<String, String> fields) {
    String field = fields.getOrDefault(FIELD, "");
    return cookie(request)
        .map(
            cookie ->
                MessageDigest.isEqual(
                    code(cookie).getBytes(StandardCharsets.UTF_8),
                    field.getBytes(StandardCharsets.UTF_8)))
        .orElse(false);
  }

  private static Optional<String> cookie(HttpRequest<?> request) {
    return request
        .getCookies()
        .findCookie(Cookies.FORM)
        .map(Cookie::getValue)
        .filter(v -> COOKIE_FORM.matcher(v).matches());
  }

  private String code(String cookie) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return TEXT.encodeToString(mac.doFinal(cookie.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java lacks " + ALGORITHM, e);
    }
  }

  private byte[] randomBytes() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return bytes;
  }

  /**
   * @param field the hidden field's value
   * @param cookie to be set with the page, unless the browser has it already
   */
  public record Issued(String field, Optional<Cookie> cookie) {
    /** Adds the cookie to {@code response} where one is needed. */
    public <T> MutableHttpResponse<T> addTo(MutableHttpResponse<T> response) {
      return cookie.map(response::cookie).orElse(response);
    }

    @Override
    public String toString() {
      return "Issued[]";
    }
  }
}
