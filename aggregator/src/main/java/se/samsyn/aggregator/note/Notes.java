package se.samsyn.aggregator.note;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import se.samsyn.aggregator.audit.AuditAction;
import se.samsyn.aggregator.audit.AuditTrail;
import se.samsyn.aggregator.database.Transactions;
import se.samsyn.schemas.message.CollectionId;

/**
 * The notes in the database, which are added to and never changed. Only this process adds, so what
 * was read is kept until then: every reader of the front page needs them.
 */
@Singleton
public class Notes {
  private final Transactions transactions;
  private final AuditTrail audit;
  private volatile @Nullable List<Note> all;

  Notes(Transactions transactions, AuditTrail audit) {
    this.transactions = transactions;
    this.audit = audit;
  }

  /** Adds it; that it was written, and by whom, is in the audit trail, its text is not. */
  public void add(Note note) {
    transactions.write(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO note (collection, release, about, step, text, author, at)"
                      + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, note.collection().value());
            insert.setString(2, note.release());
            insert.setString(3, note.about());
            insert.setString(4, note.step().word());
            insert.setString(5, note.text());
            insert.setString(6, note.author());
            insert.setTimestamp(7, Timestamp.from(note.at()));
            insert.executeUpdate();
          }
          audit.done(note.author(), AuditAction.WRITE_NOTE, note.release() + " " + note.about());
          return note;
        });
    forget();
  }

  /** Those of {@code collections}, latest first. */
  public List<Note> of(Set<CollectionId> collections) {
    List<Note> known = all;
    return (known == null ? read() : known)
        .stream().filter(n -> collections.contains(n.collection())).toList();
  }

  private synchronized List<Note> read() {
    if (all == null) {
      all = select();
    }
    return all;
  }

  /** After what was added is committed: whoever reads from now on reads it anew. */
  private synchronized void forget() {
    all = null;
  }

  private List<Note> select() {
    return transactions.read(
        connection -> {
          List<Note> notes = new ArrayList<>();
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT collection, release, about, step, text, author, at FROM note"
                      + " ORDER BY id DESC")) {
            try (ResultSet found = select.executeQuery()) {
              while (found.next()) {
                notes.add(
                    new Note(
                        new CollectionId(found.getString(1)),
                        found.getString(2),
                        found.getString(3),
                        Step.of(found.getString(4)).orElseThrow(),
                        found.getString(5),
                        found.getString(6),
                        found.getTimestamp(7).toInstant()));
              }
            }
          }
          return List.copyOf(notes);
        });
  }
}
