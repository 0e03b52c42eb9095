package se.samsyn.demo.run;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.samsyn.demo.world.SmallGroups;
import se.samsyn.schemas.definition.Code;

/** What readers see of small groups, open and sealed, in numbers. */
final class SmallGroupsSummary {
  private static final Pattern TABLE = Pattern.compile("tables/(tsi-assessed[a-z0-9-]*)/csv");

  private final Reader reader;

  SmallGroupsSummary(Reader reader) {
    this.reader = reader;
  }

  /** How many exact numbers of children readers see, of all and by one class at a time. */
  long exact(String collection) throws IOException, InterruptedException {
    return rows(collection).stream().filter(row -> classes(row, List.of()) <= 1).count();
  }

  /** How many of the municipalities are shown by themselves. */
  long alone(SmallGroups groups) throws IOException, InterruptedException {
    return rows(groups.id()).stream()
        .filter(row -> classes(row, List.of("municipality")) == 0)
        .filter(
            row ->
                groups.municipalities().stream()
                    .anyMatch(m -> m.code().equals(row.getField("municipality"))))
        .count();
  }

  private static long classes(NamedCsvRecord row, List<String> but) {
    return row.getHeader().subList(0, row.getHeader().indexOf("actor")).stream()
        .filter(d -> !but.contains(d))
        .filter(d -> !row.getField(d).equals(Code.TOTAL))
        .count();
  }

  private List<NamedCsvRecord> rows(String collection) throws IOException, InterruptedException {
    Matcher table = TABLE.matcher(reader.get("/collections/" + collection));
    if (!table.find()) {
      throw new IOException("the page of " + collection + " has no table");
    }
    String csv =
        reader.get("/api/v1/collections/" + collection + "/tables/" + table.group(1) + "/csv");
    try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(csv)) {
      return records.stream()
          .filter(row -> row.getField("actor").equals(Code.TOTAL))
          .filter(row -> row.getField("measure").equals("children"))
          .filter(row -> row.getField("state").equals("value"))
          .toList();
    }
  }
}
