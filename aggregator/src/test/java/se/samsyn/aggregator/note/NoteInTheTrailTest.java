package se.samsyn.aggregator.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsyn.aggregator.TestAggregator;
import se.samsyn.aggregator.access.Role;
import se.samsyn.aggregator.audit.AuditAction;
import se.samsyn.aggregator.audit.AuditRows;
import se.samsyn.aggregator.dashboard.SampleTables;

/** The audit trail says that a note was written, by whom and about what, and not its text. */
class NoteInTheTrailTest {
  @RegisterExtension private static final TestAggregator aggregator = TestAggregator.withSamples();

  @Test
  void aNoteLeavesOneRowWithoutItsTextAndARefusedOneNone() {
    var visitor = aggregator.visitor(Role.STEERING);
    String path = "/collections/" + SampleTables.LATEST + "/notes";
    Map<String, String> note =
        Map.of("about", "received-main", "step", "plan", "text", "Vi börjar i förskolan.");
    assertThat(visitor.post(path, note).statusCode()).isEqualTo(403);
    assertThat(visitor.submit(path, path, Map.of("about", "x", "step", "y")).statusCode())
        .isEqualTo(400);
    assertThat(visitor.submit(path, path, note).statusCode()).isEqualTo(303);
    assertThat(AuditRows.of(aggregator, AuditAction.WRITE_NOTE))
        .containsExactly(List.of("steering", SampleTables.LATEST + "/1 received-main", "done"));
  }
}
