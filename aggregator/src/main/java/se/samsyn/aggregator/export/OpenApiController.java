package se.samsyn.aggregator.export;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Serves the description that the build makes of the programming interface. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Samsyn aggregator",
            version = "1",
            description =
                "Joint tables of closed collections, for readers who are logged in; enrolment,"
                    + " manifests and submissions, for agents that sign their requests."))
@Controller("/api/v1/openapi.yml")
@Hidden
class OpenApiController {
  private static final String RESOURCE = "META-INF/swagger/samsyn-aggregator-1.yml";

  @Get
  @Produces("application/yaml")
  byte[] description() {
    try (InputStream in = getClass().getClassLoader().getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + RESOURCE);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
