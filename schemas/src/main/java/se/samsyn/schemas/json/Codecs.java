package se.samsyn.schemas.json;

import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.InputTable;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.message.CollectionManifest;
import se.samsyn.schemas.message.Enrolment;
import se.samsyn.schemas.message.EnrolmentRequest;
import se.samsyn.schemas.message.Invitation;
import se.samsyn.schemas.message.ManifestList;
import se.samsyn.schemas.message.Receipt;
import se.samsyn.schemas.message.RoleKey;
import se.samsyn.schemas.message.SealedOutcome;
import se.samsyn.schemas.message.Submission;
import se.samsyn.schemas.message.SubmissionEnvelope;
import se.samsyn.schemas.table.ProtectedTable;

/**
 * Every kind of document that the contract knows. The raw table is not among them, and never will
 * be.
 */
public final class Codecs {
  public static final Codec<Definition> DEFINITION =
      new Codec<>(SchemaName.DEFINITION, Definition.class);
  public static final Codec<InputTable> INPUT_TABLE =
      new Codec<>(SchemaName.INPUT_TABLE, InputTable.class);
  public static final Codec<CollectionManifest> MANIFEST =
      new Codec<>(SchemaName.MANIFEST, CollectionManifest.class);
  public static final Codec<ProtectedTable> PROTECTED_TABLE =
      new Codec<>(SchemaName.PROTECTED_TABLE, ProtectedTable.class);
  public static final Codec<Submission> SUBMISSION =
      new Codec<>(SchemaName.SUBMISSION, Submission.class);
  public static final Codec<SubmissionEnvelope> SUBMISSION_ENVELOPE =
      new Codec<>(SchemaName.SUBMISSION_ENVELOPE, SubmissionEnvelope.class);
  public static final Codec<Signed> SIGNED = new Codec<>(SchemaName.SIGNED, Signed.class);
  public static final Codec<ManifestList> MANIFEST_LIST =
      new Codec<>(SchemaName.MANIFEST_LIST, ManifestList.class);
  public static final Codec<Receipt> RECEIPT = new Codec<>(SchemaName.RECEIPT, Receipt.class);
  public static final Codec<RoleKey> ROLE_KEY = new Codec<>(SchemaName.ROLE_KEY, RoleKey.class);
  public static final Codec<SealedOutcome> SEALED_OUTCOME =
      new Codec<>(SchemaName.SEALED_OUTCOME, SealedOutcome.class);
  public static final Codec<Invitation> INVITATION =
      new Codec<>(SchemaName.INVITATION, Invitation.class);
  public static final Codec<EnrolmentRequest> ENROLMENT_REQUEST =
      new Codec<>(SchemaName.ENROLMENT_REQUEST, EnrolmentRequest.class);
  public static final Codec<Enrolment> ENROLMENT =
      new Codec<>(SchemaName.ENROLMENT, Enrolment.class);

  private Codecs() {}
}
