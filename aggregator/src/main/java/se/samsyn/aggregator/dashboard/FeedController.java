package se.samsyn.aggregator.dashboard;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.util.HttpHostResolver;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.Optional;
import se.samsyn.aggregator.access.FeedAddresses;
import se.samsyn.aggregator.access.FormToken;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.joint.JointTables;

/** The feed of releases, and the page where a reader gets an address for it or ends it. */
@Controller("/feed")
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
class FeedController {
  private final Html html;
  private final JointTables tables;
  private final FeedAddresses addresses;
  private final FormToken formToken;
  private final HttpHostResolver server;

  FeedController(
      Html html,
      JointTables tables,
      FeedAddresses addresses,
      FormToken formToken,
      HttpHostResolver server) {
    this.html = html;
    this.tables = tables;
    this.addresses = addresses;
    this.formToken = formToken;
    this.server = server;
  }

  @Get
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> page(HttpRequest<?> request, Authentication who) {
    return page(request, HttpStatus.OK, who, Optional.empty(), Optional.empty());
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> change(
      HttpRequest<?> request, @Body Map<String, String> fields, Authentication who) {
    if (!formToken.isValid(request, fields)) {
      return page(request, HttpStatus.FORBIDDEN, who, Optional.empty(), Optional.of("login.stale"));
    }
    if (fields.containsKey("revoke")) {
      addresses.revoke(who.getName());
      return page(request, HttpStatus.OK, who, Optional.empty(), Optional.empty());
    }
    String address = server.resolve(request) + "/feed/" + addresses.make(who.getName());
    return page(request, HttpStatus.OK, who, Optional.of(address), Optional.empty());
  }

  @Get("/{secret}")
  @Produces("application/atom+xml")
  HttpResponse<String> feed(HttpRequest<?> request, @PathVariable String secret) {
    if (!addresses.opens(secret)) {
      return HttpResponse.notFound();
    }
    return HttpResponse.ok(Feed.of(tables, server.resolve(request), Html.texts(request)))
        .contentType(MediaType.of("application/atom+xml;charset=utf-8"));
  }

  private HttpResponse<String> page(
      HttpRequest<?> request,
      HttpStatus status,
      Authentication who,
      Optional<String> address,
      Optional<String> problem) {
    Texts texts = Html.texts(request);
    return html.page(
        request,
        status,
        "feed",
        Map.of(
            "address",
            address.map(a -> a + "?lang=" + texts.language().tag()),
            "has",
            addresses.has(who.getName()),
            "problem",
            problem.map(texts::of)));
  }
}
