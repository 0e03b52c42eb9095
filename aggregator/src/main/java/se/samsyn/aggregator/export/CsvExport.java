package se.samsyn.aggregator.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.samsyn.aggregator.reading.Reading;
import se.samsyn.schemas.definition.Dimension;

/**
 * CSV by RFC 4180: a row per number, with the dimensions' codes, {@code actor}, {@code measure},
 * {@code value}, {@code lower}, {@code upper}, {@code state}. The value is what the page shows
 * ({@code 19–28}, {@code ..}); a program reads the bounds, which are empty where there is no
 * number. A sealed table has rows for what was opened only; what is not there is in a larger group,
 * whose members are in {@link CsvMetadata}.
 */
final class CsvExport {
  private CsvExport() {}

  static String of(Extract extract) {
    StringWriter text = new StringWriter();
    // Closing writes what the writer still holds: without it the last rows of a large table are
    // missing.
    try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      write(extract, writer);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return text.toString();
  }

  private static void write(Extract extract, CsvWriter writer) {
    writer.writeRecord(columns(extract));
    extract.forEachShown(
        (codes, actor, measure, reading) -> {
          List<String> fields = new ArrayList<>(codes);
          fields.add(actor);
          fields.add(measure.id().value());
          fields.add(value(reading));
          fields.add(plain(reading.least()));
          fields.add(plain(reading.most()));
          fields.add(reading.state());
          writer.writeRecord(fields);
        });
  }

  /** The header. */
  static List<String> columns(Extract extract) {
    List<String> columns = new ArrayList<>();
    extract.definition().dimensions().stream()
        .map(Dimension::id)
        .forEach(id -> columns.add(id.value()));
    columns.addAll(List.of("actor", "measure", "value", "lower", "upper", "state"));
    return columns;
  }

  private static String value(Reading reading) {
    if (reading instanceof Reading.Exact e) {
      return plain(Optional.of(e.value()));
    }
    if (reading instanceof Reading.Between b) {
      return plain(Optional.of(b.lower())) + "–" + plain(Optional.of(b.upper()));
    }
    return StateSymbol.of(reading);
  }

  private static String plain(Optional<BigDecimal> value) {
    return value.map(v -> v.stripTrailingZeros().toPlainString()).orElse("");
  }
}
