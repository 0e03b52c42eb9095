package se.samsyn.schemas.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** 128 random bits in hexadecimal, drawn before the first try to send; every retry repeats it. */
public record SubmissionId(@JsonValue String value) implements Comparable<SubmissionId> {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

  /**
   * @throws IllegalArgumentException when {@code value} does not have the form of such an id
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public SubmissionId {
    if (value == null || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("SubmissionId must match " + FORM.pattern());
    }
  }

  /** A fresh id from {@code random}. */
  public static SubmissionId fresh(SecureRandom random) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return new SubmissionId(HexFormat.of().formatHex(bytes));
  }

  @Override
  public int compareTo(SubmissionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
