package se.samsyn.agent.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.DefinitionRef;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.message.CollectionId;
import se.samsyn.schemas.message.SubmissionId;

/**
 * One line of the ledger: what left or was about to leave, never what stood in it.
 *
 * @param number 1 for the first entry, and so on
 * @param table the hash of the protected table, which the steward approved
 * @param envelope the hash of the bytes that travel
 * @param bytes how many they are
 */
public record LedgerEntry(
    long number,
    Instant at,
    Kind kind,
    SubmissionId submission,
    CollectionId collection,
    Sha256 manifest,
    DefinitionRef definition,
    Period period,
    Sha256 table,
    Sha256 envelope,
    long bytes) {
  private static final int FIELDS = 11;

  /** What happened. */
  public enum Kind {
    /** These bytes may leave from now on; whether they arrived is not known. */
    SENDING,
    /** The aggregator's receipt is here. */
    DELIVERED,
    /** The aggregator refused them and stored nothing. */
    REFUSED,
    /**
     * Random shares of a frozen table may leave from now on, to two other agencies. {@code table}
     * is the hash of the frozen table as it lies encrypted on this disk, {@code envelope} that of
     * the agency's signed word for both parts.
     */
    SEALING,
    /** The relay has all of them. */
    SEALED;

    /** Whether it is about a sealed collection. */
    public boolean isSealed() {
      return this == SEALING || this == SEALED;
    }

    /** The word in the ledger. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The same delivery, at another point of its life. */
  public LedgerEntry then(long nextNumber, Instant now, Kind next) {
    return new LedgerEntry(
        nextNumber,
        now,
        next,
        submission,
        collection,
        manifest,
        definition,
        period,
        table,
        envelope,
        bytes);
  }

  /** The fields separated by tabs; none of them can hold a tab. */
  String text() {
    return String.join(
        "\t",
        Long.toString(number),
        at.toString(),
        kind.word(),
        submission.value(),
        collection.value(),
        manifest.hex(),
        definition.toString(),
        period.toString(),
        table.hex(),
        envelope.hex(),
        Long.toString(bytes));
  }

  /** The entry that {@link #text} made; empty for anything else. */
  static Optional<LedgerEntry> parse(String text) {
    String[] f = text.split("\t", -1);
    if (f.length != FIELDS) {
      return Optional.empty();
    }
    try {
      int at = f[6].lastIndexOf('@');
      LedgerEntry entry =
          new LedgerEntry(
              Long.parseLong(f[0]),
              Instant.parse(f[1]),
              Kind.valueOf(f[2].toUpperCase(Locale.ROOT)),
              new SubmissionId(f[3]),
              new CollectionId(f[4]),
              new Sha256(f[5]),
              new DefinitionRef(
                  new DefinitionId(f[6].substring(0, at)),
                  Integer.parseInt(f[6].substring(at + 1))),
              Period.parse(f[7]),
              new Sha256(f[8]),
              new Sha256(f[9]),
              Long.parseLong(f[10]));
      return entry.text().equals(text) ? Optional.of(entry) : Optional.empty();
    } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
