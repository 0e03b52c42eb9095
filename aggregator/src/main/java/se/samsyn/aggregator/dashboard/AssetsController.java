package se.samsyn.aggregator.dashboard;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;

/** Serves {@link Assets}. */
@Controller("/assets")
@Hidden
class AssetsController {
  private final Assets assets;

  AssetsController(Assets assets) {
    this.assets = assets;
  }

  @Get("/{name}")
  @Produces("*/*")
  HttpResponse<byte[]> asset(@PathVariable String name) {
    return assets
        .find(name)
        .<HttpResponse<byte[]>>map(
            a ->
                HttpResponse.ok(a.bytes())
                    .contentType(a.type())
                    .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .orElseGet(HttpResponse::notFound);
  }
}
