package se.samsyn.aggregator.access;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import io.micronaut.web.router.UriRouteMatch;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.reactivestreams.Publisher;

/**
 * Holds every request against {@link WhoMay}. It comes before all other rules and always decides,
 * so that no annotation or setting can open what the table does not.
 */
@Singleton
class WhoMayRule implements SecurityRule<HttpRequest<?>> {
  private static final int BEFORE_ALL_OTHERS = -10_000;

  @Override
  public Publisher<SecurityRuleResult> check(
      @Nullable HttpRequest<?> request, @Nullable Authentication authentication) {
    return Publishers.just(
        request != null && allows(request, authentication)
            ? SecurityRuleResult.ALLOWED
            : SecurityRuleResult.REJECTED);
  }

  private static boolean allows(HttpRequest<?> request, @Nullable Authentication who) {
    Optional<RouteMatch<?>> route = RouteAttributes.getRouteMatch(request);
    if (route.isEmpty()) {
      // Nothing is there. Those who are logged in are told so; others do not learn what exists.
      return Audience.ACCOUNTS.admits(who);
    }
    return route.get() instanceof UriRouteMatch<?, ?> match
        && WhoMay.audience(
                request.getMethod(), match.getRouteInfo().getUriMatchTemplate().toPathString())
            .map(audience -> audience.admits(who))
            .orElse(false);
  }

  @Override
  public int getOrder() {
    return BEFORE_ALL_OTHERS;
  }
}
