package se.samsyn.aggregator.dashboard;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import se.samsyn.aggregator.access.FormToken;
import se.samsyn.aggregator.access.Logins;
import se.samsyn.aggregator.access.Role;
import se.samsyn.aggregator.access.Session;

/** Login and logout. */
@Controller
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
class LoginController {
  private final Html html;
  private final Logins logins;
  private final FormToken formToken;
  private final Session session;

  LoginController(Html html, Logins logins, FormToken formToken, Session session) {
    this.html = html;
    this.logins = logins;
    this.formToken = formToken;
    this.session = session;
  }

  @Get("/login")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> form(HttpRequest<?> request) {
    return page(request, HttpStatus.OK, Optional.empty(), "");
  }

  @Post("/login")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> login(HttpRequest<?> request, @Body Map<String, String> fields) {
    String name = field(fields, "name");
    if (!formToken.isValid(request, fields)) {
      return problem(request, HttpStatus.FORBIDDEN, "login.stale", name);
    }
    Logins.Outcome outcome = logins.check(name, field(fields, "password"));
    if (outcome instanceof Logins.Outcome.Right right) {
      MutableHttpResponse<?> response =
          HttpResponse.seeOther(URI.create(right.role() == Role.AGENCY ? "/own" : "/"));
      return response.cookie(session.begin(request, right));
    }
    if (outcome instanceof Logins.Outcome.Wait wait) {
      return problem(request, HttpStatus.TOO_MANY_REQUESTS, "login.wait", name, wait.seconds());
    }
    return problem(request, HttpStatus.UNAUTHORIZED, "login.wrong", name);
  }

  @Post("/logout")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> logout(HttpRequest<?> request, @Nullable @Body Map<String, String> fields) {
    if (fields == null || !formToken.isValid(request, fields)) {
      return HttpResponse.status(HttpStatus.FORBIDDEN);
    }
    return HttpResponse.seeOther(URI.create("/login")).cookie(session.end(request));
  }

  private static String field(Map<String, String> fields, String name) {
    @Nullable String value = fields.get(name);
    return value == null ? "" : value;
  }

  private HttpResponse<String> problem(
      HttpRequest<?> request, HttpStatus status, String text, String name, Object... arguments) {
    return page(request, status, Optional.of(Html.texts(request).of(text, arguments)), name);
  }

  private HttpResponse<String> page(
      HttpRequest<?> request, HttpStatus status, Optional<String> problem, String name) {
    return html.page(request, status, "login", Map.of("problem", problem, "name", name));
  }
}
