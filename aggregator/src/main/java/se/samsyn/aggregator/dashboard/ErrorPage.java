package se.samsyn.aggregator.dashboard;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.HtmlErrorResponseBodyProvider;
import jakarta.inject.Singleton;
import java.util.Map;
import se.samsyn.aggregator.dashboard.text.Texts;

/** What a person sees when something is not there, not allowed, or broken; never what was sent. */
@Singleton
@Primary
class ErrorPage implements HtmlErrorResponseBodyProvider {
  private final Html html;

  ErrorPage(Html html) {
    this.html = html;
  }

  @Override
  public String body(ErrorContext context, HttpResponse<?> response) {
    Texts texts = Html.texts(context.getRequest());
    String key = "error." + kind(response.code());
    return html.page(
            context.getRequest(),
            "message",
            Map.of("title", texts.of(key), "text", texts.of(key + ".text")))
        .body();
  }

  private static int kind(int status) {
    return switch (status) {
      case 401, 403 -> 403;
      case 404, 405 -> 404;
      default -> status < 500 ? 400 : 500;
    };
  }
}
