package se.samsyn.aggregator.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.reading.Reading;

/**
 * A dataset by JSON-stat 2.0. A cell without a number is null and has its state in {@code status}:
 * {@code 19-28}, {@code ..}, {@code .} or {@code ...}. The format wants the full cube, so what a
 * sealed table does not show by itself is there too, as {@code .}.
 */
final class JsonStatExport {
  private JsonStatExport() {}

  static String of(Extract extract, Texts texts) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      Metadata metadata = Metadata.of(extract, texts);
      json.writeStartObject();
      json.writeStringField("version", "2.0");
      json.writeStringField("class", "dataset");
      json.writeStringField("label", metadata.title());
      json.writeStringField("source", String.join(", ", metadata.sources()));
      json.writeStringField("updated", metadata.updated().toString());
      json.writeArrayFieldStart("note");
      json.writeString(metadata.definition());
      json.writeString(metadata.protection());
      for (String note : metadata.notes()) {
        json.writeString(note);
      }
      json.writeEndArray();
      new JsonStatDimensions(extract, texts).write(json);
      writeCells(json, extract);
      writeExtension(json, metadata, extract, texts);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void writeCells(JsonGenerator json, Extract extract) throws IOException {
    List<Reading> readings = new ArrayList<>();
    extract.forEach((codes, actor, measure, reading) -> readings.add(reading));
    json.writeArrayFieldStart("value");
    for (Reading reading : readings) {
      if (reading instanceof Reading.Exact e) {
        json.writeNumber(plain(e.value()));
      } else {
        json.writeNull();
      }
    }
    json.writeEndArray();
    json.writeObjectFieldStart("status");
    for (int i = 0; i < readings.size(); i++) {
      Optional<String> status = status(readings.get(i));
      if (status.isPresent()) {
        json.writeStringField(Integer.toString(i), status.get());
      }
    }
    json.writeEndObject();
  }

  private static Optional<String> status(Reading reading) {
    if (reading instanceof Reading.Exact) {
      return Optional.empty();
    }
    if (reading instanceof Reading.Between b) {
      return Optional.of(plain(b.lower()) + "-" + plain(b.upper()));
    }
    return Optional.of(StateSymbol.of(reading));
  }

  /** Without zeros at the end, and without an exponent. */
  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }

  private static void writeExtension(
      JsonGenerator json, Metadata metadata, Extract extract, Texts texts) throws IOException {
    json.writeObjectFieldStart("extension");
    json.writeStringField("definition", metadata.identity());
    json.writeStringField("constellation", metadata.constellation());
    json.writeStringField("period", metadata.period());
    json.writeArrayFieldStart("notReported");
    for (String name : metadata.notReported()) {
      json.writeString(name);
    }
    json.writeEndArray();
    json.writeStringField("protection", metadata.protection());
    json.writeBooleanField("sealed", extract.isSealed());
    if (extract.isSealed()) {
      writeGroups(json, CodeGroup.of(extract.table(), texts));
    }
    json.writeEndObject();
  }

  private static void writeGroups(JsonGenerator json, List<CodeGroup> groups) throws IOException {
    json.writeArrayFieldStart("groups");
    for (CodeGroup group : groups) {
      json.writeStartObject();
      json.writeStringField("dimension", group.dimension());
      json.writeStringField("code", group.code());
      json.writeStringField("label", group.label());
      json.writeArrayFieldStart("members");
      for (String member : group.members()) {
        json.writeString(member);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
