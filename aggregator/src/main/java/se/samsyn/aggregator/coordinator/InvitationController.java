package se.samsyn.aggregator.coordinator;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.util.HttpHostResolver;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import se.samsyn.aggregator.Keys;
import se.samsyn.aggregator.access.FormToken;
import se.samsyn.aggregator.agency.Agencies;
import se.samsyn.aggregator.agency.Invitations;
import se.samsyn.aggregator.dashboard.Html;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.AuthorityId;
import se.samsyn.schemas.message.Invitation;

/**
 * Invites an agency. The answer is the file that it enrols with, and the only copy of the secret in
 * it.
 */
@Controller("/coordinator/invitation")
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
class InvitationController {
  private static final int MOST_DAYS = 90;
  private static final String USUAL_DAYS = "14";

  private final Html html;
  private final Invitations invitations;
  private final Agencies agencies;
  private final FormToken formToken;
  private final HttpHostResolver hosts;
  private final Keys keys;

  InvitationController(
      Html html,
      Invitations invitations,
      Agencies agencies,
      FormToken formToken,
      HttpHostResolver hosts,
      Keys keys) {
    this.html = html;
    this.invitations = invitations;
    this.agencies = agencies;
    this.formToken = formToken;
    this.hosts = hosts;
    this.keys = keys;
  }

  @Get
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> form(HttpRequest<?> request) {
    return page(
        request,
        new FilledForm(
            Map.of("url", hosts.resolve(request), "days", USUAL_DAYS), Html.texts(request)));
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
  HttpResponse<?> invite(
      HttpRequest<?> request, Authentication who, @Body Map<String, String> fields) {
    FilledForm form = FilledForm.sent(request, fields, formToken, "agency");
    Optional<AgencyId> agency = form.read("agency", AgencyId::new, "coordinator.form.id");
    Optional<AuthorityId> authority =
        form.read("authority", AuthorityId::new, "coordinator.form.id");
    String name = form.name("name");
    Optional<URI> url = form.read("url", InvitationController::url, "coordinator.invite.url.wrong");
    Optional<Duration> good =
        form.read("days", InvitationController::days, "coordinator.invite.days.wrong");
    agency
        .filter(a -> agencies.all().stream().anyMatch(k -> k.id().equals(a) && k.enrolled()))
        .filter(a -> !form.ticked("again"))
        .ifPresent(a -> form.refuse("again", "coordinator.invite.again.needed"));
    if (!form.isGood()) {
      return page(request, form);
    }
    Invitation invitation =
        invitations.invite(
            agency.orElseThrow(),
            name,
            authority.orElseThrow(),
            url.orElseThrow(),
            good.orElseThrow(),
            who.getName());
    return HttpResponse.ok(Codecs.INVITATION.write(invitation))
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + invitation.agency() + ".invitation.json\"");
  }

  private static URI url(String text) {
    URI url = URI.create(text);
    if (url.getHost() == null || !(url.getScheme() + ":").matches("https?:")) {
      throw new IllegalArgumentException("not an address of the web");
    }
    return url;
  }

  private static Duration days(String text) {
    int days = Integer.parseInt(text);
    if (days < 1 || days > MOST_DAYS) {
      throw new IllegalArgumentException("too few or too many days");
    }
    return Duration.ofDays(days);
  }

  private HttpResponse<String> page(HttpRequest<?> request, FilledForm form) {
    return html.page(
        request,
        form.status(),
        "coordinator/invitation",
        Map.of("form", form, "fingerprint", keys.signing().verificationKey().fingerprint()));
  }
}
