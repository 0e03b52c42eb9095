package se.samsyn.aggregator.access;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;
import java.net.URI;

/**
 * The answer to a request that {@link WhoMay} refuses: 401 without a login, 403 with one that is
 * not for it. A browser without a login is led to the login.
 */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
class NotAdmitted implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {
  private final ErrorResponseProcessor<?> answers;

  NotAdmitted(ErrorResponseProcessor<?> answers) {
    this.answers = answers;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException exception) {
    HttpRequest<?> asked = request;
    if (exception.isForbidden()) {
      return answer(asked, HttpStatus.FORBIDDEN, "not for this account");
    }
    boolean browser =
        asked.getHeaders().get(HttpHeaders.ACCEPT, String.class, "").contains(MediaType.TEXT_HTML);
    return browser
        ? HttpResponse.seeOther(URI.create("/login"))
        : answer(asked, HttpStatus.UNAUTHORIZED, "a login is needed");
  }

  private MutableHttpResponse<?> answer(HttpRequest<?> request, HttpStatus status, String why) {
    return answers.processResponse(
        ErrorContext.builder(request).errorMessage(why).build(), HttpResponse.status(status));
  }
}
