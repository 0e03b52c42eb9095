package se.samsyn.aggregator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A person at a browser without scripts: keeps cookies, fills in forms, follows no redirect by
 * itself.
 */
public final class Visitor {
  private static final Pattern FORM_TOKEN = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

  private final URI address;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();

  Visitor(URI address) {
    this.address = address;
  }

  public HttpResponse<String> get(String path) {
    return send(
        HttpRequest.newBuilder(address.resolve(path)).header("Accept", "text/html,*/*").GET());
  }

  /** Any method, with an empty body where one is usual. */
  public HttpResponse<String> request(String method, String path, String accept) {
    return send(
        HttpRequest.newBuilder(address.resolve(path))
            .header("Accept", accept)
            .header("Content-Type", contentType(path))
            .method(method, BodyPublishers.noBody()));
  }

  private static String contentType(String path) {
    if (path.matches("/api/v1/agent/sealed/[0-9a-f]{64}/.*")) {
      return "application/octet-stream";
    }
    return path.startsWith("/api/") ? "application/json" : "application/x-www-form-urlencoded";
  }

  /** Sends the fields alone, as another site could. */
  public HttpResponse<String> post(String path, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(address.resolve(path))
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /** Opens {@code page}, fills in its form and sends it to {@code path}. */
  public HttpResponse<String> submit(String page, String path, Map<String, String> fields) {
    Matcher token = FORM_TOKEN.matcher(get(page).body());
    if (!token.find()) {
      throw new AssertionError("no form at " + page);
    }
    Map<String, String> all = new HashMap<>(fields);
    all.put("form", token.group(1));
    return post(path, all);
  }

  public HttpResponse<String> logIn(String name, String password) {
    return submit("/login", "/login", Map.of("name", name, "password", password));
  }

  public List<HttpCookie> cookies() {
    return cookies.getCookieStore().getCookies();
  }

  /** Changes a cookie as somebody can who has the browser. */
  public void tamper(String cookie, UnaryOperator<String> change) {
    cookies().stream()
        .filter(c -> c.getName().equals(cookie))
        .forEach(c -> c.setValue(change.apply(c.getValue())));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
