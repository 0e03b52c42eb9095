package se.samsyn.schemas.json;

/** The JSON Schemas of version 1, under {@code schema/v1}. */
enum SchemaName {
  DEFINITION("definition"),
  INPUT_TABLE("input-table"),
  CODE_LIST("code-list"),
  MANIFEST("manifest"),
  PROTECTED_TABLE("protected-table"),
  SUBMISSION("submission"),
  SUBMISSION_ENVELOPE("submission-envelope"),
  SIGNED("signed"),
  MANIFEST_LIST("manifest-list"),
  RECEIPT("receipt"),
  ROLE_KEY("role-key"),
  SEALED_OUTCOME("sealed-outcome"),
  INVITATION("invitation"),
  ENROLMENT_REQUEST("enrolment-request"),
  ENROLMENT("enrolment");

  private final String file;

  SchemaName(String file) {
    this.file = file;
  }

  /** The file's name without {@code .schema.json}. */
  String file() {
    return file;
  }
}
