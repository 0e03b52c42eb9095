package se.samsyn.aggregator.dashboard;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;

/** How to read the page. */
@Controller("/help")
@Hidden
class HelpController {
  private final Html html;

  HelpController(Html html) {
    this.html = html;
  }

  @Get
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> help(HttpRequest<?> request) {
    return html.page(request, "help", Map.of());
  }
}
