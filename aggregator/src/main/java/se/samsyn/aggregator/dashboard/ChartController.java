package se.samsyn.aggregator.dashboard;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;
import java.util.stream.Stream;
import se.samsyn.aggregator.dashboard.figure.ChartSvg;
import se.samsyn.aggregator.dashboard.figure.Figure;
import se.samsyn.aggregator.dashboard.figure.Section;
import se.samsyn.aggregator.dashboard.text.Texts;

/** Each figure of a page as a picture to put on a slide. */
@Controller
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
class ChartController {
  private final KeptPages pages;

  ChartController(KeptPages pages) {
    this.pages = pages;
  }

  @Get("/collections/{collection}/charts/{figure}")
  @Produces("image/svg+xml")
  HttpResponse<String> chart(
      HttpRequest<?> request, @PathVariable String collection, @PathVariable String figure) {
    Texts texts = Html.texts(request);
    Shelf shelf = pages.now();
    return shelf
        .find(collection)
        .flatMap(c -> drawn(shelf.page(c, texts), figure, texts))
        .<HttpResponse<String>>map(
            svg ->
                HttpResponse.ok(svg)
                    .contentType(MediaType.of("image/svg+xml;charset=utf-8"))
                    .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + collection + "-" + figure + ".svg\""))
        .orElseGet(HttpResponse::notFound);
  }

  private static Optional<String> drawn(CollectionPage page, String id, Texts texts) {
    String source = page.constellation() + ", " + page.period() + ". " + page.released();
    for (CollectionPage.Part part : page.parts()) {
      Section section = part.section();
      Optional<Figure> found =
          Stream.concat(section.main().stream(), section.details().stream())
              .filter(f -> f.id().equals(id))
              .findFirst();
      if (found.isPresent()) {
        return Optional.of(new ChartSvg(texts).draw(found.get(), section.heading(), source));
      }
    }
    return Optional.empty();
  }
}
