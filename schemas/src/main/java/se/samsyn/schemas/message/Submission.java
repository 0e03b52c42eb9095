package se.samsyn.schemas.message;

import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.table.ProtectedTable;

/**
 * What an agency says under encryption: this table, for this manifest. Agency and id stand on the
 * envelope too and must be the same.
 */
public record Submission(Sha256 manifest, AgencyId agency, SubmissionId id, ProtectedTable table) {}
