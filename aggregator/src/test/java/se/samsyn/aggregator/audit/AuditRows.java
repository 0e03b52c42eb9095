package se.samsyn.aggregator.audit;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import se.samsyn.aggregator.TestAggregator;
import se.samsyn.aggregator.database.Transactions;

/** What the audit trail says of one action, as an auditor reads it. */
public final class AuditRows {
  private AuditRows() {}

  /** Of each row of {@code action}, in order: actor, subject, outcome. */
  public static List<List<String>> of(TestAggregator aggregator, AuditAction action) {
    return aggregator
        .bean(Transactions.class)
        .read(
            connection -> {
              List<List<String>> rows = new ArrayList<>();
              try (PreparedStatement select =
                  connection.prepareStatement(
                      "SELECT actor, subject, outcome FROM audit_event WHERE action = ?"
                          + " ORDER BY id")) {
                select.setString(
                    1, action.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
                try (ResultSet found = select.executeQuery()) {
                  while (found.next()) {
                    rows.add(List.of(found.getString(1), found.getString(2), found.getString(3)));
                  }
                }
              }
              return rows;
            });
  }
}
