package se.samsyn.aggregator.intake;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import se.samsyn.aggregator.Step;
import se.samsyn.aggregator.Steps;
import se.samsyn.aggregator.database.CopyRows;
import se.samsyn.disclosure.audit.FeasibilityInterval;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.message.Receipt;
import se.samsyn.schemas.message.Submission;
import se.samsyn.schemas.table.Cell;

/** Writes a delivery: its row, its receipt and its cells, in the caller's transaction. */
@Singleton
class SubmissionStore {
  private final SubmissionRepository rows;
  private final Steps steps;

  SubmissionStore(SubmissionRepository rows, Steps steps) {
    this.rows = rows;
    this.steps = steps;
  }

  void store(Connection connection, Delivery delivery, Receipt receipt, Signed signed)
      throws SQLException {
    Submission submission = delivery.submission();
    rows.save(
        new SubmissionRow(
            submission.id().value(),
            submission.manifest().hex(),
            submission.agency().value(),
            receipt.definition().id().value(),
            receipt.definition().version(),
            submission.table().minimumFrequency(),
            delivery.envelope().hex(),
            receipt.received(),
            signed.payload(),
            signed.signature()));
    steps.reached(Step.SUBMISSION_ROW_WRITTEN);
    CopyRows.into(
        connection,
        "submission_cell (submission, measure, cell, state, lower, upper)",
        copy -> addCells(copy, delivery));
    steps.reached(Step.SUBMISSION_CELLS_WRITTEN);
  }

  private static void addCells(CopyRows copy, Delivery delivery) throws SQLException {
    String id = delivery.submission().id().value();
    for (Map.Entry<MeasureId, List<Cell>> column :
        delivery.submission().table().cells().entrySet()) {
      List<FeasibilityInterval> intervals = delivery.intervals().get(column.getKey());
      for (int i = 0; i < column.getValue().size(); i++) {
        Part part = Part.of(column.getValue().get(i), intervals.get(i));
        if (part instanceof Part.Known k) {
          copy.add(id, column.getKey(), i, "value", k.value(), k.value());
        } else if (part instanceof Part.Hidden h) {
          Long upper = h.upper().isPresent() ? h.upper().getAsLong() : null;
          copy.add(id, column.getKey(), i, "suppressed", h.lower(), upper);
        } else {
          copy.add(id, column.getKey(), i, "not-applicable", null, null);
        }
      }
    }
  }
}
