package se.samsyn.aggregator.intake;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import se.samsyn.aggregator.Keys;
import se.samsyn.aggregator.Step;
import se.samsyn.aggregator.Steps;
import se.samsyn.aggregator.agency.Agencies;
import se.samsyn.aggregator.audit.AuditAction;
import se.samsyn.aggregator.audit.AuditTrail;
import se.samsyn.aggregator.collection.Collections;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.database.Transactions;
import se.samsyn.aggregator.problem.Refused;
import se.samsyn.aggregator.protection.ProtectionCheck;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.envelope.InvalidMessage;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.json.MalformedDocument;
import se.samsyn.schemas.message.Receipt;
import se.samsyn.schemas.message.Refusal;
import se.samsyn.schemas.message.Submission;
import se.samsyn.schemas.message.SubmissionEnvelope;
import se.samsyn.schemas.message.SubmissionId;

/**
 * The way in for a submission: each check in the order of docs/protocol.md, then all is stored at
 * once.
 */
@Singleton
public class Intake {
  private final Agencies agencies;
  private final Collections collections;
  private final SubmissionRepository rows;
  private final SubmissionStore store;
  private final AuditTrail audit;
  private final Transactions transactions;
  private final Keys keys;
  private final Clock clock;
  private final Steps steps;

  Intake(
      Agencies agencies,
      Collections collections,
      SubmissionRepository rows,
      SubmissionStore store,
      AuditTrail audit,
      Transactions transactions,
      Keys keys,
      Clock clock,
      Steps steps) {
    this.agencies = agencies;
    this.collections = collections;
    this.rows = rows;
    this.store = store;
    this.audit = audit;
    this.transactions = transactions;
    this.keys = keys;
    this.clock = clock;
    this.steps = steps;
  }

  /**
   * Takes a submission in.
   *
   * @param body the envelope's bytes as received
   * @return the receipt; for bytes that are stored already, the receipt they got
   * @throws Refused with the first reason that applies; then nothing is stored
   */
  public Signed receive(byte[] body) {
    SubmissionEnvelope envelope = envelope(body);
    try {
      envelope.verify(agencies.enrolledOrRefused(envelope.agency()).signingKey());
    } catch (InvalidMessage e) {
      throw new Refused(Refusal.BAD_SIGNATURE, "the envelope is not signed with the agency's key");
    }
    try {
      Sha256 hash = Sha256.of(body);
      Optional<Signed> before = receiptOf(envelope.id(), hash);
      return before.isPresent() ? before.get() : stored(checked(envelope, hash));
    } catch (Refused e) {
      audit.refused(
          envelope.agency().value(),
          AuditAction.SUBMIT,
          collections
              .find(envelope.manifest())
              .map(StoredCollection::name)
              .orElse("unknown manifest"),
          e.reason());
      throw e;
    }
  }

  private static SubmissionEnvelope envelope(byte[] body) {
    try {
      return Codecs.SUBMISSION_ENVELOPE.read(body);
    } catch (MalformedDocument e) {
      throw new Refused(Refusal.MALFORMED, e.getMessage());
    }
  }

  /** A retry gets the receipt of the first try, also after the collection has been closed. */
  private Optional<Signed> receiptOf(SubmissionId id, Sha256 hash) {
    Optional<SubmissionRow> row = rows.findById(id.value());
    if (row.isPresent() && !row.get().envelopeHash().equals(hash.hex())) {
      throw new Refused(
          Refusal.ALREADY_DELIVERED, "other bytes are stored under this submission id");
    }
    return row.map(r -> new Signed(r.receiptPayload(), r.receiptSignature()));
  }

  private Delivery checked(SubmissionEnvelope envelope, Sha256 hash) {
    StoredCollection collection =
        requireOpen(
            collections
                .find(envelope.manifest())
                .orElseThrow(
                    () ->
                        new Refused(Refusal.UNKNOWN_MANIFEST, "no collection has this manifest")));
    if (collection.manifest().participant(envelope.agency()).isEmpty()) {
      throw new Refused(
          Refusal.NOT_A_PARTICIPANT, "the agency does not take part in this collection");
    }
    if (collection.manifest().sealed().isPresent()) {
      throw new Refused(
          Refusal.WRONG_DEFINITION, "the collection is sealed; no table is delivered to it");
    }
    Submission submission = opened(envelope);
    Definition definition = TableCheck.definition(collection.manifest(), submission.table());
    Delivery delivery =
        new Delivery(
            submission,
            hash,
            ProtectionCheck.require(
                definition, submission.table().minimumFrequency(), submission.table().cells()));
    steps.reached(Step.SUBMISSION_CHECKED);
    return delivery;
  }

  private static StoredCollection requireOpen(StoredCollection collection) {
    if (!collection.isOpen()) {
      throw new Refused(
          Refusal.COLLECTION_CLOSED, "the collection is closed; the coordinator can open it anew");
    }
    return collection;
  }

  private Submission opened(SubmissionEnvelope envelope) {
    Submission submission;
    try {
      submission = Codecs.SUBMISSION.read(envelope.decrypt(keys.decryption()));
    } catch (InvalidMessage e) {
      throw new Refused(
          Refusal.CANNOT_DECRYPT, "the ciphertext does not open with the collection's key");
    } catch (MalformedDocument e) {
      throw new Refused(Refusal.MALFORMED, e.getMessage());
    }
    if (!submission.manifest().equals(envelope.manifest())
        || !submission.agency().equals(envelope.agency())
        || !submission.id().equals(envelope.id())) {
      throw new Refused(
          Refusal.ENVELOPE_MISMATCH, "inside and outside of the envelope do not say the same");
    }
    return submission;
  }

  private Signed stored(Delivery delivery) {
    Submission submission = delivery.submission();
    Signed receipt =
        transactions.write(
            connection -> {
              // Locked until the commit: no collection is closed in the middle of a delivery, and
              // of two deliveries of one agency the second sees the first.
              StoredCollection collection =
                  requireOpen(collections.findToDeliver(submission.manifest()).orElseThrow());
              agencies.lock(submission.agency());
              Optional<Signed> first = receiptOf(submission.id(), delivery.envelope());
              return first.isPresent() ? first.get() : write(connection, delivery, collection);
            });
    steps.reached(Step.SUBMISSION_COMMITTED);
    return receipt;
  }

  private Signed write(Connection connection, Delivery delivery, StoredCollection collection)
      throws SQLException {
    Submission submission = delivery.submission();
    Receipt receipt =
        new Receipt(
            submission.id(),
            submission.agency(),
            collection.manifest().collection(),
            submission.manifest(),
            submission.table().definition(),
            submission.table().period(),
            delivery.envelope(),
            clock.instant().truncatedTo(ChronoUnit.SECONDS));
    if (rows.find(
            receipt.manifest().hex(),
            receipt.agency().value(),
            receipt.definition().id().value(),
            receipt.definition().version())
        .isPresent()) {
      throw new Refused(
          Refusal.ALREADY_DELIVERED,
          "another table is stored for this definition; ask the coordinator for a correction");
    }
    Signed signed = Signed.by(keys.signing(), Label.RECEIPT, Codecs.RECEIPT.write(receipt));
    store.store(connection, delivery, receipt, signed);
    audit.done(
        receipt.agency().value(),
        AuditAction.SUBMIT,
        collection.name() + " " + receipt.definition());
    return signed;
  }
}
