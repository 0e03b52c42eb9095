package se.samsyn.aggregator.export;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import se.samsyn.aggregator.dashboard.Html;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.joint.JointTables;
import se.samsyn.schemas.definition.Definition;

/** Closed collections and their joint tables, for programs. */
@Controller("/api/v1/collections")
@Tag(name = "Joint tables")
@ExecuteOn(TaskExecutors.BLOCKING)
class ExportController {
  private static final String CSV = "text/csv;charset=utf-8";
  private static final String JSON = "application/json";

  private final JointTables tables;

  ExportController(JointTables tables) {
    this.tables = tables;
  }

  @Get
  @Operation(summary = "The closed collections and the tables of each")
  List<CollectionEntry> collections() {
    return tables.closed().stream().map(CollectionEntry::of).toList();
  }

  @Get("/{collection}/tables/{definition}/csv")
  @Produces(CSV)
  @Operation(
      summary = "A joint table as CSV (RFC 4180)",
      description =
          "Columns: the dimensions, actor, measure, value, lower, upper, state. Its metadata is at the"
              + " address in the Link header. A sealed table has rows for what was opened; the members"
              + " of its groups are in the metadata.")
  HttpResponse<String> csv(@PathVariable String collection, @PathVariable String definition) {
    return answer(collection, definition, "csv", CsvExport::of)
        .header(HttpHeaders.LINK, "<csv-metadata>; rel=\"describedby\"");
  }

  @Get("/{collection}/tables/{definition}/csv-metadata")
  @Produces(JSON)
  @Operation(summary = "What the CSV holds: title, definition, sources, protection, columns (CSVW)")
  HttpResponse<String> csvMetadata(
      HttpRequest<?> request, @PathVariable String collection, @PathVariable String definition) {
    Texts texts = Html.texts(request);
    return answer(
        collection, definition, "csv-metadata.json", e -> CsvMetadata.of(e, "csv", texts));
  }

  @Get("/{collection}/tables/{definition}/json-stat")
  @Produces(JSON)
  @Operation(summary = "A joint table as JSON-stat 2.0, with its metadata")
  HttpResponse<String> jsonStat(
      HttpRequest<?> request, @PathVariable String collection, @PathVariable String definition) {
    Texts texts = Html.texts(request);
    return answer(collection, definition, "json", e -> JsonStatExport.of(e, texts));
  }

  private MutableHttpResponse<String> answer(
      String collection, String definition, String extension, Function<Extract, String> format) {
    return extract(collection, definition)
        .map(
            e ->
                HttpResponse.ok(format.apply(e))
                    .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s-%s.%s\""
                            .formatted(
                                e.table().manifest().collection(), e.definition().id(), extension)))
        .orElseGet(HttpResponse::notFound);
  }

  /** The table; empty for what is not closed, not there, or not the form of an id at all. */
  private Optional<Extract> extract(String collection, String definition) {
    return tables
        .closed(collection)
        .flatMap(
            closed ->
                closed.manifest().definitions().stream()
                    .filter(d -> d.id().value().equals(definition))
                    .map(Definition::ref)
                    .findFirst()
                    .flatMap(ref -> tables.find(closed.manifest().collection(), ref))
                    .map(table -> new Extract(closed, table)));
  }
}
