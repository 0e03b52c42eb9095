package se.samsyn.agent.send;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.samsyn.agent.NotDone;
import se.samsyn.agent.approval.DraftStore;
import se.samsyn.agent.ledger.Ledger;
import se.samsyn.agent.ledger.LedgerEntry;
import se.samsyn.agent.protect.Earlier;
import se.samsyn.schemas.definition.DefinitionRef;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.envelope.Sha256;

/**
 * What the ledger says that others may have of a definition and period. Only what was shown is
 * kept, never what was hidden: the drafts, which are files by hash, and whose hashes the ledger
 * signs.
 */
public final class SentTables {
  private final Ledger ledger;
  private final DraftStore drafts;

  public SentTables(Ledger ledger, DraftStore drafts) {
    this.ledger = ledger;
    this.drafts = drafts;
  }

  /**
   * In the order in which they were sent, each once; also what may have arrived without a receipt,
   * and what the aggregator says that it refused: it may have read it.
   *
   * @throws NotDone when one of them is no longer here: then nothing can be protected against it
   */
  public List<Earlier> of(DefinitionRef definition, Period period) throws NotDone, IOException {
    Map<Sha256, Earlier> sent = new LinkedHashMap<>();
    for (LedgerEntry entry : ledger.deliveries()) {
      if (!entry.kind().isSealed()
          && entry.definition().equals(definition)
          && entry.period().equals(period)) {
        sent.put(
            entry.table(),
            drafts
                .findEarlier(entry.table())
                .orElseThrow(() -> new NotDone("send.earlier-missing", entry.table())));
      }
    }
    return List.copyOf(sent.values());
  }
}
