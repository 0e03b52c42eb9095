package se.samsyn.aggregator.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import se.samsyn.aggregator.dashboard.text.Texts;

/**
 * Describes a CSV extract: metadata and columns, as W3C's "Metadata Vocabulary for Tabular Data"
 * has it.
 */
final class CsvMetadata {
  private static final List<String> NUMBERS = List.of("lower", "upper");

  private CsvMetadata() {}

  static String of(Extract extract, String csv, Texts texts) {
    Metadata metadata = Metadata.of(extract, texts);
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("@context", "http://www.w3.org/ns/csvw");
      json.writeStringField("url", csv);
      json.writeStringField("dc:title", metadata.title());
      json.writeStringField("dc:description", metadata.definition());
      json.writeStringField("dc:identifier", metadata.identity());
      json.writeStringField("dc:temporal", metadata.period());
      json.writeStringField("dc:modified", metadata.updated().toString());
      json.writeStringField("dc:coverage", metadata.constellation());
      strings(json, "dc:source", metadata.sources());
      strings(json, "urn:samsyn:not-reported", metadata.notReported());
      json.writeStringField("urn:samsyn:protection", metadata.protection());
      strings(json, "rdfs:comment", metadata.notes());
      groups(json, extract, texts);
      json.writeObjectFieldStart("tableSchema");
      json.writeArrayFieldStart("columns");
      for (String column : CsvExport.columns(extract)) {
        json.writeStartObject();
        json.writeStringField("name", column);
        json.writeStringField("titles", column);
        json.writeStringField("datatype", NUMBERS.contains(column) ? "decimal" : "string");
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Codes that stand for several: each with its members; only a sealed table has them. */
  private static void groups(JsonGenerator json, Extract extract, Texts texts) throws IOException {
    if (!extract.isSealed()) {
      return;
    }
    json.writeArrayFieldStart("urn:samsyn:groups");
    for (CodeGroup group : CodeGroup.of(extract.table(), texts)) {
      json.writeStartObject();
      json.writeStringField("urn:samsyn:dimension", group.dimension());
      json.writeStringField("urn:samsyn:code", group.code());
      json.writeStringField("rdfs:label", group.label());
      strings(json, "urn:samsyn:members", group.members());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void strings(JsonGenerator json, String field, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
