package se.samsyn.aggregator.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.samsyn.aggregator.dashboard.figure.GroupName;
import se.samsyn.aggregator.dashboard.text.PeriodText;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.Period;

/**
 * The dimensions of a JSON-stat dataset: the definition's, then {@code actor}, {@code period} and
 * {@code measure}.
 */
final class JsonStatDimensions {
  private static final String ACTOR = "actor";
  private static final String PERIOD = "period";
  private static final String MEASURE = "measure";

  private final Extract extract;
  private final Texts texts;

  JsonStatDimensions(Extract extract, Texts texts) {
    this.extract = extract;
    this.texts = texts;
  }

  /** Writes {@code id}, {@code size}, {@code role} and {@code dimension}. */
  void write(JsonGenerator json) throws IOException {
    List<Dimension> dimensions = extract.definition().dimensions();
    json.writeArrayFieldStart("id");
    for (Dimension d : dimensions) {
      json.writeString(d.id().value());
    }
    json.writeString(ACTOR);
    json.writeString(PERIOD);
    json.writeString(MEASURE);
    json.writeEndArray();
    json.writeArrayFieldStart("size");
    for (Dimension d : dimensions) {
      json.writeNumber(d.nodes().size());
    }
    json.writeNumber(extract.actors().size());
    json.writeNumber(1);
    json.writeNumber(extract.definition().measures().size());
    json.writeEndArray();
    json.writeObjectFieldStart("role");
    role(json, "time", PERIOD);
    role(json, "metric", MEASURE);
    json.writeEndObject();
    json.writeObjectFieldStart("dimension");
    for (Dimension d : dimensions) {
      writeClasses(json, d);
    }
    writeActors(json);
    writePeriod(json);
    writeMeasures(json);
    json.writeEndObject();
  }

  private static void role(JsonGenerator json, String role, String dimension) throws IOException {
    json.writeArrayFieldStart(role);
    json.writeString(dimension);
    json.writeEndArray();
  }

  private void writeClasses(JsonGenerator json, Dimension dimension) throws IOException {
    List<Category> categories = new ArrayList<>();
    categories.add(new Category(Code.TOTAL, texts.of("export.total")));
    dimension.codes().stream()
        .flatMap(Code::preorder)
        .forEach(c -> categories.add(new Category(c.code(), label(dimension, c))));
    start(json, dimension.id().value(), texts.of(dimension.title()), categories);
    json.writeObjectFieldStart("child");
    writeChildren(json, Code.TOTAL, dimension.codes());
    json.writeEndObject();
    end(json);
  }

  /** A group of a sealed table is named by its members. */
  private String label(Dimension dimension, Code code) {
    return extract.isSealed() && !code.isLeaf()
        ? new GroupName(extract.table().manifest(), texts)
            .together(dimension, code.preorder().filter(Code::isLeaf).toList())
        : texts.of(code.label());
  }

  private static void writeChildren(JsonGenerator json, String parent, List<Code> codes)
      throws IOException {
    json.writeArrayFieldStart(parent);
    for (Code code : codes) {
      json.writeString(code.code());
    }
    json.writeEndArray();
    for (Code code : codes) {
      if (!code.isLeaf()) {
        writeChildren(json, code.code(), code.codes());
      }
    }
  }

  private void writeActors(JsonGenerator json) throws IOException {
    List<Category> actors = new ArrayList<>();
    actors.add(new Category(Code.TOTAL, texts.of("export.all")));
    extract.shown().forEach(p -> actors.add(new Category(p.agency().value(), texts.of(p.name()))));
    start(json, ACTOR, texts.of("axis.actor"), actors);
    end(json);
  }

  private void writePeriod(JsonGenerator json) throws IOException {
    Period period = extract.table().manifest().period();
    Category only = new Category(period.toString(), PeriodText.of(period, texts));
    start(json, PERIOD, texts.of("axis.period"), List.of(only));
    end(json);
  }

  private void writeMeasures(JsonGenerator json) throws IOException {
    List<Measure> measures = extract.definition().measures();
    start(
        json,
        MEASURE,
        texts.of("axis.measure"),
        measures.stream().map(m -> new Category(m.id().value(), texts.of(m.title()))).toList());
    json.writeObjectFieldStart("unit");
    for (Measure measure : measures) {
      json.writeObjectFieldStart(measure.id().value());
      json.writeNumberField("decimals", measure instanceof Measure.Derived ? 6 : 0);
      json.writeStringField("label", unit(measure));
      json.writeEndObject();
    }
    json.writeEndObject();
    end(json);
  }

  private String unit(Measure measure) {
    if (measure instanceof Measure.Sum sum) {
      return sum.unit().name().toLowerCase(Locale.ROOT);
    }
    if (measure instanceof Measure.Count) {
      return extract.definition().unit().name().toLowerCase(Locale.ROOT);
    }
    return measure instanceof Measure.Mean ? "mean" : "share";
  }

  private static void start(JsonGenerator json, String id, String label, List<Category> categories)
      throws IOException {
    json.writeObjectFieldStart(id);
    json.writeStringField("label", label);
    json.writeObjectFieldStart("category");
    json.writeArrayFieldStart("index");
    for (Category category : categories) {
      json.writeString(category.code());
    }
    json.writeEndArray();
    json.writeObjectFieldStart("label");
    for (Category category : categories) {
      json.writeStringField(category.code(), category.label());
    }
    json.writeEndObject();
  }

  private static void end(JsonGenerator json) throws IOException {
    json.writeEndObject();
    json.writeEndObject();
  }

  private record Category(String code, String label) {}
}
