package se.samsyn.agent.send;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.samsyn.agent.NotDone;
import se.samsyn.agent.Step;
import se.samsyn.agent.Steps;
import se.samsyn.agent.approval.DraftStore;
import se.samsyn.agent.enrol.Trust;
import se.samsyn.agent.http.AggregatorClient;
import se.samsyn.agent.http.Answer;
import se.samsyn.agent.ledger.Ledger;
import se.samsyn.agent.ledger.LedgerEntry;
import se.samsyn.agent.ledger.LedgerEntry.Kind;
import se.samsyn.agent.manifest.ManifestStore;
import se.samsyn.agent.manifest.StoredManifest;
import se.samsyn.agent.outbox.Outbox;
import se.samsyn.agent.protect.BesideSent;
import se.samsyn.agent.protect.Correction;
import se.samsyn.agent.protect.SentBefore;
import se.samsyn.agent.protect.SentTable;
import se.samsyn.agent.state.StateFolder;
import se.samsyn.comparison.CountedTable;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.SigningKey;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.Submission;
import se.samsyn.schemas.message.SubmissionEnvelope;
import se.samsyn.schemas.message.SubmissionId;
import se.samsyn.schemas.table.ProtectedTable;

/**
 * Sends what was approved, once. Id and bytes are on the disk and in the ledger before the first
 * try; a crash at any step is made good by the next run, which repeats the same bytes and gets the
 * same receipt.
 */
public final class Sending {
  private static final String PATH = "/api/v1/agent/submissions";

  private final StateFolder state;
  private final Trust trust;
  private final SigningKey key;
  private final ManifestStore manifests;
  private final Ledger ledger;
  private final Outbox outbox;
  private final AggregatorClient client;
  private final Clock clock;
  private final Steps steps;

  public Sending(
      StateFolder state,
      Trust trust,
      SigningKey key,
      ManifestStore manifests,
      Ledger ledger,
      AggregatorClient client,
      Clock clock,
      Steps steps) {
    this.state = state;
    this.trust = trust;
    this.key = key;
    this.manifests = manifests;
    this.ledger = ledger;
    this.outbox = new Outbox(state);
    this.client = client;
    this.clock = clock;
    this.steps = steps;
  }

  /** What became of a delivery. */
  public enum Outcome {
    DELIVERED,
    /** The same table was delivered before; nothing was sent. */
    ALREADY_DELIVERED
  }

  /**
   * Sends the table that was previewed under {@code approved}.
   *
   * @throws NotDone when no open collection asks for it, another table was delivered already, it is
   *     not safe beside what was sent, or the aggregator refuses or cannot be reached (then it
   *     stays in the outbox)
   */
  public Outcome send(Sha256 approved) throws NotDone, IOException {
    if (resume().stream().anyMatch(e -> e.table().equals(approved))) {
      return Outcome.DELIVERED;
    }
    ProtectedTable table =
        new DraftStore(state, key, steps)
            .find(approved)
            .orElseThrow(() -> new NotDone("send.no-draft", approved));
    StoredManifest manifest =
        manifests
            .asking(table.definitionHash(), table.period())
            .orElseThrow(
                () -> new NotDone("send.no-collection", table.definition(), table.period()));
    OneContribution contribution = new OneContribution(manifests, ledger);
    if (contribution.isDelivered(manifest, table, approved)) {
      return Outcome.ALREADY_DELIVERED;
    }
    contribution.require(manifest, table);
    requireSafeBesideEarlier(manifest, table, approved);
    deliver(prepare(manifest, table, approved));
    return Outcome.DELIVERED;
  }

  /** The preview may be older than the sending that it must be safe beside. */
  private void requireSafeBesideEarlier(
      StoredManifest manifest, ProtectedTable table, Sha256 approved) throws NotDone, IOException {
    DraftStore drafts = new DraftStore(state, key, steps);
    Definition definition = manifest.manifest().definition(table.definition()).orElseThrow();
    CountedTable counted = new CountedTable(definition, table.period());
    SentBefore before = new SentTables(manifests, ledger, drafts).before(counted);
    // The very table that was sent tells nobody more.
    if (before.versions().stream().anyMatch(sent -> sent.table().equals(table))) {
      return;
    }
    for (SentTable sent : before.all()) {
      if (!drafts.isPreviewedAgainst(approved, Codecs.PROTECTED_TABLE.hash(sent.table()))) {
        throw new NotDone("send.preview-again", table.definition(), table.period());
      }
    }
    boolean allowed =
        before.versions().stream()
                .map(sent -> new Correction(definition, sent, table.minimumFrequency()))
                .allMatch(correction -> correction.allows(table))
            && BesideSent.allows(counted, before.all(), table);
    if (!allowed) {
      throw new NotDone("send.reveals-change", table.definition(), table.period());
    }
  }

  /**
   * Sends again what was on its way when an earlier run ended.
   *
   * @return what was delivered now
   */
  public List<LedgerEntry> resume() throws NotDone, IOException {
    List<LedgerEntry> delivered = new ArrayList<>();
    List<SubmissionId> known = new ArrayList<>();
    for (LedgerEntry entry : ledger.deliveries()) {
      known.add(entry.submission());
      if (entry.kind() == Kind.SENDING) {
        deliver(entry);
        delivered.add(entry);
      } else {
        outbox.clear(entry.submission());
      }
    }
    for (SubmissionId id : outbox.waiting()) {
      // Written, but the ledger never allowed it to leave: it did not.
      if (!known.contains(id)) {
        outbox.clear(id);
      }
    }
    return delivered;
  }

  private LedgerEntry prepare(StoredManifest manifest, ProtectedTable table, Sha256 approved)
      throws IOException {
    SubmissionId id = SubmissionId.fresh(new SecureRandom());
    byte[] plaintext =
        Codecs.SUBMISSION.write(new Submission(manifest.hash(), trust.agency(), id, table));
    byte[] envelope =
        Codecs.SUBMISSION_ENVELOPE.write(
            SubmissionEnvelope.of(
                manifest.hash(),
                trust.agency(),
                id,
                plaintext,
                manifest.manifest().encryptionKey(),
                key));
    outbox.put(id, envelope);
    steps.reached(Step.ENVELOPE_STORED);
    LedgerEntry entry =
        new LedgerEntry(
            ledger.nextNumber(),
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            Kind.SENDING,
            id,
            manifest.manifest().collection(),
            manifest.hash(),
            table.definition(),
            table.period(),
            approved,
            Sha256.of(envelope),
            envelope.length);
    ledger.append(entry);
    steps.reached(Step.SENDING_LOGGED);
    return entry;
  }

  private void deliver(LedgerEntry entry) throws NotDone, IOException {
    Receipts receipts = new Receipts(state, trust);
    if (!receipts.has(entry)) {
      byte[] envelope =
          outbox
              .get(entry.submission())
              .filter(bytes -> Sha256.of(bytes).equals(entry.envelope()))
              .orElseThrow(
                  () -> new NotDone("send.outbox-damaged", entry.definition(), entry.period()));
      Answer answer = client.post(PATH, envelope);
      steps.reached(Step.ENVELOPE_SENT);
      if (answer instanceof Answer.Refused refused && refused.reason().isPresent()) {
        log(entry, Kind.REFUSED);
        steps.reached(Step.REFUSAL_LOGGED);
        outbox.clear(entry.submission());
      }
      if (!(answer instanceof Answer.Success success)) {
        throw NotDone.of(answer);
      }
      receipts.keep(entry, success.body());
      steps.reached(Step.RECEIPT_STORED);
    }
    log(entry, Kind.DELIVERED);
    steps.reached(Step.DELIVERY_LOGGED);
    outbox.clear(entry.submission());
    steps.reached(Step.OUTBOX_CLEARED);
  }

  private void log(LedgerEntry entry, Kind kind) throws IOException {
    ledger.append(
        entry.then(ledger.nextNumber(), clock.instant().truncatedTo(ChronoUnit.SECONDS), kind));
  }

  /** The latest word of the ledger on a delivery of this table. */
  static Optional<LedgerEntry> find(Ledger ledger, Sha256 manifest, Sha256 table) {
    return ledger.deliveries().stream()
        .filter(e -> e.manifest().equals(manifest) && e.table().equals(table))
        .reduce((a, b) -> b);
  }
}
