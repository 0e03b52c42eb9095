package se.samsyn.schemas.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Names a data controller (a municipal board, a region, a company); it may run several agencies.
 */
public record AuthorityId(@JsonValue String value) implements Comparable<AuthorityId> {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{2,39}");

  /**
   * @throws IllegalArgumentException when {@code value} does not have the form of such an id
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public AuthorityId {
    if (value == null || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("AuthorityId must match " + FORM.pattern());
    }
  }

  @Override
  public int compareTo(AuthorityId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
