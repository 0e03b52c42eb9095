package se.samsyn.aggregator.dashboard;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.samsyn.aggregator.access.OwnAgency;
import se.samsyn.aggregator.dashboard.figure.Beside;
import se.samsyn.aggregator.dashboard.figure.Indicator;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.joint.ClosedCollection;
import se.samsyn.aggregator.joint.JointTables;
import se.samsyn.aggregator.joint.OwnTables;
import se.samsyn.aggregator.reading.Cube;
import se.samsyn.schemas.definition.DefinitionRef;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.Participant;

/** What an agency's people come for: their own part beside the whole, and no other's. */
@Controller
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
class OwnController {
  private final Html html;
  private final JointTables released;
  private final OwnTables tables;

  OwnController(Html html, JointTables released, OwnTables tables) {
    this.html = html;
    this.released = released;
    this.tables = tables;
  }

  @Get("/own")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> own(HttpRequest<?> request, Authentication who) {
    Texts texts = Html.texts(request);
    AgencyId own = OwnAgency.of(who).orElseThrow();
    List<ClosedCollection> shown =
        released.closed().stream().filter(c -> takesPart(c, own)).toList();
    Beside beside = new Beside(texts);
    return html.page(
        request,
        "own",
        Map.of(
            "name",
            shown.stream().findFirst().map(c -> name(c, own, texts)).orElse(own.value()),
            "sections",
            indicators(shown, own).stream().map(i -> beside.own(i, own)).toList()));
  }

  /** Each definition once, at its newest period, with its earlier ones. */
  private List<Indicator> indicators(List<ClosedCollection> shown, AgencyId own) {
    Map<DefinitionRef, List<Cube>> cubes = new LinkedHashMap<>();
    for (ClosedCollection closed : shown) {
      closed
          .manifest()
          .definitions()
          .forEach(
              d ->
                  tables
                      .find(own, closed.manifest().collection(), d.ref())
                      .ifPresent(
                          t ->
                              cubes
                                  .computeIfAbsent(d.ref(), r -> new java.util.ArrayList<>())
                                  .add(Cube.of(t))));
    }
    return cubes.values().stream()
        .map(
            newestFirst ->
                new Indicator(
                    newestFirst.get(0),
                    newestFirst.stream()
                        .sorted(Comparator.comparing(c -> c.table().manifest().period()))
                        .collect(Collectors.toList())))
        .toList();
  }

  private static boolean takesPart(ClosedCollection closed, AgencyId own) {
    return closed.manifest().participants().stream().anyMatch(p -> p.agency().equals(own));
  }

  private static String name(ClosedCollection closed, AgencyId own, Texts texts) {
    return closed.manifest().participants().stream()
        .filter(p -> p.agency().equals(own))
        .map(Participant::name)
        .map(texts::of)
        .findFirst()
        .orElseThrow();
  }
}
