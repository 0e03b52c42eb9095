package se.samsyn.agent.send;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import se.samsyn.agent.NotDone;
import se.samsyn.agent.enrol.Trust;
import se.samsyn.agent.ledger.LedgerEntry;
import se.samsyn.agent.state.DurableFiles;
import se.samsyn.agent.state.StateFolder;
import se.samsyn.schemas.envelope.InvalidMessage;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.json.MalformedDocument;
import se.samsyn.schemas.message.Receipt;

/** The aggregator's signed words that it has stored what was sent. */
final class Receipts {
  private final StateFolder state;
  private final Trust trust;

  Receipts(StateFolder state, Trust trust) {
    this.state = state;
    this.trust = trust;
  }

  boolean has(LedgerEntry entry) {
    return Files.exists(file(entry));
  }

  /**
   * Keeps a receipt once it is known to be the coordinator's, for exactly these bytes.
   *
   * @throws NotDone when it is not; then the delivery stays open and is tried again
   */
  void keep(LedgerEntry entry, byte[] body) throws NotDone, IOException {
    try {
      Signed signed = Codecs.SIGNED.read(body);
      Receipt receipt = Codecs.RECEIPT.read(signed.open(trust.coordinator(), Label.RECEIPT));
      boolean forThis =
          receipt.submission().equals(entry.submission())
              && receipt.agency().equals(trust.agency())
              && receipt.collection().equals(entry.collection())
              && receipt.manifest().equals(entry.manifest())
              && receipt.definition().equals(entry.definition())
              && receipt.period().equals(entry.period())
              && receipt.envelope().equals(entry.envelope());
      if (!forThis) {
        throw new NotDone("send.receipt-for-another");
      }
      DurableFiles.write(file(entry), body);
    } catch (InvalidMessage e) {
      throw new NotDone("answer.not-coordinators");
    } catch (MalformedDocument e) {
      throw new NotDone("answer.malformed");
    }
  }

  private Path file(LedgerEntry entry) {
    return state.receipts().resolve(entry.submission() + ".json");
  }
}
