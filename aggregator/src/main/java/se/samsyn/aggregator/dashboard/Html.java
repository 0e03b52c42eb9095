package se.samsyn.aggregator.dashboard;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samsyn.aggregator.access.Cookies;
import se.samsyn.aggregator.access.FormToken;
import se.samsyn.aggregator.access.Role;
import se.samsyn.aggregator.dashboard.text.Language;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.note.Note;

/** Makes answers of templates, which were compiled with the program; all output is escaped. */
@Singleton
public class Html {
  private static final MediaType TYPE = MediaType.of("text/html;charset=utf-8");

  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
  private final FormToken formToken;
  private final Assets assets;

  Html(FormToken formToken, Assets assets) {
    this.formToken = formToken;
    this.assets = assets;
  }

  /** The texts in the language that {@code request} asks for. */
  public static Texts texts(HttpRequest<?> request) {
    return Texts.in(Language.of(request));
  }

  /** The page {@code template} as the answer to {@code request}. */
  public MutableHttpResponse<String> page(
      HttpRequest<?> request, String template, Map<String, Object> content) {
    return page(request, HttpStatus.OK, template, content);
  }

  /** The same with another status. */
  public MutableHttpResponse<String> page(
      HttpRequest<?> request, HttpStatus status, String template, Map<String, Object> content) {
    StringOutput output = new StringOutput();
    FormToken.Issued token = write(request, template, content, output);
    return send(request, HttpResponse.<String>status(status).body(output.toString()), token);
  }

  /** What is answered where nothing is. */
  public MutableHttpResponse<String> notFound(HttpRequest<?> request) {
    Texts texts = texts(request);
    return page(
        request,
        HttpStatus.NOT_FOUND,
        "message",
        Map.of("title", texts.of("error.404"), "text", texts.of("error.404.text")));
  }

  /** The page {@code template} around its parameter {@code body}, which is the same for all. */
  HttpResponse<byte[]> page(
      HttpRequest<?> request, String template, KeptBody body, Map<String, Object> content) {
    PageBytes output = new PageBytes(body);
    Map<String, Object> parameters = new HashMap<>(content);
    parameters.put("body", body);
    FormToken.Issued token = write(request, template, parameters, output);
    boolean small =
        request.getHeaders().get(HttpHeaders.ACCEPT_ENCODING, String.class, "").contains("gzip");
    MutableHttpResponse<byte[]> response =
        HttpResponse.ok(small ? output.gzip() : output.plain())
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    if (small) {
      response.header(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    return send(request, response, token);
  }

  private FormToken.Issued write(
      HttpRequest<?> request, String template, Map<String, Object> content, TemplateOutput output) {
    FormToken.Issued token = formToken.issue(request);
    Map<String, Object> parameters = new HashMap<>(content);
    parameters.put("frame", frame(request, token));
    engine.render(template + ".jte", parameters, output);
    return token;
  }

  private static <T> MutableHttpResponse<T> send(
      HttpRequest<?> request, MutableHttpResponse<T> response, FormToken.Issued token) {
    response.contentType(TYPE);
    Language.asked(request)
        .ifPresent(
            asked ->
                response.cookie(
                    Cookies.of(request, Language.COOKIE, asked.tag(), Duration.ofDays(365))));
    return token.addTo(response);
  }

  /** A part of pages that is the same for all readers, without what is around it. */
  String part(String template, Texts texts, CollectionPage page, List<Note> notes) {
    StringOutput output = new StringOutput();
    engine.render(
        template + ".jte",
        Map.of("t", texts, "page", page, "notes", NoteLine.bySubject(notes, page, texts)),
        output);
    return output.toString();
  }

  private Frame frame(HttpRequest<?> request, FormToken.Issued token) {
    Texts texts = texts(request);
    return new Frame(
        texts,
        request.getUserPrincipal(Authentication.class).flatMap(Html::reader),
        token.field(),
        UriBuilder.of(request.getPath())
            .queryParam(Language.PARAMETER, texts.language().other().tag())
            .build()
            .toString(),
        assets);
  }

  private static Optional<Reader> reader(Authentication authentication) {
    for (Role role : Role.values()) {
      if (authentication.getRoles().contains(role.word())) {
        return Optional.of(new Reader(authentication.getName(), role));
      }
    }
    return Optional.empty();
  }
}
