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
import se.samsyn.aggregator.dashboard.figure.Chart;
import se.samsyn.aggregator.dashboard.figure.ChartPng;
import se.samsyn.aggregator.dashboard.figure.ChartSvg;
import se.samsyn.aggregator.dashboard.figure.MapSvg;
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
  HttpResponse<String> svg(
      HttpRequest<?> request, @PathVariable String collection, @PathVariable String figure) {
    return chart(request, collection, figure)
        .<HttpResponse<String>>map(
            chart ->
                HttpResponse.ok(ChartSvg.of(chart))
                    .contentType(MediaType.of("image/svg+xml;charset=utf-8"))
                    .header(HttpHeaders.CONTENT_DISPOSITION, file(collection, figure, "svg")))
        .orElseGet(HttpResponse::notFound);
  }

  @Get("/collections/{collection}/charts/{figure}/png")
  @Produces(MediaType.IMAGE_PNG)
  HttpResponse<byte[]> png(
      HttpRequest<?> request, @PathVariable String collection, @PathVariable String figure) {
    return chart(request, collection, figure)
        .<HttpResponse<byte[]>>map(
            chart ->
                HttpResponse.ok(ChartPng.of(chart))
                    .header(HttpHeaders.CONTENT_DISPOSITION, file(collection, figure, "png")))
        .orElseGet(HttpResponse::notFound);
  }

  /** The figure's map; not found where it has none. */
  @Get("/collections/{collection}/charts/{figure}/map")
  @Produces("image/svg+xml")
  HttpResponse<String> map(
      HttpRequest<?> request, @PathVariable String collection, @PathVariable String figure) {
    return chart(request, collection, figure)
        .flatMap(MapSvg::of)
        .<HttpResponse<String>>map(
            picture ->
                HttpResponse.ok(picture)
                    .contentType(MediaType.of("image/svg+xml;charset=utf-8"))
                    .header(
                        HttpHeaders.CONTENT_DISPOSITION, file(collection, figure + "-map", "svg")))
        .orElseGet(HttpResponse::notFound);
  }

  private static String file(String collection, String figure, String type) {
    return "attachment; filename=\"" + collection + "-" + figure + "." + type + "\"";
  }

  private Optional<Chart> chart(HttpRequest<?> request, String collection, String figure) {
    Texts texts = Html.texts(request);
    Shelf shelf = pages.now();
    return shelf
        .find(collection)
        .map(c -> shelf.page(c, texts))
        .flatMap(
            page ->
                page.parts().stream()
                    .map(CollectionPage.Part::section)
                    .flatMap(
                        s ->
                            Stream.concat(s.main().stream(), s.details().stream())
                                .filter(f -> f.id().equals(figure))
                                .map(f -> new Chart(f, s.heading(), source(page), texts)))
                    .findFirst());
  }

  private static String source(CollectionPage page) {
    return page.constellation() + ", " + page.period() + ". " + page.released();
  }
}
