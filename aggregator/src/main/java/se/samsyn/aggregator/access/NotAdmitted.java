package se.samsyn.aggregator.access;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;

/**
 * The answer to a request that {@link WhoMay} refuses. A browser without a login is led to it;
 * programs get problem+json (RFC 9457).
 */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
class NotAdmitted implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {
  @Override
  public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException exception) {
    boolean browser =
        ((HttpRequest<?>) request)
            .getHeaders()
            .get(HttpHeaders.ACCEPT, String.class, "")
            .contains(MediaType.TEXT_HTML);
    if (browser && !exception.isForbidden()) {
      return HttpResponse.seeOther(URI.create("/login"));
    }
    HttpStatus status = exception.isForbidden() ? HttpStatus.FORBIDDEN : HttpStatus.UNAUTHORIZED;
    return HttpResponse.status(status)
        .contentType(MediaType.APPLICATION_JSON_PROBLEM)
        .body(
            Map.of(
                "type",
                "about:blank",
                "title",
                exception.isForbidden() ? "Not for this account" : "A login is needed",
                "status",
                status.getCode()));
  }
}
