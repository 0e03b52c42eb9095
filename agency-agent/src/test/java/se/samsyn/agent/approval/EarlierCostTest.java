package se.samsyn.agent.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samsyn.agent.approval.VersionedAgency.Content;
import se.samsyn.agent.approval.VersionedAgency.Row;
import se.samsyn.agent.protect.Earlier;
import se.samsyn.schemas.json.Codecs;

/** What a steward reads of what earlier sendings cost. */
class EarlierCostTest {
  @TempDir Path folder;

  @Test
  void whatOneMissingRecordCostsIsToldForAllSendingsTogether() throws Exception {
    VersionedAgency agency = new VersionedAgency(folder, Content.COUNTS);
    List<Row> rows = agency.rows(new SplittableRandom(1), 70);
    Preview first = agency.preview(rows, List.of());
    Earlier sent = agency.sent(first);
    assertThat(words(first, "sv")).noneMatch(line -> line.contains("skickats förut"));
    Earlier again = agency.sent(agency.preview(rows, List.of(sent)));
    assertThat(words(agency.preview(rows, List.of(sent)), "sv"))
        .contains(
            "Tabeller som har skickats förut över samma uppgifter: 1. De kostar inget nu:"
                + " alla celler som kan visas visas ändå.");

    // Two sendings that hide the same cells: left out one at a time, neither would cost anything.
    List<Row> fewer = rows.subList(1, rows.size());
    Preview next = agency.preview(fewer, List.of(sent, again));
    Set<Integer> lost = new HashSet<>(next.reasons().keySet());
    lost.removeAll(agency.preview(fewer, List.of()).reasons().keySet());
    assertThat(lost).isNotEmpty();
    assertThat(words(next, "sv"))
        .contains(
            ("Tabeller som har skickats förut över samma uppgifter: 2. På grund av dem"
                    + " är %d celler dolda som annars hade visats.")
                .formatted(lost.size()));
    assertThat(words(next, "en")).anyMatch(line -> line.contains(lost.size() + " cells"));
  }

  private static List<String> words(Preview preview, String language) {
    return ReportWords.in(language)
        .of(new PreviewReport(preview, Codecs.PROTECTED_TABLE.hash(preview.table())));
  }
}
