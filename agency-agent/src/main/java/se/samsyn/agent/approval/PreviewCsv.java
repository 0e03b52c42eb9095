package se.samsyn.agent.approval;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.table.Cell;
import se.samsyn.schemas.table.CellSpace;

/**
 * A preview as a long CSV (RFC 4180, UTF-8, LF): the dimensions, then measure, value and state; a
 * total is {@code _T}; value is empty unless the state is published.
 */
public final class PreviewCsv {
  private PreviewCsv() {}

  public static byte[] of(Preview preview) {
    CellSpace space = CellSpace.of(preview.definition());
    List<Measure.Collected> measures = preview.definition().collected();
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      List<String> header =
          new ArrayList<>(
              space.dimensions().stream().map(d -> d.id()).map(DimensionId::value).toList());
      header.addAll(List.of("measure", "value", "state"));
      csv.writeRecord(header);
      for (int i = 0; i < space.size(); i++) {
        List<String> coordinates = space.coordinates(i);
        for (Measure.Collected measure : measures) {
          Cell cell = preview.table().cells().get(measure.id()).get(i);
          List<String> row = new ArrayList<>(coordinates);
          row.add(measure.id().value());
          if (cell instanceof Cell.Value value) {
            row.add(String.valueOf(value.value()));
            row.add("published");
          } else {
            row.add("");
            row.add(cell instanceof Cell.NotApplicable ? "not-applicable" : "suppressed");
          }
          csv.writeRecord(row);
        }
      }
    } catch (java.io.IOException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
