package se.samsyn.schemas.envelope;

import java.nio.charset.StandardCharsets;

/**
 * The closed list of what is ever signed or encrypted. A signature or ciphertext made for one label
 * is worthless under any other, so that no message can be passed off as another kind of message.
 */
public enum Label {
  ENROLMENT_REQUEST("samsyn/v1/enrolment-request"),
  ENROLMENT("samsyn/v1/enrolment"),
  MANIFEST("samsyn/v1/manifest"),
  SUBMISSION("samsyn/v1/submission"),
  RECEIPT("samsyn/v1/receipt"),
  AGENT_REQUEST("samsyn/v1/agent-request"),
  LEDGER_ENTRY("samsyn/v1/ledger-entry"),
  LEDGER_HEAD("samsyn/v1/ledger-head"),
  DRAFT_ORIGIN("samsyn/v1/draft-origin"),
  DRAFT_MARKS("samsyn/v1/draft-marks"),
  SEALED_ROLE_KEY("samsyn/v1/sealed-role-key"),
  SEALED_PAIR("samsyn/v1/sealed-pair"),
  SEALED_PART_A("samsyn/v1/sealed-part-a"),
  SEALED_PART_B("samsyn/v1/sealed-part-b"),
  SEALED_CONTRIBUTION("samsyn/v1/sealed-contribution"),
  SEALED_SET("samsyn/v1/sealed-set"),
  SEALED_RANGE("samsyn/v1/sealed-range"),
  SEALED_BITS("samsyn/v1/sealed-bits"),
  SEALED_SHARES("samsyn/v1/sealed-shares"),
  SEALED_UNOPENED("samsyn/v1/sealed-unopened");

  private final String text;

  Label(String text) {
    this.text = text;
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public String toString() {
    return text;
  }
}
